import Diagnostics

/// A page of help in the words of the argument parser, laid out once, for one width.
///
/// Paragraphs are filled. Lines that begin with two spaces, such as examples, are kept as they are
/// written, so that they can be pasted.
struct HelpPage {
  /// The width to ask the argument parser for, so that it breaks no line itself.
  static let endless = 100_000

  private let overview: ArraySlice<Substring>
  private let reference: ArraySlice<Substring>

  /// A page from a message of the argument parser that is ``endless`` columns wide; `nil` where the
  /// message is something else, such as the version or a completion script.
  init?(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard let start = lines.firstIndex(where: { $0.hasPrefix("USAGE: ") }) else { return nil }
    overview = lines[..<start]
    reference = lines[start...]
  }

  /// The page in lines of at most so many columns, apart from lines that are kept as written.
  func text(columns: Int) -> String {
    (overviewLines(columns) + reference.flatMap { Self.laidOut($0, columns) })
      .joined(separator: "\n")
  }

  private func overviewLines(_ columns: Int) -> [String] {
    var lines: [String] = []
    var paragraph: [Substring] = []
    for line in overview + [""] {
      if !line.isEmpty, !line.hasPrefix("  ") {
        paragraph.append(line)
        continue
      }
      if !paragraph.isEmpty {
        lines += Self.filled(paragraph.joined(separator: " ").trimmingPrefix("OVERVIEW: "), columns)
        paragraph = []
      }
      lines.append(String(line))
    }
    return lines.dropLast()
  }

  /// Lays out a line of the usage, a heading, or the description of an option.
  private static func laidOut(_ line: Substring, _ columns: Int) -> [String] {
    if line.hasPrefix("USAGE: ") { return broken(line, columns) }
    guard line.hasPrefix("  ") else { return [String(line)] }
    // A short label and its description share a line; a long label has the line to itself.
    guard let (label, words) = parts(of: line) else {
      let text = line.drop { $0 == " " }
      let isLabel = text.endIndex == line.endIndex && line.count - text.count < labelWidth
      return isLabel ? filled(text, columns, "  ") : described(text, columns)
    }
    guard columns >= leastForTwoColumns else {
      return ["  " + label] + described(words, columns)
    }
    let first = "  " + label + String(repeating: " ", count: labelWidth - 2 - label.count)
    return filled(words, columns, first)
  }

  /// A label and its description, with two spaces or more between them; a label that fills its column
  /// has one.
  private static func parts(of line: Substring) -> (label: Substring, words: Substring)? {
    if let (_, label, words) = line.wholeMatch(of: /^ {2}(\S.*?) {2,}(.*)/)?.output {
      return (label, words)
    }
    guard line.hasPrefix("  -") || line.hasPrefix("  <"), line.count > labelWidth else {
      return nil
    }
    let end = line.index(line.startIndex, offsetBy: labelWidth - 1)
    let words = line[end...].dropFirst()
    guard line[end] == " ", words.first != " " else { return nil }
    return (line[..<end].dropFirst(2), words)
  }

  /// The description of an option below its label.
  private static func described(_ words: Substring, _ columns: Int) -> [String] {
    let indent = columns >= leastForTwoColumns ? labelWidth : 6
    return filled(words, columns, String(repeating: " ", count: indent))
  }

  /// The columns that the argument parser gives to labels.
  private static let labelWidth = 26
  /// The width from which descriptions are beside their labels.
  private static let leastForTwoColumns = 60

  /// Fills lines with words, and leaves no word alone on the last one.
  private static func filled(
    _ text: some StringProtocol,
    _ columns: Int,
    _ indent: String = ""
  ) -> [String] {
    let lines = text.wrapped(to: columns, indentedBy: indent)
    let pair = text.split(separator: " ").suffix(2).joined(separator: "\u{A0}")
    let isAlone = lines.count > 1 && !lines[lines.count - 1].drop { $0 == " " }.contains(" ")
    guard isAlone, indent.count + pair.count <= columns else { return lines }
    return (text.dropLast(pair.count) + pair).wrapped(to: columns, indentedBy: indent)
      .map { $0.replacing("\u{A0}", with: " ") }
  }

  /// Breaks a line of usage between its options, as in `[--as <id>]`.
  private static func broken(_ usage: Substring, _ columns: Int) -> [String] {
    guard usage.count > columns else { return [String(usage)] }
    var lines = [""]
    for part in usage.matches(of: /\[[^\]]*\]+|[^ ]+/).map(\.output) {
      let isFull = (lines.last?.count ?? 0) + 1 + part.count > columns
      if isFull { lines.append("        ") }
      let gap = isFull || lines == [""] ? "" : " "
      lines[lines.count - 1] += gap + part
    }
    return lines
  }
}
