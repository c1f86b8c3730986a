internal import Diagnostics
internal import Foundation
internal import Quizzes

/// Reads Moodle XML.
///
/// Source: Moodle 4.5, `question/format/xml/format.php`.
struct MoodleReader {
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
  }

  /// Reads all items into a bank.
  func read(into bank: inout BankAssembly) {
    do throws(Diagnostic) {
      let root = try XMLReader.read(source)
      guard root.name == "quiz" else {
        throw Diagnostic(
          .error,
          at: root.location,
          "found the element '\(root.name.shortened)', expected 'quiz'",
          remedy: "check that the file is Moodle XML"
        )
      }
      bank.remarks = Item.remarks(in: root.comments)
      for question in root.elements("question") { read(question, into: &bank) }
    } catch {
      bank.findings.report(error)
    }
  }

  private func read(_ element: XMLElement, into bank: inout BankAssembly) {
    if element["type"] == "category" {
      let path = PlainText(element.first("category")?.first("text")?.text ?? "").text.onOneLine
      bank.enter(category: path)
      if let info = element.first("info")?.first("text")?.text, !info.trimmed.isEmpty {
        bank.findings.warn(
          at: element.location,
          "the description of the category '\(path.shortened)' is not kept"
        )
      }
      return
    }
    var question = MoodleQuestion(element)
    do {
      let item = try question.read()
      let identifier = element.first("idnumber")?.text.trimmed
      bank.add(
        item,
        identifier: identifier.flatMap { $0.isEmpty ? nil : $0 },
        losses: question.losses
      )
    } catch {
      bank.findings.report(error)
    }
  }
}

/// One question of a Moodle XML file while it is read.
struct MoodleQuestion {
  /// What could not be kept.
  private(set) var losses: [String] = []
  let element: XMLElement

  init(_ element: XMLElement) {
    self.element = element
  }

  mutating func read() throws(Diagnostic) -> Item {
    let stem = text("questiontext") ?? ""
    var item = Item(id: "", stem: stem, kind: .description, location: element.location)
    let name = PlainText(element.first("name")?.first("text")?.text ?? "").text.onOneLine
    item.name = name.isEmpty ? nil : name
    item.remarks = Item.remarks(in: element.comments)
    item.rationale = text("generalfeedback")
    item.tags = (element.first("tags")?.elements("tag") ?? []).map { tag in
      PlainText(tag.first("text")?.text ?? tag.text).text.onOneLine
    }
    try readMark(into: &item)
    readHints(into: &item)
    item.kind = try kind(&item)
    if case .description = item.kind { item.penalty = nil }
    item.feedback = Item.Feedback(
      right: text("correctfeedback"),
      partlyRight: text("partiallycorrectfeedback"),
      wrong: text("incorrectfeedback")
    )
    lose("files that belong to it", if: !element.descendants("file").isEmpty)
    lose("its state, which is hidden", if: element.first("hidden")?.text.trimmed == "1")
    return item
  }

  private mutating func readHints(into item: inout Item) {
    let hints = element.elements("hint")
    item.hints = hints.map { formatted($0) }
    let count = item.hints.count(where: \.isEmpty)
    item.hints.removeAll(where: \.isEmpty)
    lose(count == 1 ? "an empty hint" : "\(count) empty hints", if: count > 0)
    let settings = ["clearwrong", "shownumcorrect", "options"]
    let hasSettings = hints.contains { hint in
      settings.contains { name in
        guard let setting = hint.first(name)?.text.trimmed else { return false }
        return setting != "0"
      }
    }
    lose("what happens to the response at a hint", if: hasSettings)
  }

  private mutating func readMark(into item: inout Item) throws(Diagnostic) {
    if let written = element.first("defaultgrade")?.text.trimmed, !written.isEmpty {
      guard let mark = Rational(rounding: written) else {
        throw problem(
          "the mark '\(written.shortened)' is not a number",
          remedy: "write it as '1.5'"
        )
      }
      item.maximum = mark
    }
    if let written = element.first("penalty")?.text.trimmed, !written.isEmpty {
      guard let penalty = Rational(rounding: written),
        let simple = Rational(weight: penalty.written)
      else {
        throw problem(
          "the penalty '\(written.shortened)' is not a number",
          remedy: "write it as '0.3333333'"
        )
      }
      // Moodle's usual penalty means what the quiz says.
      item.penalty = simple == Quiz.usualPenalty ? nil : simple
    }
  }

