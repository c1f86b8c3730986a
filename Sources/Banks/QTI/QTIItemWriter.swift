internal import Foundation
internal import Quizzes

/// Writes one item as QTI 3.0.
struct QTIItemWriter {
  /// What QTI does not support of the item.
  var loss = LossReport()
  let item: Item

  init(_ item: Item) {
    self.item = item
  }

  /// What QTI has no way to say, so that the item is left out.
  var obstacle: String? {
    if case .singleChoice(let choice) = item.kind, !choice.weights.contains(1) {
      return "a choice without a right option"
    }
    return item.kind.patterns.contains(where: \.hasWildcard)
      ? "'*' for any letters in an accepted text" : nil
  }

  mutating func write() -> String {
    loseWhatIsBeside()
    let item = item
    let responses = QTIWrittenResponse.all(of: item)
    var xml = XMLWriter()
    xml.add(comments: item.remarks(&loss, where: \.fitsInXMLComment))
    xml.element(
      "qti-assessment-item",
      [
        "xmlns": QTIPackageWriter.namespace,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": QTIPackageWriter.schema, "identifier": Self.identifier(of: item),
        "title": item.name ?? item.id, "adaptive": "false", "time-dependent": "false",
      ]
    ) { xml in
      for response in responses { response.declare(into: &xml) }
      Self.declareOutcomes(of: item, responses, into: &xml)
      Self.writeBody(of: item, responses, into: &xml)
      Self.writeProcessing(responses, into: &xml)
      if let feedback = item.generalFeedback {
        xml.element(
          "qti-modal-feedback",
          ["outcome-identifier": "GENERAL", "identifier": "given", "show-hide": "show"]
        ) { xml in
          xml.element("qti-content-body") { Self.write(paragraphs: feedback, into: &$0) }
        }
      }
    }
    return xml.text
  }

  /// Identifiers of QTI may not begin with a digit.
  private static func identifier(of item: Item) -> String {
    item.id.first?.isNumber == true ? "_\(item.id)" : item.id
  }

  private static func declareOutcomes(
    of item: Item,
    _ responses: [QTIWrittenResponse],
    into xml: inout XMLWriter
  ) {
    if item.kind != .description {
      xml.element(
        "qti-outcome-declaration",
        [
          "identifier": "SCORE", "cardinality": "single", "base-type": "float",
          "normal-maximum": item.maximum.rounded(places: 9),
        ]
      ) { xml in
        xml.element("qti-default-value") { $0.element("qti-value", text: "0") }
      }
    }
    for response in responses where response.hasFeedback {
      xml.element(
        "qti-outcome-declaration",
        [
          "identifier": response.feedbackOutcome, "cardinality": response.cardinality,
          "base-type": "identifier",
        ]
      )
    }
    if item.generalFeedback != nil {
      xml.element(
        "qti-outcome-declaration",
        ["identifier": "GENERAL", "cardinality": "single", "base-type": "identifier"]
      ) { xml in
        xml.element("qti-default-value") { $0.element("qti-value", text: "given") }
      }
    }
  }

  private mutating func loseWhatIsBeside() {
    loss.lose("its hints", if: !item.hints.isEmpty)
    loss.lose("its penalty", if: item.penalty != nil)
    loss.lose("its feedback by verdict", if: item.feedback != Item.Feedback())
    loss.lose("its section", if: item.section != nil)
    loss.lose("its fixed place", if: item.keepsPlace)
    lose(of: item.kind)
    if case .cloze(let cloze) = item.kind {
      for gap in cloze.gaps { lose(of: gap.kind.itemKind) }
    }
  }

  private mutating func lose(of kind: Item.Kind) {
    switch kind {
    case .shortText(let shortText):
      loss.lose(
        "the feedback for accepted texts",
        if: shortText.accepted.contains { $0.because != nil }
      )
      loss.lose("texts that earn nothing", if: shortText.accepted.contains { $0.fraction == 0 })
    case .numerical(let numerical):
      let says = numerical.accepted.contains { $0.because != nil } || numerical.otherwise != nil
      loss.lose("the feedback for numbers", if: says)
      loss.lose("its units", if: numerical.unit != nil || !numerical.units.isEmpty)
    case .ordering(let ordering):
      loss.lose("its rule '\(ordering.rule.rawValue)'", if: ordering.rule != .allOrNothing)
    case .essay(let essay):
      loss.lose("its numbers of words", if: essay.leastWords != nil || essay.mostWords != nil)
    case .singleChoice, .multipleResponse, .trueFalse, .matching, .cloze, .description: break
    }
  }
}

extension Item.Kind {
  /// The accepted texts of the item or of its gaps.
  var patterns: [ShortText.Accepted] {
    switch self {
    case .shortText(let shortText): shortText.accepted
    case .cloze(let cloze): cloze.gaps.flatMap(\.kind.itemKind.patterns)
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .matching, .ordering, .essay,
      .description:
      []
    }
  }
}
