internal import Diagnostics
internal import Quizzes

/// What a form cannot hold of one item, told in one warning.
struct LossReport {
  private var parts: [String] = []

  /// Adds a part, such as "its hints", each once.
  mutating func lose(_ part: String, if isLost: Bool = true) {
    if isLost, !parts.contains(part) { parts.append(part) }
  }

  /// Tells the loss of an item, if there is any.
  func tell(_ item: Item, _ form: BankForm, _ losses: inout Findings) {
    guard !parts.isEmpty else { return }
    losses.warn(
      at: item.location,
      "'\(item.id)' is written without \(parts.joined(separator: "; ")), "
        + "which \(form.name) does not support"
    )
  }

  /// Tells that an item is left out.
  static func leftOut(
    _ item: Item,
    _ reason: String,
    _ form: BankForm,
    _ losses: inout Findings
  ) {
    losses.warn(
      at: item.location,
      "'\(item.id)' is left out: \(form.name) does not support \(reason)"
    )
  }

  /// Tells what is said of a whole quiz and has no place in a bank.
  static func tellSettings(of quiz: Quiz, _ form: BankForm, _ losses: inout Findings) {
    let plain = Quiz(title: quiz.title, status: quiz.status, items: [])
    let settings: [(String, Bool)] = [
      ("curriculum and module", quiz.curriculum != nil || quiz.module != nil),
      ("mode", quiz.mode != plain.mode), ("pass mark", quiz.passPercent != nil),
      ("order", quiz.shuffle != plain.shuffle), ("notice", quiz.notice != nil),
      ("certainty", quiz.asksCertainty), ("penalty", quiz.penalty != plain.penalty),
      ("conditions", quiz.conditions != .usual(in: quiz.mode)),
      ("grading", quiz.grading != plain.grading),
      ("rules of feedback", quiz.feedback != .usual(in: quiz.mode)),
      ("allowances", !quiz.allowances.isEmpty),
      ("comments", !Item.areHeld(quiz.remarks, in: form)),
      ("sections", !quiz.sections.isEmpty), ("blueprint", !quiz.draws.isEmpty),
      ("banks", !quiz.banks.isEmpty), ("lists of items kept apart", !quiz.apart.isEmpty),
    ]
    // What came from another bank has only a status that says so.
    let lost = (quiz.text.isEmpty ? [] : ["title", "status"]) + settings.filter(\.1).map(\.0)
    guard !lost.isEmpty else { return }
    losses.warn(
      at: .init(file: quiz.file),
      "the quiz is written without its \(lost.joined(separator: ", ")): a bank contains only items"
    )
  }
}
