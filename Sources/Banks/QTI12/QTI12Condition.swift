internal import Diagnostics
internal import Foundation
internal import Quizzes

/// A test on the responses to an item of QTI 1.2.
///
/// Source: IMS Question and Test Interoperability, ASI XML binding, version 1.2, section 3.3.
indirect enum QTI12Condition {
  /// How a number is compared.
  enum Comparison: String {
    case isBelow = "varlt"
    case isAtMost = "varlte"
    case isAbove = "vargt"
    case isAtLeast = "vargte"
  }

  /// A response, or one of its values, is a text.
  case equals(response: String, text: String, matchesCase: Bool)
  /// A response has a text in it.
  case contains(response: String, text: String, matchesCase: Bool)
  case compares(response: String, Comparison, Decimal)
  case isUnanswered(response: String)
  case all([QTI12Condition])
  case any([QTI12Condition])
  case not(QTI12Condition)
  /// Nothing before it has given a mark.
  case otherwise
  /// A test that is not known here.
  case unknown

  /// Reads a test.
  ///
  /// - Parameters:
  ///   - element: An element of a `conditionvar`, or that itself.
  ///   - takesSeveral: Whether a response may have several values.
  init(_ element: XMLElement, takesSeveral: (String) -> Bool) {
    let response = element["respident"] ?? ""
    let matchesCase = element["case"]?.lowercased() == "yes"
    let text = element.text.trimmed
    switch element.name {
    case "varequal":
      self = .equals(response: response, text: text, matchesCase: matchesCase)
    case "varsubstring":
      self = .contains(response: response, text: text, matchesCase: matchesCase)
    case "varlt", "varlte", "vargt", "vargte":
      guard let comparison = Comparison(rawValue: element.name),
        let number = Decimal(writtenAs: text)
      else {
        self = .unknown
        return
      }
      self = .compares(response: response, comparison, number)
    case "unanswered": self = .isUnanswered(response: response)
    case "other": self = .otherwise
    case "and", "conditionvar": self = .all(Self.parts(of: element, takesSeveral))
    case "or": self = .any(element.elements.map { Self($0, takesSeveral: takesSeveral) })
    case "not":
      self = .not(.all(element.elements.map { Self($0, takesSeveral: takesSeveral) }))
    default: self = .unknown
    }
  }

  /// The tests that all have to hold.
  ///
  /// Several texts for a response that takes one are alternatives: tools list accepted texts so.
  private static func parts(
    of element: XMLElement,
    _ takesSeveral: (String) -> Bool
  ) -> [QTI12Condition] {
    var parts: [QTI12Condition] = []
    var alternatives: [(response: String, tests: [QTI12Condition])] = []
    for inner in element.elements where inner.name != "qticomment" {
      let test = Self(inner, takesSeveral: takesSeveral)
      guard case .equals(let response, _, _) = test, !takesSeveral(response) else {
        parts.append(test)
        continue
      }
      if let index = alternatives.firstIndex(where: { $0.response == response }) {
        alternatives[index].tests.append(test)
      } else {
        alternatives.append((response, [test]))
      }
    }
    return parts + alternatives.map { $0.tests.count == 1 ? $0.tests[0] : .any($0.tests) }
  }

  /// Whether the test holds.
  ///
  /// - Parameters:
  ///   - responses: The values of each response.
  ///   - hasScored: Whether an earlier rule has given a mark.
  /// - Returns: `true` where it holds; a test that is not known never does.
  func holds(for responses: [String: [String]], hasScored: Bool) -> Bool {
    switch self {
    case .equals(let response, let text, let matchesCase):
      return (responses[response] ?? []).contains { Self.isEqual($0, text, matchesCase) }
    case .contains(let response, let text, let matchesCase):
      return (responses[response] ?? []).contains { value in
        value.compared(matchingCase: matchesCase).holds(text.compared(matchingCase: matchesCase))
      }
    case .compares(let response, let comparison, let limit):
      guard let number = responses[response]?.first.flatMap({ Decimal(writtenAs: $0.trimmed) })
      else { return false }
      return switch comparison {
      case .isBelow: number < limit
      case .isAtMost: number <= limit
      case .isAbove: number > limit
      case .isAtLeast: number >= limit
      }
    case .isUnanswered(let response): return (responses[response] ?? []).isEmpty
    case .all(let tests):
      return tests.allSatisfy { $0.holds(for: responses, hasScored: hasScored) }
    case .any(let tests):
      return tests.contains { $0.holds(for: responses, hasScored: hasScored) }
    case .not(let test): return !test.holds(for: responses, hasScored: hasScored)
    case .otherwise: return !hasScored
    case .unknown: return false
    }
  }

  private static func isEqual(_ value: String, _ text: String, _ matchesCase: Bool) -> Bool {
    if value.isSame(as: text, matchingCase: matchesCase) { return true }
    guard let number = Decimal(writtenAs: value.trimmed) else { return false }
    return number == Decimal(writtenAs: text)
  }
}

