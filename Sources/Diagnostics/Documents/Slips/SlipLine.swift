/// One line of a YAML file while slips are looked for: its characters, and what is to be changed.
struct SlipLine {
  let number: Int
  private(set) var text: [Unicode.Scalar]
  private var edits: [(range: Range<Int>, with: String)] = []

  init(_ text: Substring, number: Int) {
    self.text = Array(text.unicodeScalars)
    self.number = number
  }

  /// Remembers that a part of the line becomes something else.
  mutating func replace(_ range: Range<Int>, with replacement: String) {
    guard !edits.contains(where: { $0.range.overlaps(range) && !range.isEmpty }) else { return }
    edits.append((range, replacement))
  }

  /// Takes characters out before anything else is changed.
  mutating func forget(where isUnwanted: (Unicode.Scalar) -> Bool) {
    text.removeAll(where: isUnwanted)
  }

  /// Forgets what was to be changed.
  mutating func withdraw() { edits = [] }

  /// The line with all changes.
  var repaired: String {
    var result = text
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(edit.range, with: edit.with.unicodeScalars)
    }
    return String(String.UnicodeScalarView(result))
  }

  /// The text from one place to another, or to the end.
  func string(from start: Int, to end: Int? = nil) -> String {
    let end = end ?? text.count
    return start < end ? String(String.UnicodeScalarView(text[start..<end])) : ""
  }

  /// The character at a place; `nil` past the end.
  subscript(index: Int) -> Unicode.Scalar? {
    text.indices.contains(index) ? text[index] : nil
  }

  /// Whether a key's colon may stand at a place: what follows is a blank, or nothing.
  func isColon(at index: Int) -> Bool {
    guard self[index] == ":" else { return false }
    guard let next = self[index + 1] else { return true }
    return next.isBlank || next.isOddBlank
  }

  /// The first place from another on that has no blank.
  func afterBlanks(_ index: Int) -> Int {
    var index = index
    while let scalar = self[index], scalar.isBlank || scalar.isOddBlank { index += 1 }
    return index
  }

  /// Where the value that begins at a place ends: before a comment and before blanks.
  func valueEnd(from start: Int) -> Int {
    var end = start
    var index = start
    while let scalar = self[index] {
      if scalar == "#", index > start, self[index - 1]?.isBlank == true { break }
      if !scalar.isBlank { end = index + 1 }
      index += 1
    }
    return end
  }

  /// Where a quotation that opens at a place is closed; `nil` when it is not on this line.
  func quoteEnd(from start: Int, _ mark: Unicode.Scalar) -> Int? {
    var index = start
    while let scalar = self[index] {
      if mark == "\"", scalar == "\\" {
        index += 2
      } else if scalar == mark {
        guard mark == "'", self[index + 1] == "'" else { return index }
        index += 2
      } else {
        index += 1
      }
    }
    return nil
  }

  /// How many spaces the line begins with.
  var indentation: Int {
    text.prefix { $0.isBlank || $0.isOddBlank }.count
  }

  /// Whether there is nothing but blanks or a comment.
  var isEmpty: Bool {
    let first = self[indentation]
    return first == nil || first == "#"
  }

  /// The key with which the line begins, behind hyphens; `nil` where there is none.
  var leadingKey: String? {
    var start = indentation
    while self[start] == "-", self[start + 1]?.isBlank == true { start = afterBlanks(start + 1) }
    var index = start
    while let scalar = self[index], scalar.properties.isAlphabetic || scalar == "-" { index += 1 }
    return index > start && isColon(at: index) ? string(from: start, to: index) : nil
  }
}
