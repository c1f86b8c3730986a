internal import Foundation
internal import Quizzes

/// One response of an item as it is declared and processed in QTI 3.0.
struct QTIWrittenResponse {
  let identifier: String
  let kind: Item.Kind
  /// What a fraction of 1 adds to the score.
  let maximum: Rational
  /// Whether the response is one gap of several.
  let isGap: Bool

  /// The responses of an item in their order; none for a description.
  static func all(of item: Item) -> [QTIWrittenResponse] {
    switch item.kind {
    case .description: return []
    case .cloze(let cloze):
      let whole = cloze.gaps.reduce(0) { $0 + $1.weight }
      return cloze.gaps.enumerated().map { index, gap in
        QTIWrittenResponse(
          identifier: "RESPONSE\(index + 1)",
          kind: gap.kind.itemKind,
          maximum: whole > 0 ? item.maximum * gap.weight / whole : 1,
          isGap: true
        )
      }
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText, .matching,
      .ordering, .essay:
      return [
        QTIWrittenResponse(
          identifier: "RESPONSE",
          kind: item.kind,
          maximum: item.maximum,
          isGap: false
        )
      ]
    }
  }

  /// The letter of an option.
  static func letter(_ index: Int) -> String {
    "\(Letters.letter(at: index).uppercased())"
  }

  var cardinality: String {
    switch kind {
    case .multipleResponse, .matching: "multiple"
    case .ordering: "ordered"
    case .singleChoice, .trueFalse, .numerical, .shortText, .cloze, .essay, .description: "single"
    }
  }

  private var baseType: String {
    switch kind {
    case .singleChoice, .multipleResponse, .trueFalse, .ordering: "identifier"
    case .numerical: "float"
    case .matching: "directedPair"
    case .shortText, .essay, .cloze, .description: "string"
    }
  }

  /// Whether options say something to whoever chooses them.
  var hasFeedback: Bool {
    switch kind {
    case .singleChoice(let choice): choice.options.contains { $0.because != nil }
    case .multipleResponse(let choice): choice.options.contains { $0.because != nil }
    case .trueFalse(let statement): statement.becauseTrue != nil || statement.becauseFalse != nil
    case .numerical, .shortText, .matching, .ordering, .cloze, .essay, .description: false
    }
  }

  var feedbackOutcome: String {
    isGap ? "FEEDBACK\(identifier.dropFirst("RESPONSE".count))" : "FEEDBACK"
  }

  /// The values of the correct response.
  private var correct: [String] {
    func keys(_ options: [Item.Option]) -> [String] {
      options.indices.filter { options[$0].isKey }.map(Self.letter)
    }
    switch kind {
    case .singleChoice(let choice): return Array(keys(choice.options).prefix(1))
    case .multipleResponse(let choice): return keys(choice.options)
    case .trueFalse(let statement): return ["\(statement.key)"]
    case .numerical(let numerical):
      let best = numerical.accepted.first { $0.fraction == 1 }
      return best.map { ["\($0.value.interval.middle)"] } ?? []
    case .shortText(let shortText):
      let best = shortText.accepted.first { $0.fraction == 1 }
      return best.map { [$0.literal] } ?? []
    case .matching(let matching): return matching.pairs.indices.map { pair($0, of: matching) }
    case .ordering(let ordering): return ordering.texts.indices.map(Self.letter)
    case .essay, .cloze, .description: return []
    }
  }

  private func pair(_ index: Int, of matching: Matching) -> String {
    let right = matching.rights.firstIndex(of: matching.pairs[index].right) ?? 0
    return "L\(index + 1) R\(right + 1)"
  }

  /// What each value earns; `nil` where only the whole response counts.
  private var entries: [(key: String, fraction: Rational, matchesCase: Bool?)]? {
    switch kind {
    case .singleChoice(let choice):
      return choice.weights.enumerated().map { (Self.letter($0), $1, nil) }
    case .multipleResponse(let choice):
      if choice.rule == .allOrNothing { return nil }
      return choice.weights.enumerated().map { (Self.letter($0), $1, nil) }
    case .trueFalse(let statement): return [("\(statement.key)", 1, nil)]
    case .shortText(let shortText):
      return shortText.accepted.filter { $0.fraction != 0 }.map {
        ($0.literal, $0.fraction, shortText.matchesCase)
      }
    case .matching(let matching):
      if matching.rule == .allOrNothing { return nil }
      let part = Rational(1, over: Int128(max(1, matching.pairs.count)))
      return matching.pairs.indices.map { (pair($0, of: matching), part, nil) }
    case .numerical, .ordering, .essay, .cloze, .description: return nil
    }
  }

  func declare(into xml: inout XMLWriter) {
    let attributes: KeyValuePairs = [
      "identifier": identifier, "cardinality": cardinality, "base-type": baseType,
    ]
    xml.element("qti-response-declaration", attributes) { xml in
      let correct = correct
      if !correct.isEmpty {
        xml.element("qti-correct-response") { xml in
          for value in correct { xml.element("qti-value", text: value) }
        }
      }
      if case .essay(let essay) = kind, let template = essay.template {
        xml.element("qti-default-value") { $0.element("qti-value", text: template) }
      }
      if let entries { write(entries, into: &xml) }
    }
  }

  private func write(
    _ entries: [(key: String, fraction: Rational, matchesCase: Bool?)],
    into xml: inout XMLWriter
  ) {
    func value(_ fraction: Rational) -> String { (fraction * maximum).rounded(places: 9) }
    let bounds: KeyValuePairs = [
      "default-value": "0", "lower-bound": "0", "upper-bound": value(1),
    ]
    xml.element("qti-mapping", bounds) { xml in
      for entry in entries {
        if let matchesCase = entry.matchesCase {
          xml.element(
            "qti-map-entry",
            [
              "map-key": entry.key, "mapped-value": value(entry.fraction),
              "case-sensitive": "\(matchesCase)",
            ]
          )
        } else {
          xml.element(
            "qti-map-entry",
            ["map-key": entry.key, "mapped-value": value(entry.fraction)]
          )
        }
      }
    }
  }

  /// Whether a mapping decides the score.
  var isMapped: Bool { entries != nil }
}

extension ShortText.Accepted {
  /// The text without the backslashes before asterisks.
  var literal: String {
    var literal = String.UnicodeScalarView()
    for scalar in pattern.unicodeScalars {
      if scalar == "*", literal.last == "\\" { literal.removeLast() }
      literal.append(scalar)
    }
    return String(literal)
  }

  /// Whether an asterisk stands for any characters.
  var hasWildcard: Bool {
    var before: Unicode.Scalar = " "
    for scalar in pattern.unicodeScalars {
      if scalar == "*", before != "\\" { return true }
      before = scalar
    }
    return false
  }
}
