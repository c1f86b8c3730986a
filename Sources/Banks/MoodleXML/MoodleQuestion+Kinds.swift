internal import Diagnostics
internal import Foundation
internal import Quizzes

// The types of questions.
extension MoodleQuestion {
  mutating func choice() throws(Diagnostic) -> Item.Kind {
    var options: [Item.Option] = []
    var weights: [Rational] = []
    for answer in element.elements("answer") {
      let text = formatted(answer)
      let weight = try fraction(of: answer)
      guard !text.isEmpty else {
        lose("an empty option")
        continue
      }
      options.append(Item.Option(text, isKey: false, because: feedback(of: answer)))
      weights.append(weight)
    }
    return flag("single", usually: true)
      ? .singleChoice(SingleChoice(weighted: options, weights))
      : .multipleResponse(MultipleResponse(weighted: options, weights))
  }

  /// Answers named `true` and `false`; in old files the first is the true one.
  mutating func trueFalse() throws(Diagnostic) -> TrueFalse {
    let answers = element.elements("answer")
    let isNamed = answers.contains { ["true", "false"].contains(plain($0).lowercased()) }
    var statement = TrueFalse(key: false)
    for (index, answer) in answers.enumerated() {
      let isTrue = isNamed ? plain(answer).lowercased() == "true" : index == 0
      if try fraction(of: answer) > 0 { statement.key = isTrue }
      if isTrue {
        statement.becauseTrue = feedback(of: answer)
      } else {
        statement.becauseFalse = feedback(of: answer)
      }
    }
    let fractions = try answers.map { answer throws(Diagnostic) in try fraction(of: answer) }
    let right = fractions.count { $0 > 0 }
    lose("what the wrong answer costs", if: fractions.contains { $0 < 0 })
    lose("the part of the mark for the right answer", if: fractions.contains { 0 < $0 && $0 < 1 })
    guard answers.count == 2, right == 1 else {
      throw problem(
        "a true-false question has \(answers.count) answers of which \(right) are right, "
          + "expected 2 and 1",
        remedy: "give the right answer the fraction 100 and the other one 0"
      )
    }
    return statement
  }

  mutating func shortText() throws(Diagnostic) -> ShortText {
    var accepted: [ShortText.Accepted] = []
    for answer in element.elements("answer") {
      let pattern = plain(answer)
      let fraction = try fraction(of: answer)
      guard !pattern.isEmpty else {
        lose("an accepted text that is empty")
        continue
      }
      accepted.append(.init(pattern, fraction: fraction, because: feedback(of: answer)))
    }
    return ShortText(accepted, matchesCase: flag("usecase", usually: false))
  }

  mutating func numerical() throws(Diagnostic) -> Numerical {
    var numerical = Numerical([])
    for answer in element.elements("answer") {
      // Old files keep the number directly in the answer.
      let written = (answer.first("text")?.text ?? ownText(of: answer)).trimmed
      let fraction = try fraction(of: answer)
      let because = feedback(of: answer)
      if written == "*", fraction == 0 {
        numerical.otherwise = numerical.otherwise ?? because
        continue
      }
      let toleranceText = answer.first("tolerance")?.text.trimmed ?? ""
      let tolerance = Decimal(writtenAs: toleranceText.isEmpty ? "0" : toleranceText)
      guard let number = Decimal(writtenAs: written), let tolerance else {
        throw Diagnostic(
          .error,
          at: answer.location,
          "'\(written.shortened)' with the tolerance '\(toleranceText.shortened)' is not a number",
          remedy: "write plain numbers"
        )
      }
      numerical.accepted.append(
        .init(
          .number(number, tolerance: .absolute(tolerance)),
          fraction: fraction,
          because: because
        )
      )
    }
    try readUnits(into: &numerical)
    return numerical
  }

  private func ownText(of answer: XMLElement) -> String {
    answer.contents.map { if case .text(let text) = $0 { text } else { "" } }.joined()
  }

  /// The unit that counts once is the item's own; the others may be typed too.
  private mutating func readUnits(into numerical: inout Numerical) throws(Diagnostic) {
    let units = element.first("units")?.elements("unit") ?? []
    for unit in units {
      let name = PlainText(unit.first("unit_name")?.text ?? "").text.onOneLine
      guard !name.isEmpty,
        let count = Decimal(writtenAs: unit.first("multiplier")?.text.trimmed ?? "1")
      else {
        throw problem("a unit has no name or no number", remedy: "write both, or remove the unit")
      }
      if count == 1, numerical.unit == nil {
        numerical.unit = name
      } else {
        numerical.units.append(Numerical.Unit(name, count: count))
      }
    }
    let grading = element.first("unitgradingtype")?.text.trimmed ?? "0"
    lose("its penalty for a wrong unit", if: grading != "0")
  }

  mutating func matching() -> Matching {
    var matching = Matching([])
    for pair in element.elements("subquestion") {
      let left = formatted(pair)
      let right = plain(pair.first("answer"))
      if left.isEmpty {
        if !right.isEmpty { matching.extra.append(right) }
      } else {
        matching.pairs.append(.init(left, right))
      }
    }
    return matching
  }

  mutating func ordering() -> Ordering {
    let answers = element.elements("answer")
    let texts = answers.map { formatted($0) }
    lose(
      "the feedback for a text to put in order",
      if: answers.contains { feedback(of: $0) != nil }
    )
    let rule: Ordering.Rule
    switch element.first("gradingtype")?.text.trimmed.uppercased() {
    case "ALL_OR_NOTHING", "-1": rule = .allOrNothing
    case "ABSOLUTE_POSITION", "0", nil: rule = .partial
    case "RELATIVE_NEXT_EXCLUDE_LAST", "1": rule = .neighbours
    case "RELATIVE_ALL_PREVIOUS_AND_NEXT", "4": rule = .pairs
    case "LONGEST_ORDERED_SUBSET", "5": rule = .longestInOrder
    default:
      lose("its way of counting a partly right order")
      rule = .partial
    }
    let selecting = element.first("selecttype")?.text.trimmed.uppercased() ?? "ALL"
    lose("its choice of some texts among all", if: selecting != "ALL" && selecting != "0")
    return Ordering(texts, rule: rule)
  }

  mutating func essay() -> Essay {
    var essay = Essay()
    essay.guide = text("graderinfo")
    essay.template = text("responsetemplate")
    essay.leastWords = words("minwordlimit")
    essay.mostWords = words("maxwordlimit")
    let form = element.first("responseformat")?.text.trimmed ?? "editor"
    lose("its response as a file", if: form == "noinline" || form == "editorfilepicker")
    let attachments = element.first("attachments")?.text.trimmed ?? "0"
    lose("its attachments", if: !["0", ""].contains(attachments))
    return essay
  }

  private func words(_ name: String) -> Int? {
    guard let count = element.first(name).flatMap({ Int($0.text.trimmed) }), count > 0 else {
      return nil
    }
    return count
  }
}
