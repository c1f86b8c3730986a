extension StringProtocol {
  /// The text in lines of at most so many columns.
  ///
  /// Lines break at spaces, before and after Chinese, Japanese and Korean characters, and inside a
  /// word only when the word alone is too long; never inside what people see as one character. Line
  /// feeds in the text begin a new line. Arabic and Hebrew stay in the order of reading. Text is
  /// wrapped before it is styled.
  ///
  /// - Parameters:
  ///   - columns: The width, counted as at least 2 columns beyond the indentation.
  ///   - first: What the first line begins with.
  ///   - rest: What each further line begins with; as many spaces as `first` has columns unless told.
  /// - Returns: The lines, at least one.
  /// - Complexity: O(*n*)
  public func wrapped(
    to columns: Int,
    indentedBy first: String = "",
    then rest: String? = nil
  ) -> [String] {
    let rest = rest ?? String(repeating: " ", count: first.displayWidth)
    var lines: [String] = []
    for paragraph in split(separator: "\n", omittingEmptySubsequences: false) {
      var line = Filling(indent: lines.isEmpty ? first : rest, columns: columns)
      for piece in pieces(of: paragraph) {
        line.add(piece, continuingWith: rest, &lines)
      }
      lines.append(line.finished)
    }
    return lines
  }
}

/// A piece of text that is not broken unless it is longer than a line, and the spaces before it.
private struct Piece {
  var spaces = ""
  var word: [Character] = []
}

/// Splits where a line may break.
private func pieces(of text: some StringProtocol) -> [Piece] {
  var pieces: [Piece] = []
  var piece = Piece()
  for character in text {
    if character == " " || character == "\t" {
      if !piece.word.isEmpty {
        pieces.append(piece)
        piece = Piece()
      }
      piece.spaces.append(" ")
      continue
    }
    if let last = piece.word.last, isBreakAllowed(between: last, and: character) {
      pieces.append(piece)
      piece = Piece()
    }
    piece.word.append(character)
  }
  if !piece.word.isEmpty { pieces.append(piece) }
  return pieces
}

/// Whether a line may break between two characters without a space.
///
/// Source: Unicode Standard Annex #14, *Unicode Line Breaking Algorithm*, classes ID, CL, NS and OP,
/// abridged.
private func isBreakAllowed(between left: Character, and right: Character) -> Bool {
  guard left.isIdeographic || right.isIdeographic else { return false }
  return !"。，、．：；？！）」』】〕》〉”’…ー々,.;:?!)]}%".contains(right)
    && !"（「『【〔《〈“‘([{".contains(left)
}

extension Character {
  /// Whether lines break around the character as around Chinese characters.
  fileprivate var isIdeographic: Bool {
    guard let scalar = unicodeScalars.first, scalar.displayWidth == 2 else { return false }
    return !scalar.properties.isEmojiPresentation && !(0xAC00...0xD7A3).contains(scalar.value)
  }
}

/// A line that is being filled.
private struct Filling {
  private var text: String
  private var width: Int
  private var isEmpty = true
  /// Whether it is the first of its paragraph, which keeps the spaces it begins with.
  private var isFirst = true
  private let columns: Int

  init(indent: String, columns: Int) {
    text = indent
    width = indent.displayWidth
    self.columns = max(columns, width + 2)
  }

  /// The line without spaces at its end.
  var finished: String {
    var line = Substring(text)
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// Adds a piece, on a new line where it does not fit.
  mutating func add(_ piece: Piece, continuingWith indent: String, _ lines: inout [String]) {
    let wordWidth = piece.word.reduce(0) { $0 + $1.displayWidth }
    let spaces = isEmpty && !isFirst ? "" : piece.spaces
    if !isEmpty, width + spaces.count + wordWidth > columns {
      startLine(indent, &lines)
    } else {
      text += spaces
      width += spaces.count
    }
    for character in piece.word {
      if !isEmpty, width + character.displayWidth > columns { startLine(indent, &lines) }
      text.append(character)
      width += character.displayWidth
      isEmpty = false
    }
  }

  private mutating func startLine(_ indent: String, _ lines: inout [String]) {
    lines.append(finished)
    self = Filling(indent: indent, columns: columns)
    isFirst = false
  }
}