// What a test says that a right response is.
extension QTI12Condition {
  /// Whether a part of the test is not known.
  var isForeign: Bool {
    switch self {
    case .unknown: true
    case .all(let tests), .any(let tests): tests.contains(where: \.isForeign)
    case .not(let test): test.isForeign
    case .equals, .contains, .compares, .isUnanswered, .otherwise: false
    }
  }

  /// The texts that are named for a response, without those that it must not be.
  func texts(for wanted: String) -> [(text: String, isPart: Bool, matchesCase: Bool)] {
    switch self {
    case .equals(let response, let text, let matchesCase):
      response == wanted ? [(text, false, matchesCase)] : []
    case .contains(let response, let text, let matchesCase):
      response == wanted ? [(text, true, matchesCase)] : []
    case .all(let tests), .any(let tests): tests.flatMap { $0.texts(for: wanted) }
    case .not, .compares, .isUnanswered, .otherwise, .unknown: []
    }
  }

  /// The numbers that are named for a response.
  func numbers(for wanted: String) -> [Numerical.Value] {
    switch self {
    case .equals(let response, let text, _):
      guard response == wanted, let number = Decimal(writtenAs: text) else { return [] }
      return [.number(number, tolerance: .absolute(0))]
    case .all(let tests):
      if let range = Self.range(tests, wanted) { return [range] }
      return tests.flatMap { $0.numbers(for: wanted) }
    case .any(let tests): return Self.merged(tests.flatMap { $0.numbers(for: wanted) })
    case .not, .contains, .compares, .isUnanswered, .otherwise, .unknown: return []
    }
  }

  /// A lower and an upper end.
  private static func range(_ tests: [QTI12Condition], _ wanted: String) -> Numerical.Value? {
    var least: Decimal?
    var most: Decimal?
    for case .compares(let response, let comparison, let limit) in tests where response == wanted {
      switch comparison {
      case .isAbove, .isAtLeast: least = limit
      case .isBelow, .isAtMost: most = limit
      }
    }
    guard let least, let most, least <= most else { return nil }
    return .range(from: least, to: most)
  }

  /// A number and a range around it are one number with its tolerance.
  private static func merged(_ values: [Numerical.Value]) -> [Numerical.Value] {
    guard values.count == 2, case .number(let number, _) = values[0],
      case .range(let least, let most) = values[1]
    else { return values }
    if number - least == most - number {
      return [.number(number, tolerance: .absolute(most - number))]
    }
    return least <= number && number <= most ? [values[1]] : values
  }

  /// Whether an end of a range does not count itself.
  var hasOpenEnd: Bool {
    switch self {
    case .compares(_, let comparison, _): comparison == .isAbove || comparison == .isBelow
    case .all(let tests), .any(let tests): tests.contains(where: \.hasOpenEnd)
    case .not, .equals, .contains, .isUnanswered, .otherwise, .unknown: false
    }
  }
}