  private mutating func kind(_ item: inout Item) throws(Diagnostic) -> Item.Kind {
    let type = element["type"] ?? ""
    switch type {
    case "multichoice":
      item.keepsOrder = !flag("shuffleanswers", usually: true)
      return try choice()
    case "truefalse":
      item.penalty = nil
      return .trueFalse(try trueFalse())
    case "shortanswer": return .shortText(try shortText())
    case "numerical": return .numerical(try numerical())
    case "matching", "match":
      lose("the fixed order of its right sides", if: !flag("shuffleanswers", usually: true))
      return .matching(matching())
    case "ordering": return .ordering(ordering())
    case "cloze", "multianswer": return .cloze(try cloze(&item))
    case "gapselect", "ddwtos": return .cloze(try chosenWords(&item))
    case "essay":
      item.penalty = nil
      return .essay(essay())
    case "description": return .description
    default:
      throw problem(
        "a question of the type '\(type.shortened)' cannot be read",
        remedy: "leave it out with '--keep-going', or write it as a usual type"
      )
    }
  }

  func problem(_ message: String, remedy: String) -> Diagnostic {
    Diagnostic(.error, at: element.location, message, remedy: remedy)
  }

  mutating func lose(_ what: String, if isLost: Bool = true) {
    if isLost, !losses.contains(what) { losses.append(what) }
  }
}

// Pieces of questions.
extension MoodleQuestion {
  /// The text of a named element; `nil` where there is none.
  mutating func text(_ name: String) -> String? {
    guard let element = element.first(name) else { return nil }
    let text = formatted(element)
    return text.isEmpty ? nil : text
  }

  /// The text of an element, by its markup.
  mutating func formatted(_ element: XMLElement) -> String {
    let plain = PlainText(Self.written(element), as: Self.markup(of: element))
    for loss in plain.losses { lose(loss) }
    return plain.text
  }

  /// How the text of an element is marked up.
  static func markup(of element: XMLElement) -> PlainText.Markup {
    switch element["format"] {
    case "plain_text": .plain
    case "markdown": .markdown
    case "moodle_auto_format": .automatic
    default: .html
    }
  }

  /// The text of an element as written; old files put it directly into the element.
  static func written(_ element: XMLElement) -> String {
    element.first("text")?.text ?? (element.elements.isEmpty ? element.text : "")
  }

  /// The text of an element that is never shown as HTML.
  mutating func plain(_ element: XMLElement?) -> String {
    let plain = PlainText(element?.first("text")?.text ?? "")
    for loss in plain.losses { lose(loss) }
    return plain.text
  }

  /// The feedback of an answer; `nil` where there is none.
  mutating func feedback(of answer: XMLElement) -> String? {
    guard let element = answer.first("feedback") else { return nil }
    let text = formatted(element)
    return text.isEmpty ? nil : text
  }

  /// What an answer earns: its percentage as a fraction.
  func fraction(of answer: XMLElement) throws(Diagnostic) -> Rational {
    let written = (answer["fraction"] ?? "0").trimmed
    guard let fraction = Rational(percent: written.isEmpty ? "0" : written) else {
      throw Diagnostic(
        .error,
        at: answer.location,
        "the fraction '\(written.shortened)' is not a percentage",
        remedy: "write a number such as '50' or '33.33333'"
      )
    }
    return fraction
  }

  /// Whether an element says `true` or `1`; an empty one counts as `true`, as in Moodle.
  func flag(_ name: String, usually: Bool) -> Bool {
    guard let element = element.first(name) else { return usually }
    return !["false", "0"].contains(element.text.trimmed.lowercased())
  }
}

extension Rational {
  /// Reads a plain decimal, rounded to nine places, such as `1.0000000`.
  init?(rounding text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let whole = parts[0].isEmpty || parts[0] == "-" ? "\(parts[0])0" : String(parts[0])
    let decimals = parts.count == 2 ? String(parts[1].prefix(9)) : ""
    self.init(decimal: decimals.isEmpty ? whole : "\(whole).\(decimals)")
  }
}
