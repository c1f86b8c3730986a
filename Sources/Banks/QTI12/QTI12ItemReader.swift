internal import Diagnostics
internal import Foundation
internal import Quizzes

/// Reads one item of QTI 1.2 whose names are already plain.
///
/// Source: IMS Question and Test Interoperability, ASI information model and XML binding, version
/// 1.2, 2002; and what Canvas, text2qti, R/exams, Respondus and Blackboard write.
struct QTI12ItemReader {
  /// What could not be kept.
  private(set) var losses: [String] = []
  let element: XMLElement
  let layout: QTI12Layout
  let responses: [QTI12Response]
  let processing: QTI12Processing
  /// What the tool calls the type, in small letters; empty where it says nothing.
  let type: String
  /// The responses for which feedback is looked up, each with what is told then.
  var probes: [QTI12Probe] = []
  /// What the other responses are taken to be while one is looked at.
  var others: [String: [String]] = [:]
  /// What these others earn by themselves.
  var baseline: Rational = 0
  /// What the section says that each of its items earns.
  private let sectionMark: Rational?

  init(_ element: XMLElement, sectionMark: Rational? = nil) {
    self.element = element
    self.sectionMark = sectionMark
    layout = QTI12Layout(element.first("presentation").map { [$0] } ?? [])
    let responses = layout.responses.map { QTI12Response($0) }
    self.responses = responses
    let several = Set(responses.filter(\.takesSeveral).map(\.identifier))
    processing = QTI12Processing(element.first("resprocessing")) { several.contains($0) }
    type = QTI12Metadata.type(of: element)
  }

  /// The identifier of the item.
  var identifier: String? { element["ident"].flatMap { $0.isEmpty ? nil : $0 } }

  mutating func read() throws(Diagnostic) -> Item {
    let text = layout.text
    var item = Item(id: "", stem: text.text, kind: .description, location: element.location)
    lose(text.losses)
    for response in responses { lose(response.losses) }
    let title = PlainText(element["title"] ?? "").text.onOneLine
    item.name = title.isEmpty || title == element["ident"] ? nil : title
    item.remarks = Item.remarks(in: element.comments)
    item.tags = QTI12Metadata.topics(of: element)
    item.kind = try kind(of: &item)
    if case .description = item.kind {} else { item.maximum = mark }
    readFeedback(into: &item)
    if case .singleChoice(let choice) = item.kind, let statement = TrueFalse(choice) {
      item.kind = .trueFalse(statement)
      item.keepsOrder = false
    }
    lose("its own way of scoring", if: processing.isForeign && item.kind.isMarked)
    lose("its time limit", if: element.first("duration") != nil)
    lose("its rubric", if: element.first("rubric") != nil)
    return item
  }

  /// What the whole right response earns by its rules.
  var best: Rational { probes.map(\.outcome.score).max() ?? 0 }

  /// The mark: the points that the tool states, else what its rules give.
  ///
  /// Rules that count up to 100 count in percent.
  private var mark: Rational {
    if let stated = QTI12Metadata.points(of: element) ?? sectionMark { return stated }
    return best > 0 && best != 100 ? best : 1
  }

  private mutating func kind(of item: inout Item) throws(Diagnostic) -> Item.Kind {
    if let reason = unreadable {
      throw Diagnostic(
        .error,
        at: element.location,
        "\(title) cannot be read: \(reason)",
        remedy: "leave it out with '--keep-going'"
      )
    }
    guard let first = responses.first else { return .description }
    if responses.count > 1 || asksInText { return try several(&item) }
    switch first.form {
    case .choice where first.isOrdered: return .ordering(try ordering(first))
    case .choice:
      item.keepsOrder = first.isShuffled == false
      return try choice(first)
    case .text, .number:
      if layout.hasText(behind: 0) {
        item.stem = layout.text { _ in "_____" }.text
      }
      return try typed(first)
    case .other: return .description
    }
  }

  /// Why the item is not one for a terminal.
  private var unreadable: String? {
    if type == "file_upload_question" { return "it asks for a file" }
    if type.hasPrefix("calculated") || type.hasPrefix("formula")
      || element.descendants("calculated").first != nil
    {
      return "its numbers are chosen anew for everybody"
    }
    if responses.contains(where: { if case .other = $0.form { true } else { false } }) {
      return "it asks for something that is not text, such as a place on a picture"
    }
    return nil
  }

  /// The item for messages.
  var title: String {
    let name = element["title"].flatMap { $0.isEmpty ? nil : $0 } ?? element["ident"]
    return name.map { "'\($0.onOneLine.shortened)'" } ?? "the item"
  }

  mutating func lose(_ what: String, if isLost: Bool = true) {
    if isLost, !losses.contains(what) { losses.append(what) }
  }

  mutating func lose(_ several: [String]) {
    for what in several { lose(what) }
  }

  func problem(_ message: String, remedy: String) -> Diagnostic {
    Diagnostic(.error, at: element.location, "\(title) cannot be read: \(message)", remedy: remedy)
  }
}

/// A response with what the rules make of it.
struct QTI12Probe {
  /// Which option or accepted text was tried; `nil` for a whole response.
  var number: Int?
  var outcome: QTI12Processing.Outcome
}
