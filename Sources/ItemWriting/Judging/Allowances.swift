internal import Diagnostics
internal import Quizzes

/// What files allow, and which of it was needed.
struct Allowances {
  /// One line of an `allow`.
  private struct Allowance {
    let code: String
    let quiz: Int
    /// The item; `nil` for a whole quiz.
    let item: Item.ID?
    let location: Diagnostic.Location
    var isUsed = false
  }

  private var allowances: [Allowance] = []
  private var problems = Findings()

  private let codes: [String]

  init(_ bank: [LintedQuiz], codes: [String]) {
    self.codes = codes
    for quiz in bank {
      read(quiz.node?["allow"], quiz: quiz.number, item: nil)
      for item in quiz.items {
        read(item.node?["allow"], quiz: quiz.number, item: item.item.id)
      }
    }
  }

  private mutating func read(_ node: Node?, quiz: Int, item: Item.ID?) {
    guard let node, !node.isEmpty else { return }
    guard case .mapping(let entries) = node.content else {
      node.mismatch(
        expected: "codes with reasons",
        &problems,
        remedy: "write 'allow: {key-longest: \"why it is right here\"}'"
      )
      return
    }
    for entry in entries {
      guard codes.contains(entry.key) else {
        problems.warn(
          at: entry.location,
          "no rule has the code '\(entry.key.visible)' [allow]",
          remedy: didYouMean(
            entry.key,
            among: codes,
            otherwise: "use the code at the end of the message"
          )
        )
        continue
      }
      if entry.value.written?.isEmpty ?? true {
        problems.warn(
          at: entry.location,
          "'\(entry.key)' is allowed without a reason [allow]",
          remedy: "say why it is right here, for people who read the file later"
        )
      }
      allowances.append(
        Allowance(code: entry.key, quiz: quiz, item: item, location: entry.location)
      )
    }
  }

  /// Whether the files allow a finding: its item, or each of its quizzes.
  mutating func cover(_ finding: Finding) -> Bool {
    var covered: Set<Int> = []
    for index in allowances.indices {
      let allowance = allowances[index]
      guard allowance.code == finding.code, finding.quizzes.contains(allowance.quiz),
        allowance.item == nil || allowance.item == finding.item
      else { continue }
      allowances[index].isUsed = true
      covered.insert(allowance.quiz)
    }
    return !finding.quizzes.isEmpty && covered.isSuperset(of: finding.quizzes)
  }

  /// What is wrong with what is allowed, also what nothing needed.
  var findings: Findings {
    var findings = problems
    for allowance in allowances where !allowance.isUsed {
      let place = allowance.item.map { "the item '\($0)'" } ?? "the quiz"
      findings.warn(
        at: allowance.location,
        "'\(allowance.code)' is allowed, but \(place) does not need it [allow]",
        remedy: "remove it"
      )
    }
    return findings
  }
}
