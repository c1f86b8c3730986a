internal import Diagnostics
internal import Quizzes

/// The response processing of an item of QTI 1.2, which can be asked what a response earns.
///
/// Tools say the same in many ways: one rule for the right response, one for each option, sets or
/// sums. So the rules are followed, and what counts is what comes out.
struct QTI12Processing {
  /// What a response leads to.
  struct Outcome {
    /// The sum of all that was given.
    var score: Rational = 0
    /// The feedback that is shown, by its identifiers.
    var feedback: [String] = []
  }

  /// How a score changes.
  private enum Action: String {
    case set, add, subtract, multiply, divide
  }

  private struct Change {
    var variable: String
    var action: Action
    var value: Rational
  }

  private struct Rule {
    var test: QTI12Condition
    var changes: [Change]
    var feedback: [String]
    var endsHere: Bool
  }

  private var rules: [Rule] = []
  /// The most that the score can be, where that is said.
  private(set) var upperBound: Rational?
  /// The least that the score can be, where that is said.
  private(set) var lowerBound: Rational?
  /// Whether a part of it is not known here.
  private(set) var isForeign = false

  /// Reads the processing; without any nothing earns a mark.
  init(_ element: XMLElement?, takesSeveral: (String) -> Bool) {
    guard let element else { return }
    for variable in element.first("outcomes")?.elements("decvar") ?? [] {
      upperBound = upperBound ?? variable["maxvalue"].flatMap { Rational(score: $0.trimmed) }
      lowerBound = lowerBound ?? variable["minvalue"].flatMap { Rational(score: $0.trimmed) }
    }
    isForeign =
      element.elements.contains { !["outcomes", "respcondition"].contains($0.name) }
      && element.elements.contains { $0.name.hasSuffix("extension") }
    for condition in element.elements("respcondition") {
      read(condition, takesSeveral: takesSeveral)
    }
  }

  private mutating func read(_ element: XMLElement, takesSeveral: (String) -> Bool) {
    guard let test = element.first("conditionvar") else { return }
    var changes: [Change] = []
    for variable in element.elements("setvar") {
      let action = Action(rawValue: (variable["action"] ?? "Set").lowercased())
      guard let action, let value = value(of: variable.text.trimmed) else {
        isForeign = true
        continue
      }
      let name = variable["varname"] ?? variable["variablename"] ?? "SCORE"
      changes.append(Change(variable: name, action: action, value: value))
    }
    let condition = QTI12Condition(test, takesSeveral: takesSeveral)
    if condition.isForeign, !changes.isEmpty { isForeign = true }
    rules.append(
      Rule(
        test: condition,
        changes: changes,
        feedback: element.elements("displayfeedback").compactMap { $0["linkrefid"] },
        endsHere: element["continue"]?.lowercased() == "no"
      )
    )
  }

  /// A number, or Blackboard's word for the most that can be earned.
  private func value(of text: String) -> Rational? {
    text == "SCORE.max" ? upperBound ?? 1 : Rational(score: text)
  }

  /// What a response leads to, by the values of each response.
  func outcome(of responses: [String: [String]]) -> Outcome {
    var outcome = Outcome()
    var variables: [String: Rational] = [:]
    var hasScored = false
    for rule in rules where rule.test.holds(for: responses, hasScored: hasScored) {
      for change in rule.changes {
        let before = variables[change.variable] ?? 0
        switch change.action {
        case .set: variables[change.variable] = change.value
        case .add: variables[change.variable] = before + change.value
        case .subtract: variables[change.variable] = before - change.value
        case .multiply: variables[change.variable] = before * change.value
        case .divide: if change.value != 0 { variables[change.variable] = before / change.value }
        }
      }
      hasScored = hasScored || rule.changes.contains { $0.value > 0 }
      outcome.feedback += rule.feedback.filter { !outcome.feedback.contains($0) }
      if rule.endsHere { break }
    }
    outcome.score = variables.values.reduce(0, +)
    return outcome
  }

  /// The tests of the rules that give something, what earns most first.
  private var givingTests: [QTI12Condition] {
    rules.filter { rule in
      rule.changes.contains { $0.value > 0 && $0.action != .subtract }
    }.map(\.test)
  }

  /// The texts that the rules name for a response, each once, in the order written.
  func texts(for response: String) -> [(text: String, isPart: Bool, matchesCase: Bool)] {
    var texts: [(text: String, isPart: Bool, matchesCase: Bool)] = []
    for found in rules.flatMap({ $0.test.texts(for: response) })
    where !texts.contains(where: { $0.text == found.text && $0.isPart == found.isPart }) {
      texts.append(found)
    }
    return texts
  }

  /// The values that each rule which gives something names for a response.
  func namedSets(for response: String) -> [[String]] {
    givingTests.map { $0.texts(for: response).map(\.text) }
  }

  /// The numbers that the rules which give something name for a response, each once.
  func numbers(for response: String) -> [Numerical.Value] {
    var numbers: [Numerical.Value] = []
    for number in givingTests.flatMap({ $0.numbers(for: response) })
    where !numbers.contains(number) {
      numbers.append(number)
    }
    return numbers
  }

  /// Whether an end of a range of numbers does not count itself.
  var hasOpenEnd: Bool { givingTests.contains(where: \.hasOpenEnd) }

  /// Whether anything can be earned.
  var givesMarks: Bool { !givingTests.isEmpty }
}
