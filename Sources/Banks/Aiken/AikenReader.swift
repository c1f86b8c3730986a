internal import Diagnostics
internal import Quizzes

/// Reads Aiken: a stem, options `A) …`, and `ANSWER: A`.
///
/// Source: Moodle 4.5, `question/format/aiken/format.php`: lines shorter than two bytes are passed
/// over, and a new line of text begins a new question.
struct AikenReader {
  private let source: SourceText
  private var stem: (text: String, line: Int)?
  private var options: [(letter: Character, text: String)] = []

  init(_ source: SourceText) {
    self.source = source
  }

  /// Reads all items into a bank.
  func read(into bank: inout BankAssembly) {
    var reader = self
    let lines = source.text.lines
    for (index, written) in lines.enumerated() {
      let line = written.trimmed
      guard line.utf8.count >= 2 else { continue }
      reader.take(line, number: index + 1, &bank)
    }
    reader.reportUnfinished(&bank)
  }

  private mutating func take(_ line: String, number: Int, _ bank: inout BankAssembly) {
    if let match = line.wholeMatch(of: /([A-Z])[).][ \t]?(.*)/.matchingSemantics(.unicodeScalar)),
      stem != nil || !match.2.isEmpty
    {
      guard stem != nil else {
        bank.findings.error(
          at: place(number),
          "the option '\(line.shortened)' has no question before it",
          remedy: "write the question on one line above its options"
        )
        return
      }
      options.append((match.1.first ?? "A", PlainText(String(match.2)).text.onOneLine))
    } else if let match = line.wholeMatch(of: /ANSWER:[ \t]*(.*)/.matchingSemantics(.unicodeScalar))
    {
      finish(String(match.1).trimmed, number: number, &bank)
    } else {
      reportUnfinished(&bank)
      stem = (PlainText(line).text, number)
      options = []
    }
  }

  private mutating func finish(_ letter: String, number: Int, _ bank: inout BankAssembly) {
    defer { (stem, options) = (nil, []) }
    guard let stem else {
      bank.findings.error(
        at: place(number),
        "'ANSWER:' has no question before it",
        remedy: "write the question and its options above it"
      )
      return
    }
    guard options.count >= 2 else {
      bank.findings.error(
        at: place(stem.line),
        "the question has \(options.count) options, expected at least 2",
        remedy: "write each option as 'A) text'"
      )
      return
    }
    guard options.count(where: { String($0.letter) == letter }) == 1 else {
      bank.findings.error(
        at: place(number),
        "found the answer '\(letter.shortened)', expected one of the letters "
          + options.map { "\($0.letter)" }.joined(separator: ", "),
        remedy: "write 'ANSWER:' and the letter of one option"
      )
      return
    }
    let choice = SingleChoice(
      options.map { Item.Option($0.text, isKey: String($0.letter) == letter) }
    )
    bank.add(
      Item(id: "", stem: stem.text, kind: .singleChoice(choice), location: place(stem.line))
    )
  }

  private func reportUnfinished(_ bank: inout BankAssembly) {
    guard let stem else { return }
    bank.findings.error(
      at: place(stem.line),
      "the question '\(stem.text.shortened)' is not finished",
      remedy: "write its options and a line 'ANSWER: A' after it"
    )
  }

  private func place(_ line: Int) -> Diagnostic.Location {
    Diagnostic.Location(file: source.file, line: line, column: 1)
  }
}
