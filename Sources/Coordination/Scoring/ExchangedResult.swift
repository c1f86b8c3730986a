internal import Foundation
public import Quizzes
public import Records

/// An attempt as a result report of QTI 3, for other assessment systems: one XML document.
///
/// Source: 1EdTech, *Question and Test Interoperability (QTI): Results Reporting*, version 3.0.
public struct ExchangedResult: Sendable {
  /// The name of its file: the identifier of the attempt.
  public let fileName: String
  /// The document.
  public let document: String

  /// Writes the results of attempts, each a document of its own.
  ///
  /// - Parameters:
  ///   - selection: Which attempts; reviews are left out.
  ///   - markbook: Where attempts are recorded; `nil` where nothing is.
  ///   - now: The present.
  ///   - notes: What is said of the record, as a comment at the end of each.
  ///   - body: Takes the results one by one.
  /// - Throws: ``UnknownName``, ``AttemptProblem``, what the markbook refuses, or what the body throws.
  public static func read(
    _ selection: AttemptSelection,
    in markbook: Markbook?,
    at now: Moment,
    notes: KeyValuePairs<String, String>,
    _ body: (ExchangedResult) throws -> Void
  ) throws {
    guard let markbook else { return }
    let comment = notes.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    try SelectedAttempts(selection, in: markbook, at: now).read { reading, participant, texts in
      guard let quiz = texts[reading.recorded.version] else { return }
      try body(ExchangedResult(reading, by: participant, quiz, comment: comment))
    }
  }

  private init(
    _ reading: AttemptReading,
    by participant: Participant?,
    _ quiz: Quiz,
    comment: String
  ) {
    fileName = reading.recorded.id + ".xml"
    var writer = ResultWriter()
    writer.write(reading, by: participant?.id ?? reading.recorded.participant ?? "guest", quiz)
    document = writer.text(comment: comment)
  }
}

/// Writes the elements.
private struct ResultWriter {
  private var lines = [
    #"<?xml version="1.0" encoding="UTF-8"?>"#,
    #"<assessmentResult xmlns="http://www.imsglobal.org/xsd/imsqti_result_v3p0">"#,
  ]

  func text(comment: String) -> String {
    (lines + ["</assessmentResult>", "<!-- \(comment) -->"]).joined(separator: "\n") + "\n"
  }

  mutating func write(_ reading: AttemptReading, by participant: String, _ quiz: Quiz) {
    guard let progress = reading.attempt.progress else { return }
    let recorded = reading.recorded
    lines += [
      "  <context sourcedId=\"\(escapedAsXML(participant))\">",
      "    <sessionIdentifier sourceID=\"\(Identifier.place)\" identifier=\"\(recorded.id)\"/>",
      "  </context>",
    ]
    let end = reading.attempt.submittedAt ?? reading.attempt.events.last?.time ?? progress.startedAt
    lines.append(
      "  <testResult identifier=\"\(escapedAsXML(recorded.quiz))\" datestamp=\"\(end.universal)\">"
    )
    response("duration", "single", "duration", [Self.duration(reading.attempt.millisecondsPresent)])
    if let score = reading.score, score.isFinal {
      let mastery = score.passPercent.map { $0 * score.maximum / 100 }
      outcome("SCORE", score.total, of: score.maximum, mastery: mastery)
      if let isPassed = score.isPassed { outcome("PASS", "boolean", isPassed ? "true" : "false") }
    }
    lines.append("  </testResult>")
    let items = progress.items.compactMap { quiz[$0] }.filter { $0.kind != .description }
    for (index, item) in items.enumerated() {
      write(item, at: index + 1, reading, progress, end: end)
    }
  }

  private mutating func write(
    _ item: Item,
    at place: Int,
    _ reading: AttemptReading,
    _ progress: Attempt.Progress,
    end: Timestamp
  ) {
    let tries = progress.tries[item.id] ?? []
    let given = progress.responses[item.id]
    let response = given?.response ?? tries.last?.response
    let entry = reading.score?.entries.first { $0.item == item.id }
    let isAwaited = entry?.isAwaited == true
    let status =
      reading.attempt.submittedAt == nil
      ? "initial" : isAwaited ? "pendingResponseProcessing" : "final"
    lines.append(
      "  <itemResult identifier=\"\(escapedAsXML(item.id))\" sequenceIndex=\"\(place)\" "
        + "datestamp=\"\((given?.time ?? end).universal)\" sessionStatus=\"\(status)\">"
    )
    self.response("numAttempts", "single", "integer", ["\(tries.count + (given == nil ? 0 : 1))"])
    let milliseconds = tries.reduce(given?.milliseconds ?? 0) { $0 + $1.milliseconds }
    self.response("duration", "single", "duration", [Self.duration(milliseconds)])
    let form = item.kind.exchanged
    self.response(
      "RESPONSE",
      form.cardinality,
      form.type,
      response.map(item.kind.exchangedValues) ?? [],
      correct: item.kind.exchangedKeys
    )
    let isComplete = response?.isComplete == true
    outcome("completionStatus", "identifier", isComplete ? "completed" : "not_attempted")
    if let entry, !entry.isAwaited { outcome("SCORE", entry.mark, of: entry.maximum) }
    lines.append("  </itemResult>")
  }

