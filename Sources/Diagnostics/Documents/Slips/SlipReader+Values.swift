// Values: quoted, plain and block text, lists in brackets and keys in braces.
extension SlipReader {
  mutating func readValue(of key: String?, at start: Int) {
    guard let first = line[start], first != "#" else { return }
    switch first {
    case "\"", "'": readQuoted(first, from: start)
    case "[", "{": readFlow(from: start)
    case "|", ">": readBlock(first, from: start)
    case "@", "`", "%", "&", "*", "!", ",", "]", "}":
      report(.sign(first), at: start)
      quote(start..<line.valueEnd(from: start))
      settle()
    case "-" where key != nil && line[start + 1]?.isBlank == true:
      report(.hyphenAfterColon(key: key ?? ""), at: start)
      quote(start..<line.valueEnd(from: start))
      settle()
    default: readPlain(of: key, from: start)
    }
  }

  private mutating func readPlain(of key: String?, from start: Int) {
    let end = line.valueEnd(from: start)
    let text = line.string(from: start, to: end)
    let colon = (start..<end).first { line.isColon(at: $0) }
    if let (open, close) = text.curlyQuotes {
      report(.curlyQuotes(open: open, close: close, hasColon: colon != nil), at: start)
      if colon != nil { quote(start..<end) }
      settle()
      return
    }
    guard let colon else {
      settle(isPlain: true)
      return
    }
    let before = line.string(from: start, to: colon)
    let next = before.split(separator: " ").last.map(String.init) ?? ""
    reportColon(key: key, from: start, next: before.contains(" ") ? next : "")
  }

  private mutating func readBlock(_ sign: Unicode.Scalar, from start: Int) {
    let end = line.valueEnd(from: start)
    let header = line.string(from: start + 1, to: end)
    guard header.utf8.allSatisfy({ "+-123456789".utf8.contains($0) }) else {
      report(.textAfterBlockSign(sign), at: start)
      quote(start..<end)
      settle()
      return
    }
    settle()
    skip { [column = levels.last?.column ?? -1] line in line.indentation > column }
  }

  /// Passes over the lines of a text that are indented far enough, and over empty ones.
  private mutating func skip(while isPart: (SlipLine) -> Bool) {
    let shift = levels.last.map { $0.repairedColumn - $0.column } ?? 0
    while current + 1 < lines.count {
      let next = lines[current + 1]
      let isBlank = next.indentation == next.text.count
      guard isBlank || isPart(next) else { return }
      current += 1
      if shift > 0, !isBlank { line.replace(0..<0, with: String(repeating: " ", count: shift)) }
    }
  }

  private mutating func readQuoted(_ mark: Unicode.Scalar, from start: Int) {
    settle()
    if let end = line.quoteEnd(from: start + 1, mark) {
      checkRest(of: mark, from: start, after: end)
      return
    }
    // The text may go on in the next lines, if these are indented and end as they should.
    let column = levels.last?.column ?? -1
    for index in (current + 1)..<max(lines.count, current + 1) {
      let next = lines[index]
      if next.indentation < next.text.count, next.indentation <= column { break }
      guard let end = next.quoteEnd(from: 0, mark) else { continue }
      let rest = next.afterBlanks(end + 1)
      guard next[rest] == nil || next[rest] == "#" else { break }
      current = index
      return
    }
    report(.openQuote(mark), at: start)
    let end = line.valueEnd(from: start)
    line.replace(end..<end, with: String(Character(mark)))
  }

  /// Reports text behind a quotation.
  private mutating func checkRest(of mark: Unicode.Scalar, from start: Int, after end: Int) {
    let rest = line.afterBlanks(end + 1)
    guard let next = line[rest], next != "#" else { return }
    let valueEnd = line.valueEnd(from: start)
    let text = line.string(from: rest, to: valueEnd)
    report(.textAfterQuote(mark, rest: text), at: rest)
    if text == "," || text == ";" {
      line.replace(rest..<rest + 1, with: "")
    } else {
      quote(start..<valueEnd)
    }
  }

  /// Whether the next line is an entry of a list.
  private var isListNext: Bool {
    guard let next = lines[(current + 1)...].first(where: { !$0.isEmpty }) else { return false }
    return next[next.indentation] == "-" && next[next.indentation + 1]?.isBlank == true
  }

  private mutating func readFlow(from start: Int) {
    if line.valueEnd(from: start) == start + 1, isListNext {
      // The list is written line by line, and the bracket is left over.
      report(.openBracket(line[start] ?? "["), at: start)
      line.replace(start..<start + 1, with: "")
      return
    }
    settle()
    let first = current
    let column = levels.last?.column ?? -1
    var flow = FlowSlips(from: start, in: line, at: current)
    while true {
      flow.read(&lines[current])
      if flow.isClosed { break }
      let next = current + 1 < lines.count ? lines[current + 1] : nil
      let isOver =
        next.map { next in
          !next.isEmpty && next.indentation <= column
            && !"]},".unicodeScalars.contains(next[next.indentation] ?? " ")
            || next.leadingKey != nil && next.indentation <= column + 1 && current == first
              && flow.isInBrackets
        } ?? true
      guard !isOver else { break }
      current += 1
      flow.nextLine(at: current)
    }
    if !flow.isClosed { flow.close(&lines[current]) }
    for (slip, place) in flow.found { report(slip, at: place.column, in: place.line) }
    guard flow.isClosed, let end = flow.end else { return }
    let rest = line.afterBlanks(end + 1)
    guard let next = line[rest], next != "#", let bracket = line[end] else { return }
    if next == "]" || next == "}" {
      report(.extraBracket(next), at: rest)
    } else {
      let text = line.string(from: rest, to: line.valueEnd(from: rest))
      report(.textAfterBracket(bracket, rest: text), at: rest)
    }
    line.replace(rest..<line.valueEnd(from: rest), with: "")
  }
}
