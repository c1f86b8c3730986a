internal import Diagnostics
internal import Foundation

extension PassRule {
  /// Reads the rule by which participants pass a programme.
  init?(_ node: Node, _ findings: inout Findings) {
    let keys = ["minimum", "quizzes", "attendance"]
    guard let fields = Fields(node, of: "pass rule", keys: keys, &findings) else { return nil }
    let nodes = fields["quizzes"]?.list(&findings, expected: "a list of quizzes") ?? []
    let parts = nodes.compactMap { Part($0, &findings) }
    let attendance = fields["attendance"].map { $0.percentage(&findings) }
    let minimum =
      nodes.isEmpty
      ? fields["minimum"].map { $0.percentage(&findings) } ?? 0
      : fields.required("minimum", &findings)?.percentage(&findings)
    if nodes.isEmpty, attendance == nil {
      findings.error(
        at: fields.location,
        "the pass rule names no quiz and no attendance, so everybody passes",
        remedy: "list the quizzes that count under 'quizzes', or remove 'pass'"
      )
    }
    var first: [String: Diagnostic.Location] = [:]
    for part in parts {
      if let earlier = first.updateValue(part.location, forKey: part.quiz) {
        findings.error(
          at: part.location,
          "the quiz '\(part.quiz.visible)' already counts in line \(earlier.line)",
          remedy: "keep one of the two"
        )
      }
    }
    guard let minimum else { return nil }
    self.init(
      parts: parts,
      minimum: minimum,
      attendance: attendance ?? nil,
      location: fields.location
    )
  }
}

extension PassRule.Part {
  /// Reads a quiz that counts: its name, or a mapping with its name, weight and minimum.
  fileprivate init?(_ node: Node, _ findings: inout Findings) {
    guard case .mapping = node.content else {
      guard let quiz = node.text(&findings, expected: "the name of a quiz") else { return nil }
      self.init(quiz: quiz, location: node.location)
      return
    }
    let keys = ["quiz", "weight", "minimum"]
    guard let fields = Fields(node, of: "quiz that counts", keys: keys, &findings),
      let name = fields.required("quiz", &findings),
      let quiz = name.text(&findings, expected: "the name of a quiz")
    else { return nil }
    self.init(
      quiz: quiz,
      weight: fields["weight"]?.share(&findings) ?? 1,
      minimum: fields["minimum"]?.percentage(&findings),
      location: name.location
    )
  }
}

extension Node {
  /// A percentage from 0 to 100, kept exactly.
  fileprivate func percentage(_ findings: inout Findings) -> Decimal? {
    guard let number = decimal(&findings) else { return nil }
    guard (0...100).contains(number) else {
      mismatch(expected: "a percentage from 0 to 100", &findings)
      return nil
    }
    return number
  }

  /// A weight above 0.
  fileprivate func share(_ findings: inout Findings) -> Decimal? {
    guard let number = decimal(&findings) else { return nil }
    guard number > 0, number <= 1_000 else {
      mismatch(expected: "a weight above 0, at most 1000", &findings)
      return nil
    }
    return number
  }
}