  private mutating func response(
    _ name: String,
    _ cardinality: String,
    _ type: String,
    _ values: [String],
    correct: [String] = []
  ) {
    lines.append(
      "    <responseVariable identifier=\"\(name)\" cardinality=\"\(cardinality)\" "
        + "baseType=\"\(type)\">"
    )
    if !correct.isEmpty { self.values(correct, in: "correctResponse") }
    self.values(values, in: "candidateResponse")
    lines.append("    </responseVariable>")
  }

  private mutating func values(_ values: [String], in name: String) {
    lines.append("      <\(name)>")
    for value in values { lines.append("        <value>\(escapedAsXML(value))</value>") }
    lines.append("      </\(name)>")
  }

  private mutating func outcome(
    _ name: String,
    _ value: Rational,
    of maximum: Rational,
    mastery: Rational? = nil
  ) {
    var attributes = " normalMaximum=\"\(maximum.rounded(places: 6))\""
    if let mastery { attributes += " masteryValue=\"\(mastery.rounded(places: 6))\"" }
    outcome(name, "float", value.rounded(places: 6), attributes)
  }

  private mutating func outcome(
    _ name: String,
    _ type: String,
    _ value: String,
    _ attributes: String = ""
  ) {
    lines += [
      "    <outcomeVariable identifier=\"\(name)\" cardinality=\"single\" "
        + "baseType=\"\(type)\"\(attributes)>",
      "      <value>\(value)</value>",
      "    </outcomeVariable>",
    ]
  }

  /// A duration in seconds.
  private static func duration(_ milliseconds: Int64) -> String {
    Rational(Int128(max(0, milliseconds)), over: 1000).rounded(places: 3)
  }
}

/// A text as characters of a document, without those that XML cannot have.
func escapedAsXML(_ text: String) -> String {
  var escaped = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;".unicodeScalars
    case "<": escaped += "&lt;".unicodeScalars
    case ">": escaped += "&gt;".unicodeScalars
    case "\"": escaped += "&quot;".unicodeScalars
    case "\r": escaped += "&#13;".unicodeScalars
    case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": break
    case "\u{FFFE}", "\u{FFFF}": break
    default: escaped.append(scalar)
    }
  }
  return String(escaped)
}

extension Item.Kind {
  /// What a response is, as QTI has it.
  fileprivate var exchanged: (cardinality: String, type: String) {
    switch self {
    case .singleChoice: ("single", "identifier")
    case .multipleResponse: ("multiple", "identifier")
    case .trueFalse: ("single", "boolean")
    case .numerical: ("single", "float")
    case .shortText, .essay, .description: ("single", "string")
    case .matching: ("multiple", "directedPair")
    case .ordering: ("ordered", "identifier")
    case .cloze: ("ordered", "string")
    }
  }

  /// The values of a response: options and texts as `choice-1` and so on, in the order of the file.
  fileprivate func exchangedValues(_ response: Response) -> [String] {
    switch response {
    case .option(let index): ["choice-\(index + 1)"]
    case .options(let indices), .order(let indices): indices.map { "choice-\($0 + 1)" }
    case .matches(let rights): rights.enumerated().map { "source-\($0 + 1) target-\($1 + 1)" }
    case .gaps(let responses): responses.map { $0.map(pattern) ?? "" }
    case .truth, .number, .text, .draft, .read: [pattern(of: response)]
    }
  }

  /// The right response, where there is one.
  fileprivate var exchangedKeys: [String] {
    switch self {
    case .singleChoice(let choice):
      choice.options.firstIndex(where: \.isKey).map { ["choice-\($0 + 1)"] } ?? []
    case .multipleResponse(let choice):
      choice.options.indices.filter { choice.options[$0].isKey }.map { "choice-\($0 + 1)" }
    case .trueFalse(let statement): [statement.key ? "true" : "false"]
    case .matching(let matching):
      matching.pairs.enumerated().map { index, pair in
        "source-\(index + 1) target-\((matching.rights.firstIndex(of: pair.right) ?? 0) + 1)"
      }
    case .ordering(let ordering): ordering.texts.indices.map { "choice-\($0 + 1)" }
    case .numerical, .shortText, .cloze, .essay, .description: []
    }
  }
}
