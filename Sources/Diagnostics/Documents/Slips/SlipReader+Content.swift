// What stands on a line behind its indentation and its hyphens: a key with its value, or text.
extension SlipReader {
  mutating func readContent(at column: Int, isEntry: Bool, isKnown: Bool) {
    if let (key, colon) = key(at: column) {
      if !isEntry, isContinuation(column), !Slip.isKey(key) {
        reportColon(key: nil, from: column, next: key)
        return
      }
      align(column, isList: false, isFirst: !isEntry, isKnown: isKnown)
      keep(key, at: column)
      readValue(of: key, at: afterColon(colon))
      return
    }
    if !isEntry, isContinuation(column) { return }
    if let (key, end) = misspelledKey(at: column, isEntry: isEntry) {
      align(column, isList: false, isFirst: !isEntry, isKnown: isKnown)
      keep(key, at: column)
      readValue(of: key, at: line.afterBlanks(end))
      return
    }
    let isText = isEntry || levels.isEmpty || isValue(column)
    guard isText else {
      align(column, isList: false, isFirst: true, isKnown: true)
      report(.noColon(text: line.string(from: column, to: line.valueEnd(from: column))), at: column)
      line.replace(0..<line.text.count, with: "")
      settle()
      return
    }
    readValue(of: nil, at: column)
  }

  /// Whether a line goes on with the plain text above.
  private func isContinuation(_ column: Int) -> Bool {
    guard let top = levels.last else { return false }
    return top.isPlain && column + shift > top.column
  }

  /// Whether a line is the value of the key above, or of the list entry.
  private func isValue(_ column: Int) -> Bool {
    guard let top = levels.last else { return true }
    return top.isExpecting && column + shift > top.column
  }

  /// The key at a place and where its colon is.
  private func key(at column: Int) -> (key: String, colon: Int)? {
    guard let first = line[column], !"[{#|>@`%&*!".unicodeScalars.contains(first) else {
      return nil
    }
    if first == "\"" || first == "'" {
      guard let end = line.quoteEnd(from: column + 1, first) else { return nil }
      let colon = line.afterBlanks(end + 1)
      guard line.isColon(at: colon) else { return nil }
      return (line.string(from: column + 1, to: end), colon)
    }
    var index = column
    while let scalar = line[index] {
      if scalar == "#", line[index - 1]?.isBlank == true { return nil }
      if line.isColon(at: index) {
        let key = line.string(from: column, to: index)
        return (key.trimmed, index)
      }
      index += 1
    }
    return nil
  }

  /// Where the value behind a colon begins; odd blanks before it are reported.
  private mutating func afterColon(_ colon: Int) -> Int {
    let start = line.afterBlanks(colon + 1)
    if let odd = (colon + 1..<start).first(where: { line[$0]?.isOddBlank == true }),
      let blank = line[odd]
    {
      report(.oddBlank(blank), at: odd)
      line.replace(colon + 1..<start, with: " ")
    }
    return start
  }

  /// A key with a slip in or after its colon, and where its value begins.
  private mutating func misspelledKey(at column: Int, isEntry: Bool) -> (key: String, end: Int)? {
    var end = column
    while let scalar = line[end], scalar.properties.isAlphabetic || scalar == "-" { end += 1 }
    let key = line.string(from: column, to: end)
    guard end > column else { return nil }
    let sign = line.afterBlanks(end)
    guard let found = line[sign] else { return nil }
    // A single word with a colon may also be text, unless a key is due.
    let isDue = !isEntry && !isValue(column) || isFollowedByKey(at: column)
    switch found {
    case ":" where sign == end && line[end + 1] != "/" && Slip.isKey(key) && isDue:
      report(.noBlankAfterColon(key: key), at: end)
      line.replace(end + 1..<end + 1, with: " ")
    case "\u{FF1A}", "\u{FE55}", "\u{A789}", "\u{2236}":
      report(.otherColon(found), at: sign)
      line.replace(end..<sign + 1, with: ": ")
    case "=" where isDue:
      report(.equalsSign(key: key), at: sign)
      line.replace(end..<sign + 1, with: ": ")
    default: return nil
    }
    return (key, sign + 1)
  }

  /// Whether the next line has a key in the same column.
  private func isFollowedByKey(at column: Int) -> Bool {
    let next = lines[(current + 1)...].first { !$0.isEmpty }
    return next.map { $0.indentation == column && $0.leadingKey != nil } ?? false
  }

  /// Reports a colon within text, and puts the text in quotation marks.
  mutating func reportColon(key: String?, from start: Int, next: String) {
    let end = line.valueEnd(from: start)
    let colon = (start..<end).first { line.isColon(at: $0) } ?? start
    report(.colonInText(key: key, next: next), at: colon)
    quote(start..<end)
    settle()
  }

  /// Puts a part of the line in quotation marks.
  mutating func quote(_ range: Range<Int>) {
    let text = line.string(from: range.lowerBound, to: range.upperBound)
    line.replace(range, with: "'" + text.replacing("'", with: "''") + "'")
  }
}

extension String {
  /// The text without spaces at its end.
  fileprivate var trimmed: String {
    String(reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
