/// Finds slips in a YAML file that cannot be read, line by line, and goes on behind each.
///
/// It knows of YAML what people use: block mappings and lists, quoted, plain and block text, and
/// lists and braces in one or several lines. It is only asked about files that the parser refused, so
/// that valid YAML never raises a false alarm.
///
/// - Complexity: O(*n*) for *n* characters, but for quotations and brackets that are not closed,
///   which are followed up to the end of the file.
struct SlipReader {
  /// Keys or list entries that begin in the same column.
  struct Level {
    /// The column in the file, and that in the repaired text.
    var column: Int
    var repairedColumn: Int
    var isList: Bool
    /// The lines of the keys.
    var keys: [String: Int] = [:]
    /// The key with which they begin.
    var firstKey = ""
    /// Whether the last key or entry has no value yet.
    var isExpecting = true
    /// Whether the last value is plain text, which may go on in the next line.
    var isPlain = false
  }

  /// The most slips that are listed of one file.
  private static let limit = 200

  /// The slips in the order of the lines.
  private(set) var found: [(location: Diagnostic.Location, slip: Slip)] = []
  private let file: String
  var lines: [SlipLine]
  var levels: [Level] = []
  /// The line that is read.
  var current = 0
  /// The last line whose list entry has a wrong mark.
  private var lastMarker = -1
  /// How much further right than it is something in the line belongs, after a slip before it.
  var shift = 0

  /// Looks for the slips of a file.
  init(_ source: SourceText) {
    file = source.file
    lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { SlipLine($1, number: $0 + 1) }
    while current < lines.count, found.count < Self.limit {
      takeLine()
      current += 1
    }
  }

  /// The text with all slips mended as well as they can be, line for line.
  var repaired: String { lines.map(\.repaired).joined(separator: "\n") }

  /// The slips as problems.
  var diagnostics: [Diagnostic] {
    found.map { location, slip in
      Diagnostic(
        slip.isOnlyDoubtful ? .warning : .error,
        at: location,
        slip.message,
        remedy: slip.remedy
      )
    }
  }

  /// The line that is read.
  var line: SlipLine {
    get { lines[current] }
    set { lines[current] = newValue }
  }

  /// Remembers a slip at a place in the current line.
  mutating func report(_ slip: Slip, at column: Int, in line: Int? = nil) {
    let number = (line ?? current) + 1
    found.append((.init(file: file, line: number, column: column + 1), slip))
  }

  private mutating func takeLine() {
    reportInvisible()
    guard !line.isEmpty, !isFormality else {
      // A comment may be indented as it likes, but not with tabs.
      if line.isEmpty, line.text.prefix(line.indentation).contains("\t") {
        line.replace(0..<line.indentation, with: "")
      }
      return
    }
    let start = line.indentation
    let isIndented = reportIndentation(upTo: start)
    shift = isIndented ? probableColumn - start : 0
    var column = start
    var isEntry = false
    while let length = marker(at: column) {
      let after = line.afterBlanks(column + length)
      let count = found.count
      let isSlip = lastMarker == current
      align(column, isList: true, isFirst: !isEntry, isKnown: isIndented)
      if isSlip || isIndented || found.count > count, let list = levels.last {
        shift = 0
        shift = columnOfNextKey(past: list.column) - after
      }
      isEntry = true
      column = after
      guard let next = line[column], next != "#" else { return }
    }
    readContent(at: column, isEntry: isEntry, isKnown: isIndented)
  }

  /// The column in which a line with an unclear indentation most probably begins.
  private var probableColumn: Int {
    guard let top = levels.last else { return 0 }
    let start = line.indentation
    let isEntry = line[start] == "-" && line[start + 1]?.isBlank == true
    if top.isExpecting { return columnOfNextKey(past: top.column + 1) }
    return (levels.last { $0.isList == isEntry } ?? top).column
  }

  /// The column in which the next line's key begins, if it is further right than another; else two
  /// columns to the right of that.
  func columnOfNextKey(past column: Int) -> Int {
    let next = lines[(current + 1)...].first { !$0.isEmpty }
    guard let next, next.leadingKey != nil, next.indentation > column + shift,
      !next.text.prefix(next.indentation).contains("\t")
    else { return column + shift + 2 }
    return next.indentation
  }

  /// Empties the line.
  private mutating func forget() { line.replace(0..<line.text.count, with: "") }

  private var isFormality: Bool {
    mutating get {
      let text = line.string(from: 0)
      if text.hasPrefix("```") {
        report(.fence, at: 0)
        forget()
        return true
      }
      guard text == "---" || text.hasPrefix("--- ") || text == "..." else {
        return text.hasPrefix("%") && levels.isEmpty
      }
      if text != "...", !levels.isEmpty {
        report(.secondDocument, at: 0)
        forget()
      }
      return true
    }
  }

  private mutating func reportInvisible() {
    guard let first = line.text.firstIndex(where: \.isHarmful) else { return }
    report(.invisible(line.text[first]), at: first)
    line.forget(where: \.isHarmful)
  }

  /// Reports tabs and odd blanks before a line's first character; whether there were any.
  private mutating func reportIndentation(upTo end: Int) -> Bool {
    let blanks = line.text.prefix(end)
    if let tab = blanks.firstIndex(of: "\t") {
      report(.tab, at: tab)
      return true
    }
    if let odd = blanks.firstIndex(where: \.isOddBlank) {
      report(.oddBlank(blanks[odd]), at: odd)
      return true
    }
    return false
  }

  /// How long the mark of a list entry at a place is; `nil` when there is none.
  private mutating func marker(at column: Int) -> Int? {
    guard let first = line[column] else { return nil }
    let next = line[column + 1]
    if first == "-" {
      guard let next else { return 1 }
      if next.isBlank { return 1 }
      if next.isOddBlank {
        report(.oddBlank(next), at: column + 1)
        line.replace(column + 1..<column + 2, with: " ")
        return 1
      }
      guard isListExpected(at: column), next != "-", !next.properties.isWhitespace,
        !("0"..."9").contains(next)
      else { return nil }
      report(.noBlankAfterHyphen, at: column)
      lastMarker = current
      line.replace(column + 1..<column + 1, with: " ")
      return 1
    }
    guard isListExpected(at: column) else { return nil }
    var length = 1
    switch first {
    case "*", "+": guard next?.isBlank == true else { return nil }
    case "\u{2022}", "\u{00B7}", "\u{2023}", "\u{25AA}", "\u{25CF}", "\u{2013}", "\u{2014}",
      "\u{2212}", "\u{2010}", "\u{2011}":
      break
    case "0"..."9":
      while let digit = line[column + length], ("0"..."9").contains(digit) { length += 1 }
      guard let dot = line[column + length], dot == "." || dot == ")",
        line[column + length + 1]?.isBlank == true
      else { return nil }
      length += 1
    default: return nil
    }
    lastMarker = current
    report(.otherMarker(line.string(from: column, to: column + length)), at: column)
    let gap = line[column + length]?.isBlank == true ? "-" : "- "
    line.replace(column..<column + length, with: gap)
    return length
  }

  /// Whether an entry of a list may begin at a place.
  private func isListExpected(at index: Int) -> Bool {
    let column = index + shift
    guard let level = levels.last(where: { $0.column <= column }) else { return false }
    return level.isList && level.column == column || !level.isList && level.isExpecting
  }
}

extension Slip {
  /// Whether the file can be read in spite of the slip.
  fileprivate var isOnlyDoubtful: Bool {
    switch self {
    case .curlyQuotes(_, _, let hasColon): !hasColon
    default: false
    }
  }
}
