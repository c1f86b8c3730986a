/// What somebody sees who scrolls through a terminal: plain text in lines.
///
/// It follows what line editors and coloured text write: carriage return, backspace, tab, cursor
/// movement, erasing, inserting and deleting characters, wrapping at the right edge. Colours and
/// titles are dropped. Lines never scroll away.
public struct Screen: Sendable {
  private var cells: [[Character]] = [[]]
  private var row = 0
  private var column = 0
  private var columns: Int
  private var escape: String?

  /// Creates an empty screen of so many columns.
  public init(columns: Int) {
    self.columns = columns
  }

  /// The lines, without spaces at their ends.
  public var lines: [String] {
    cells.map { line in
      var text = String(line.filter { $0 != Self.continuation })
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// All lines, joined by line feeds, without empty lines at the end.
  public var text: String {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Takes another width from now on; what stands stays.
  public mutating func resize(columns: Int) {
    self.columns = columns
  }

  /// Shows what a program wrote.
  public mutating func show(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars { show(scalar) }
  }

  /// The right half of a wide character.
  private static let continuation: Character = "\u{0}"

  private mutating func show(_ scalar: Unicode.Scalar) {
    if escape != nil {
      continueEscape(scalar)
      return
    }
    switch scalar {
    case "\u{1B}": escape = ""
    case "\r": column = 0
    case "\n": moveDown()
    case "\u{08}": column = max(0, column - 1)
    case "\t": for _ in 0..<(8 - column % 8) { put(" ") }
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
    default: put(scalar)
    }
  }

  private mutating func moveDown() {
    row += 1
    if row == cells.count { cells.append([]) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let isMark = Character(scalar).isMark || scalar == "\u{200D}" || scalar == "\u{FE0F}"
    if isMark, column > 0, column <= cells[row].count {
      let index = cells[row][column - 1] == Self.continuation ? column - 2 : column - 1
      if index >= 0 {
        let cluster = String(cells[row][index]) + String(scalar)
        cells[row][index] = cluster.count == 1 ? Character(cluster) : cells[row][index]
      }
      return
    }
    let width = Character(scalar).isWide ? 2 : 1
    if column + width > columns {
      column = 0
      moveDown()
    }
    while cells[row].count < column + width { cells[row].append(" ") }
    cells[row][column] = Character(scalar)
    if width == 2 { cells[row][column + 1] = Self.continuation }
    column += width
  }

  /// Collects an escape sequence and obeys it when it is complete.
  private mutating func continueEscape(_ scalar: Unicode.Scalar) {
    let sequence = (escape ?? "") + String(scalar)
    escape = sequence
    if sequence.hasPrefix("]") {
      if scalar == "\u{07}" || sequence.hasSuffix("\u{1B}\\") { escape = nil }
    } else if sequence.hasPrefix("[") {
      guard sequence.count > 1, ("@"..."~").contains(scalar) else { return }
      escape = nil
      obey(scalar, Int(sequence.dropFirst().dropLast()))
    } else if !"()".contains(sequence) {
      escape = nil
    }
  }

  private mutating func obey(_ command: Unicode.Scalar, _ parameter: Int?) {
    let count = max(1, parameter ?? 1)
    let rest = min(column, cells[row].count)
    switch command {
    case "A": row = max(0, row - count)
    case "B": for _ in 0..<count { moveDown() }
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns - 1, count - 1)
    case "K":
      if parameter ?? 0 == 0 { cells[row].removeSubrange(rest...) } else { cells[row] = [] }
    case "J": if parameter ?? 0 == 0 { eraseBelow(rest) }
    case "P":
      cells[row].removeSubrange(rest..<min(cells[row].count, rest + count))
    case "@": cells[row].insert(contentsOf: repeatElement(" ", count: count), at: rest)
    default: break
    }
  }

  private mutating func eraseBelow(_ rest: Int) {
    cells[row].removeSubrange(rest...)
    for index in cells.indices.dropFirst(row + 1) { cells[index] = [] }
  }
}

extension Character {
  /// Whether the character stands on the one before.
  fileprivate var isMark: Bool {
    unicodeScalars.allSatisfy {
      [.nonspacingMark, .enclosingMark].contains($0.properties.generalCategory)
        || $0.properties.isEmojiModifier
    }
  }

  /// Whether the character takes two columns; enough for the texts of tests.
  fileprivate var isWide: Bool {
    unicodeScalars.contains {
      $0.properties.isEmojiPresentation || (0x1100...0x115F).contains($0.value)
        || (0x2E80...0xA4CF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value)
        || (0xF900...0xFAFF).contains($0.value) || (0xFF01...0xFF60).contains($0.value)
        || (0x20000...0x3FFFD).contains($0.value)
    }
  }
}
