internal import Diagnostics
internal import Foundation
internal import Quizzes

// What is typed: a number, a few words, or a longer text.
extension QTI12ItemReader {
  /// A response that no rule could name.
  private static let nothing = "\u{1}"

  mutating func typed(_ response: QTI12Response) throws(Diagnostic) -> Item.Kind {
    let asksNumber: Bool
    switch response.form {
    case .number: asksNumber = true
    case .text: asksNumber = type == "numerical_question"
    case .choice, .other: asksNumber = false
    }
    let texts = processing.texts(for: response.identifier)
    let numbers = processing.numbers(for: response.identifier)
    let isNumber = asksNumber || (texts.isEmpty && !numbers.isEmpty)
    if isNumber, !numbers.isEmpty { return .numerical(try numerical(response, numbers)) }
    let isEssay = type.hasPrefix("essay") || (texts.isEmpty && !processing.givesMarks)
    guard isEssay else { return .shortText(try shortText(response, texts)) }
    probes.append(QTI12Probe(number: nil, outcome: outcome(response, [Self.nothing])))
    return .essay(Essay())
  }

  /// The best score of what is accepted, with each outcome and that of a wrong response kept for the
  /// feedback.
  private mutating func probe(
    _ response: QTI12Response,
    _ outcomes: [QTI12Processing.Outcome]
  ) throws(Diagnostic) -> Rational {
    let best = outcomes.map(\.score).max() ?? 0
    guard best > 0 else { throw nothingEarned() }
    for (index, outcome) in outcomes.enumerated() {
      probes.append(QTI12Probe(number: index, outcome: outcome))
    }
    let wrong = outcome(response, [Self.nothing])
    probes.append(QTI12Probe(number: nil, outcome: wrong))
    lose("what a wrong response costs", if: wrong.score < 0)
    return best
  }

  private mutating func numerical(
    _ response: QTI12Response,
    _ values: [Numerical.Value]
  ) throws(Diagnostic) -> Numerical {
    let outcomes = values.map { outcome(response, ["\($0.interval.middle)"]) }
    let best = try probe(response, outcomes)
    lose("the open end of a range of numbers", if: processing.hasOpenEnd)
    let accepted = zip(values, outcomes).map { value, outcome in
      Numerical.Accepted(value, fraction: max(0, (outcome.score / best).settled))
    }
    return Numerical(accepted)
  }

  private mutating func shortText(
    _ response: QTI12Response,
    _ texts: [(text: String, isPart: Bool, matchesCase: Bool)]
  ) throws(Diagnostic) -> ShortText {
    let texts = texts.filter { !$0.text.isEmpty }
    let outcomes = texts.map { outcome(response, [$0.text]) }
    let best = try probe(response, outcomes)
    let matchesCase = texts.allSatisfy(\.matchesCase)
    lose(
      "the difference of capital letters in some accepted texts",
      if: !matchesCase && texts.contains(where: \.matchesCase)
    )
    let accepted = zip(texts, outcomes).map { text, outcome in
      let literal = text.text.replacing { $0 == "*" ? "\\*" : nil }
      let fraction = max(0, (outcome.score / best).settled)
      return ShortText.Accepted(text.isPart ? "*\(literal)*" : literal, fraction: fraction)
    }
    return ShortText(accepted, matchesCase: matchesCase)
  }
}
