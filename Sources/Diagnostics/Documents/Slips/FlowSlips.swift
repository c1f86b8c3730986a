/// The slips in a list in brackets or in keys in braces.
struct FlowSlips {
  /// A place, counted from 0.
  typealias Place = (line: Int, column: Int)

  /// What is open at a place.
  private struct Part {
    let bracket: Unicode.Scalar
    let place: Place
    /// Whether the current entry has its key.
    var hasKey = false
  }

  /// The slips in the order in which they were found.
  private(set) var found: [(slip: Slip, place: Place)] = []
  /// Where the last bracket was closed.
  private(set) var end: Int?
  private var parts: [Part] = []
  private var next: Int
  private var line: Int
  /// Where the current text begins; `nil` between texts.
  private var token: Int?

  init(from start: Int, in line: SlipLine, at index: Int) {
    next = start
    self.line = index
  }

  /// Whether all brackets are closed.
  var isClosed: Bool { end != nil }

  /// Whether the innermost open bracket is that of a list.
  var isInBrackets: Bool { parts.last?.bracket == "[" }

  /// Goes on in the next line.
  mutating func nextLine(at index: Int) {
    line = index
    next = 0
    token = nil
  }

  /// Reads a line up to its end, or up to the last closing bracket.
  mutating func read(_ text: inout SlipLine) {
    while end == nil, let scalar = text[next] {
      step(scalar, &text)
      next += 1
    }
  }

  /// Closes at the end of a line what is still open, and reports it.
  mutating func close(_ text: inout SlipLine) {
    guard let innermost = parts.last else { return }
    report(.openBracket(innermost.bracket), innermost.place)
    let closing = parts.reversed().map { String(Character(Slip.closing($0.bracket))) }.joined()
    let end = text.valueEnd(from: 0)
    text.replace(end..<end, with: closing)
  }

  private mutating func report(_ slip: Slip, _ place: Place? = nil) {
    found.append((slip, place ?? (line, next)))
  }

  private mutating func step(_ scalar: Unicode.Scalar, _ text: inout SlipLine) {
    switch scalar {
    case " ", "\t": break
    case "#" where next == 0 || text[next - 1]?.isBlank == true: next = text.text.count
    case "[", "{": open(scalar)
    case "]", "}": close(scalar, &text)
    case ",":
      token = nil
      if !parts.isEmpty { parts[parts.count - 1].hasKey = false }
    case "\"", "'": if token == nil { readQuoted(scalar, &text) }
    case ":": readColon(&text)
    default:
      if scalar.isOddBlank, token == nil {
        report(.oddBlank(scalar))
        text.replace(next..<next + 1, with: " ")
      } else if token == nil {
        token = next
        readCurlyQuotes(&text)
      }
    }
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    if token != nil { report(.bracketInText(bracket)) }
    token = nil
    parts.append(Part(bracket: bracket, place: (line, next)))
  }

  private mutating func close(_ bracket: Unicode.Scalar, _ text: inout SlipLine) {
    token = nil
    guard let part = parts.popLast() else { return }
    let expected = Slip.closing(part.bracket)
    if bracket != expected {
      report(.otherBracket(found: bracket, expected: expected))
      text.replace(next..<next + 1, with: String(Character(expected)))
    }
    if parts.isEmpty { end = next }
  }

  private mutating func readQuoted(_ mark: Unicode.Scalar, _ text: inout SlipLine) {
    token = next
    guard let close = text.quoteEnd(from: next + 1, mark) else {
      // It may be closed in a later line, but people hardly ever write so within brackets.
      report(.openQuote(mark))
      var end = next + 1
      while let scalar = text[end], !",]}".unicodeScalars.contains(scalar) { end += 1 }
      text.replace(end..<end, with: String(Character(mark)))
      next = end - 1
      return
    }
    let rest = text.afterBlanks(close + 1)
    if let scalar = text[rest], !",]}:#".unicodeScalars.contains(scalar) {
      report(.textAfterQuote(mark, rest: ""), (line, rest))
      var end = rest
      while let scalar = text[end], !",]}".unicodeScalars.contains(scalar) { end += 1 }
      text.replace(close + 1..<end, with: "")
      next = end - 1
    } else {
      next = close
    }
  }

  private mutating func readColon(_ text: inout SlipLine) {
    guard let start = token, !parts.isEmpty else { return }
    let key = text.string(from: start, to: next)
    let isInBraces = parts[parts.count - 1].bracket == "{"
    let after = text[next + 1]
    let isColon =
      after.map { $0.isBlank || $0.isOddBlank || ",]}[{".unicodeScalars.contains($0) } ?? true
      || text[next - 1] == "\""
    guard isColon else {
      if isInBraces, !parts[parts.count - 1].hasKey, Slip.isKey(key), after != "/" {
        report(.noBlankAfterColon(key: key))
        text.replace(next + 1..<next + 1, with: " ")
        parts[parts.count - 1].hasKey = true
        token = nil
      }
      return
    }
    if parts[parts.count - 1].hasKey {
      let words = key.split(separator: " ")
      let word = words.last.map(String.init) ?? ""
      report(.noComma(key: word))
      let start = next - word.unicodeScalars.count
      if words.count > 1 { text.replace(start..<start, with: ", ") }
    }
    parts[parts.count - 1].hasKey = true
    token = nil
  }

  private mutating func readCurlyQuotes(_ text: inout SlipLine) {
    guard text[next]?.opensCurlyQuotes == true else { return }
    var end = next
    while let scalar = text[end], !",]}".unicodeScalars.contains(scalar) { end += 1 }
    let value = text.string(from: next, to: end)
    guard let (open, close) = value.curlyQuotes else { return }
    report(.curlyQuotes(open: open, close: close, hasColon: false))
  }
}
