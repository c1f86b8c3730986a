internal import Diagnostics
internal import Foundation
internal import Quizzes

/// What a QTI item declares of one response.
struct QTIResponse {
  /// A key of a mapping with what it earns.
  struct Entry {
    var key: String
    var value: Rational
    var matchesCase: Bool
  }

  let identifier: String
  let isSingle: Bool
  let baseType: String
  /// The values of the correct response.
  let correct: [String]
  /// What the response is before somebody responds.
  let initial: String?
  /// The mapping, where there is one.
  let entries: [Entry]?
  let defaultValue: Rational
  let lowerBound: Rational?
  let upperBound: Rational?

  init(_ element: XMLElement) throws(Diagnostic) {
    func number(_ text: String?) throws(Diagnostic) -> Rational? {
      guard let text = text?.trimmed, !text.isEmpty else { return nil }
      guard let number = Rational(score: text) else {
        throw Diagnostic(
          .error,
          at: element.location,
          "'\(text.shortened)' is not a number",
          remedy: "write a plain number such as '0.5'"
        )
      }
      return number
    }
    identifier = element["identifier"] ?? ""
    isSingle = (element["cardinality"] ?? "single") == "single"
    baseType = (element["basetype"] ?? "string").lowercased()
    correct = (element.first("correctresponse")?.elements("value") ?? []).map(\.text.trimmed)
    initial = element.first("defaultvalue")?.first("value")?.text
    guard let mapping = element.first("mapping") else {
      entries = nil
      (defaultValue, lowerBound, upperBound) = (0, nil, nil)
      return
    }
    var entries: [Entry] = []
    for entry in mapping.elements("mapentry") {
      let value = try number(entry["mappedvalue"]) ?? 0
      let matchesCase = entry["casesensitive"] != "false"
      entries.append(Entry(key: entry["mapkey"] ?? "", value: value, matchesCase: matchesCase))
    }
    self.entries = entries
    defaultValue = try number(mapping["defaultvalue"]) ?? 0
    lowerBound = try number(mapping["lowerbound"])
    upperBound = try number(mapping["upperbound"])
  }

  /// What a value earns by the mapping.
  func value(of key: String) -> Rational {
    entries?.first { $0.key == key }?.value ?? defaultValue
  }
}
