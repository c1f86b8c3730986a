internal import Foundation
internal import Quizzes

// How responses become a score.
extension QTIItemWriter {
  private static let templates = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/"

  static func writeProcessing(_ responses: [QTIWrittenResponse], into xml: inout XMLWriter) {
    guard let first = responses.first, first.kind.isMarked else { return }
    if responses.count == 1, !first.isGap, !first.hasFeedback, !first.isNumerical {
      if first.isMapped {
        return xml.element(
          "qti-response-processing",
          ["template": "\(templates)map_response.xml"]
        )
      }
      if first.maximum == 1 {
        return xml.element(
          "qti-response-processing",
          ["template": "\(templates)match_correct.xml"]
        )
      }
    }
    xml.element("qti-response-processing") { xml in
      for response in responses { write(response, into: &xml) }
    }
  }

  private static func write(_ response: QTIWrittenResponse, into xml: inout XMLWriter) {
    if case .numerical(let numerical) = response.kind {
      write(numerical, response, into: &xml)
    } else if response.isMapped {
      score(into: &xml, isAdded: response.isGap) {
        $0.element("qti-map-response", ["identifier": response.identifier])
      }
    } else {
      xml.element("qti-response-condition") { xml in
        xml.element("qti-response-if") { xml in
          xml.element("qti-match") { xml in
            xml.element("qti-variable", ["identifier": response.identifier])
            xml.element("qti-correct", ["identifier": response.identifier])
          }
          score(into: &xml, isAdded: response.isGap) { write(1, of: response, into: &$0) }
        }
      }
    }
    if response.hasFeedback {
      xml.element("qti-set-outcome-value", ["identifier": response.feedbackOutcome]) {
        $0.element("qti-variable", ["identifier": response.identifier])
      }
    }
  }

  /// Gives the score a value, or adds to it.
  private static func score(
    into xml: inout XMLWriter,
    isAdded: Bool,
    _ value: (inout XMLWriter) -> Void
  ) {
    xml.element("qti-set-outcome-value", ["identifier": "SCORE"]) { xml in
      guard isAdded else { return value(&xml) }
      xml.element("qti-sum") { xml in
        xml.element("qti-variable", ["identifier": "SCORE"])
        value(&xml)
      }
    }
  }

  private static func write(
    _ fraction: Rational,
    of response: QTIWrittenResponse,
    into xml: inout XMLWriter
  ) {
    let score = (fraction * response.maximum).rounded(places: 9)
    xml.element("qti-base-value", ["base-type": "float"], text: score)
  }

  /// The first accepted numbers that fit count.
  private static func write(
    _ numerical: Numerical,
    _ response: QTIWrittenResponse,
    into xml: inout XMLWriter
  ) {
    xml.element("qti-response-condition") { xml in
      for (index, accepted) in numerical.accepted.enumerated() {
        xml.element(index == 0 ? "qti-response-if" : "qti-response-else-if") { xml in
          write(accepted.value, response.identifier, into: &xml)
          score(into: &xml, isAdded: response.isGap) {
            write(accepted.fraction, of: response, into: &$0)
          }
        }
      }
    }
  }

  private static func write(
    _ value: Numerical.Value,
    _ identifier: String,
    into xml: inout XMLWriter
  ) {
    func compare(
      _ name: String,
      _ attributes: KeyValuePairs<String, String>,
      _ number: Decimal,
      _ xml: inout XMLWriter
    ) {
      xml.element(name, attributes) { xml in
        xml.element("qti-variable", ["identifier": identifier])
        xml.element("qti-base-value", ["base-type": "float"], text: "\(number)")
      }
    }
    switch value {
    case .number(let number, .absolute(let reach)):
      let attributes: KeyValuePairs = [
        "tolerance-mode": "absolute", "tolerance": "\(reach) \(reach)",
      ]
      compare("qti-equal", attributes, number, &xml)
    case .number(let number, .relative(let part)):
      let percent = part * 100
      let attributes: KeyValuePairs = [
        "tolerance-mode": "relative", "tolerance": "\(percent) \(percent)",
      ]
      compare("qti-equal", attributes, number, &xml)
    case .range(let first, let last):
      xml.element("qti-and") { xml in
        compare("qti-gte", [:], first, &xml)
        compare("qti-lte", [:], last, &xml)
      }
    }
  }
}

extension QTIWrittenResponse {
  /// Whether numbers are compared.
  var isNumerical: Bool {
    if case .numerical = kind { true } else { false }
  }
}
