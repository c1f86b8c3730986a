internal import Diagnostics
internal import Quizzes

/// Writes Aiken, which holds single choices and nothing beside them.
struct AikenWriter {
  private let quiz: Quiz

  init(_ quiz: Quiz) {
    self.quiz = quiz
  }

  /// The file; what it cannot hold is added to the losses.
  func write(_ losses: inout Findings) -> String {
    LossReport.tellSettings(of: quiz, .aiken, &losses)
    var blocks: [String] = []
    for item in quiz.items {
      if let reason = Self.obstacle(item) {
        LossReport.leftOut(item, reason, .aiken, &losses)
      } else if case .singleChoice(let choice) = item.kind {
        blocks.append(Self.written(item, choice))
        Self.loss(of: item, choice).tell(item, .aiken, &losses)
      }
    }
    return blocks.joined(separator: "\n")
  }

  private static func written(_ item: Item, _ choice: SingleChoice) -> String {
    let letters = Letters.first(choice.options.count).map { $0.uppercased() }
    let key = choice.options.firstIndex(where: \.isKey) ?? 0
    let options = zip(letters, choice.options).map { "\($0)) \($1.text)\n" }
    return "\(item.stem.onOneLine)\n\(options.joined())ANSWER: \(letters[key])\n"
  }

  /// How an option or an answer begins.
  private static var sign: some RegexComponent {
    /^([A-Z][).]|ANSWER:)/.matchingSemantics(.unicodeScalar)
  }

  /// What Aiken has no way to say, so that the item is left out.
  static func obstacle(_ item: Item) -> String? {
    guard case .singleChoice(let choice) = item.kind else { return "anything but single choices" }
    if choice.options.count(where: \.isKey) != 1 { return "more than one key" }
    let stem = item.stem.onOneLine
    let isMistaken =
      stem.utf8.count < 2 || stem.firstMatch(of: Self.sign) != nil
    return isMistaken ? "a stem that looks like an option or an answer" : nil
  }

  private static func loss(of item: Item, _ choice: SingleChoice) -> LossReport {
    var loss = LossReport()
    loss.lose("its name", if: item.name != nil)
    loss.lose("its identifier")
    loss.lose("the line breaks of its text", if: item.stem.holds("\n"))
    loss.lose("its rationale and source", if: item.generalFeedback != nil)
    loss.lose("why options are right or wrong", if: choice.options.contains { $0.because != nil })
    loss.lose(
      "parts of the mark",
      if: choice.options.contains { ($0.fraction ?? 0) != 0 && !$0.isKey }
    )
    loss.lose("its tags, themes and facts", if: !item.labels.isEmpty)
    loss.lose("its category", if: item.category != nil)
    loss.lose("its comments", if: !item.remarks.isEmpty)
    loss.lose("its section", if: item.section != nil)
    loss.lose("its mark of \(item.maximum.rounded())", if: item.maximum != 1)
    loss.lose("its hints and penalty", if: !item.hints.isEmpty || item.penalty != nil)
    loss.lose("its feedback by verdict", if: item.feedback != Item.Feedback())
    let isFixed = item.keepsOrder || item.keepsPlace || choice.options.contains(where: \.keepsPlace)
    loss.lose("its fixed place or order", if: isFixed)
    return loss
  }
}
