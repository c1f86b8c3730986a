internal import Diagnostics
internal import Quizzes

// Feedback belongs to rules. What it is said to follows from the responses for which they show it.
extension QTI12ItemReader {
  mutating func readFeedback(into item: inout Item) {
    var general: [String] = []
    for feedback in element.elements("itemfeedback") {
      general += texts(in: feedback.descendants("solutionmaterial") + feedback.elements("solution"))
      item.hints += texts(in: feedback.descendants("hintmaterial") + feedback.elements("hint"))
      let parts = feedback.elements.filter { !["solution", "hint"].contains($0.name) }
      let said = text(of: parts)
      guard !said.isEmpty else { continue }
      switch place(of: feedback["ident"] ?? "", in: item.kind) {
      case .general: general.append(said)
      case .right: item.feedback.right = joined(item.feedback.right, said)
      case .wrong: item.feedback.wrong = joined(item.feedback.wrong, said)
      case .options(let numbers):
        for number in numbers { item.kind.say(said, of: number) }
      case .nothing: lose("feedback that depends on the response")
      }
    }
    var kept: [String] = []
    for text in general where !kept.contains(text) { kept.append(text) }
    item.rationale = kept.isEmpty ? nil : kept.joined(separator: "\n\n")
    item.kind.dropUnsaid()
  }

  /// To whom a feedback is said.
  private enum Place {
    /// Everybody.
    case general
    /// Whoever is right.
    case right
    /// Whoever is not.
    case wrong
    /// Whoever gives some of the responses.
    case options([Int])
    /// Nobody that our form could name.
    case nothing
  }

  private func place(of identifier: String, in kind: Item.Kind) -> Place {
    let name = identifier.lowercased()
    let saysWrong = ["incorrect", "wrong", "fail"].contains { name.contains($0) }
    let saysRight = !saysWrong && ["correct", "mastery", "right"].contains { name.contains($0) }
    let shown = probes.filter { $0.outcome.feedback.contains(identifier) }
    guard !shown.isEmpty else {
      // Some tools write the feedback without a rule, and know it by its name.
      return saysWrong
        ? .wrong : saysRight ? .right : name.hasPrefix("general") ? .general : .nothing
    }
    let best = best
    func isRight(_ probe: QTI12Probe) -> Bool { best > 0 && probe.outcome.score == best }
    let numbers = shown.compactMap(\.number)
    if shown.count == probes.count { return .general }
    let rightCount = probes.count(where: isRight)
    let isVerdict = saysRight || saysWrong || numbers.count != 1 || !kind.hasReasons
    if shown.allSatisfy(isRight), shown.count == rightCount, isVerdict { return .right }
    if !shown.contains(where: isRight), shown.count == probes.count - rightCount, isVerdict {
      return .wrong
    }
    return numbers.isEmpty || !kind.hasReasons ? .nothing : .options(numbers)
  }

  private mutating func texts(in elements: [XMLElement]) -> [String] {
    var texts: [String] = []
    for element in elements {
      let said = text(of: element.elements)
      if !said.isEmpty, !texts.contains(said) { texts.append(said) }
    }
    return texts
  }

  private mutating func text(of elements: [XMLElement]) -> String {
    let text = QTI12Layout(elements).text
    lose(text.losses)
    return text.text
  }

  private func joined(_ before: String?, _ text: String) -> String {
    before.map { "\($0)\n\n\(text)" } ?? text
  }
}

extension Item.Kind {
  /// Whether single responses can have reasons.
  fileprivate var hasReasons: Bool {
    switch self {
    case .singleChoice, .multipleResponse, .shortText, .numerical: true
    case .trueFalse, .matching, .ordering, .cloze, .essay, .description: false
    }
  }

  /// Adds what is said to whoever gives a response.
  fileprivate mutating func say(_ text: String, of number: Int) {
    func added(_ before: String?) -> String { before.map { "\($0)\n\n\(text)" } ?? text }
    switch self {
    case .singleChoice(var choice) where choice.options.indices.contains(number):
      choice.options[number].because = added(choice.options[number].because)
      self = .singleChoice(choice)
    case .multipleResponse(var choice) where choice.options.indices.contains(number):
      choice.options[number].because = added(choice.options[number].because)
      self = .multipleResponse(choice)
    case .shortText(var shortText) where shortText.accepted.indices.contains(number):
      shortText.accepted[number].because = added(shortText.accepted[number].because)
      self = .shortText(shortText)
    case .numerical(var numerical) where numerical.accepted.indices.contains(number):
      numerical.accepted[number].because = added(numerical.accepted[number].because)
      self = .numerical(numerical)
    case .singleChoice, .multipleResponse, .shortText, .numerical, .trueFalse, .matching,
      .ordering, .cloze, .essay, .description:
      break
    }
  }

  /// Leaves out texts and numbers that earn nothing and to which nothing is said.
  fileprivate mutating func dropUnsaid() {
    switch self {
    case .shortText(var shortText):
      shortText.accepted.removeAll { $0.fraction == 0 && $0.because == nil }
      self = .shortText(shortText)
    case .numerical(var numerical):
      numerical.accepted.removeAll { $0.fraction == 0 && $0.because == nil }
      self = .numerical(numerical)
    case .singleChoice, .multipleResponse, .trueFalse, .matching, .ordering, .cloze, .essay,
      .description:
      break
    }
  }
}
