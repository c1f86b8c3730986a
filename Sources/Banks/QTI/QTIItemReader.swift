internal import Diagnostics
internal import Foundation
internal import Quizzes

/// Reads one QTI item whose names are already plain.
struct QTIItemReader {
  /// What could not be kept.
  private(set) var losses: [String] = []
  /// The identifier of the item.
  let identifier: String?
  let element: XMLElement
  let scoring: QTIScoring
  private let labels: [String]
  private(set) var responses: [String: QTIResponse] = [:]
  /// Whether the reader is at a gap, to which the stated maximum does not belong.
  var countsGaps = false

  init(_ element: XMLElement, labels: [String]) {
    self.element = element
    self.labels = labels
    scoring = QTIScoring(element.first("responseprocessing"))
    // Identifiers of QTI may not begin with a digit; ours may.
    identifier = element["identifier"].map { written in
      let isMasked = written.hasPrefix("_") && written.dropFirst().first?.isNumber == true
      return isMasked ? String(written.dropFirst()) : written
    }
  }

  mutating func read() throws(Diagnostic) -> Item {
    for declaration in element.elements("responsedeclaration") {
      let response = try QTIResponse(declaration)
      responses[response.identifier] = responses[response.identifier] ?? response
    }
    let body = element.first("itembody")
    let layout = QTIBody(body)
    if let unknown = layout.unknown {
      throw Diagnostic(
        .error,
        at: unknown.location,
        "the interaction '\(unknown.name.shortened)' cannot be read",
        remedy: "leave the item out with '--keep-going', or use a choice or a text entry"
      )
    }
    var item = Item(id: "", stem: layout.text.text, kind: .description, location: element.location)
    lose(layout.text.losses)
    item.name = element["title"].flatMap { $0 == element["identifier"] ? nil : $0 }
    item.remarks = Item.remarks(in: element.comments)
    takeLabels(into: &item)
    item.maximum = statedMaximum ?? 1
    try readKind(of: body, layout, into: &item)
    item.rationale = rationale(of: item)
    lose("random values in its text", if: element.first("templatedeclaration") != nil)
    lose("further attempts with other texts", if: element["adaptive"] == "true")
    let isProcessed = scoring.isProcessed || !item.kind.isMarked
    lose("its own way of scoring", if: scoring.isForeign || !isProcessed)
    return item
  }

  /// The maximum that the item states for its score.
  var statedMaximum: Rational? {
    if countsGaps { return nil }
    let outcomes = element.elements("outcomedeclaration")
    let score = outcomes.first { $0["identifier"] == "SCORE" }?["normalmaximum"]
    let maximum = outcomes.first { $0["identifier"] == "MAXSCORE" }?
      .first("defaultvalue")?.first("value")?.text
    return [score, maximum].lazy.compactMap { $0.flatMap { Rational(score: $0.trimmed) } }
      .first { $0 > 0 }
  }

  private mutating func takeLabels(into item: inout Item) {
    for label in labels {
      if label.hasPrefix("category:") {
        item.category = label.dropFirst("category:".count).trimmed
      } else {
        item.tags.append(label)
      }
    }
  }

  private mutating func readKind(
    of body: XMLElement?,
    _ layout: QTIBody,
    into item: inout Item
  ) throws(Diagnostic) {
    guard let only = layout.interactions.first else { return }
    let isGap =
      !layout.standsAlone || only.name == "inlinechoiceinteraction"
      || (only.name == "textentryinteraction" && item.stem.isEmpty)
    guard layout.interactions.count > 1 || isGap else {
      item.kind = try kind(only, of: &item)
      return
    }
    let shown = QTIBody(body, showsGaps: true)
    item.stem = shown.text.text
    item.kind = .cloze(try cloze(shown.interactions, of: &item))
  }

  /// The feedback that everybody gets: modal feedback that no response decides.
  private mutating func rationale(of item: Item) -> String? {
    var texts: [String] = []
    for feedback in element.elements("modalfeedback") {
      let outcome = feedback["outcomeidentifier"] ?? ""
      let declared = element.elements("outcomedeclaration").first { $0["identifier"] == outcome }
      let value = declared?.first("defaultvalue")?.first("value")?.text.trimmed
      let isAlwaysShown =
        value != nil && value == feedback["identifier"] && feedback["showhide"] != "hide"
      if isAlwaysShown {
        texts.append(text(of: feedback))
      } else {
        lose("feedback that depends on the response")
      }
    }
    return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
  }

  /// The plain text of an element.
  mutating func text(of element: XMLElement) -> String {
    let text = QTIBody(element).text
    lose(text.losses)
    return text.text
  }

  mutating func lose(_ what: String, if isLost: Bool = true) {
    if isLost, !losses.contains(what) { losses.append(what) }
  }

  mutating func lose(_ several: [String]) {
    for what in several { lose(what) }
  }

  func problem(_ message: String, at place: XMLElement, remedy: String) -> Diagnostic {
    Diagnostic(.error, at: place.location, message, remedy: remedy)
  }
}

extension Item.Kind {
  /// Whether a response is judged by the program.
  var isMarked: Bool {
    switch self {
    case .essay, .description: false
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText, .matching,
      .ordering, .cloze:
      true
    }
  }
}
