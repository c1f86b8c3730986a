internal import Diagnostics
internal import Foundation
internal import Quizzes

/// Writes Moodle XML.
///
/// Source: Moodle 4.5, `question/format/xml/format.php`, `qformat_xml::writequestion`.
struct MoodleWriter {
  private let quiz: Quiz

  init(_ quiz: Quiz) {
    self.quiz = quiz
  }

  /// The file; what it cannot hold is added to the losses.
  func write(_ losses: inout Findings) -> String {
    LossReport.tellSettings(of: quiz, .moodleXML, &losses)
    var xml = XMLWriter()
    xml.add(comments: quiz.remarks.filter(\.fitsInXMLComment))
    xml.element("quiz") { xml in
      var category: String?
      for item in quiz.items {
        if item.category != category {
          category = item.category
          xml.element("question", ["type": "category"]) { xml in
            xml.element("category") { $0.element("text", text: category ?? "top") }
          }
        }
        var writer = MoodleItemWriter(item, usualPenalty: quiz.penalty)
        writer.write(into: &xml)
        writer.loss.tell(item, .moodleXML, &losses)
        for fraction in item.kind.fractions where !fraction.isMoodleGrade {
          losses.warn(
            at: item.location,
            "'\(item.id)' has the fraction \(fraction.percent)%, which is "
              + "not one of Moodle's grades",
            remedy: "choose 'nearest grade if not listed' when you import the file"
          )
        }
      }
    }
    return xml.text
  }
}

/// Writes one item as Moodle XML.
struct MoodleItemWriter {
  /// What Moodle XML does not support of the item.
  private(set) var loss = LossReport()
  private let item: Item
  private let usualPenalty: Rational

  init(_ item: Item, usualPenalty: Rational) {
    self.item = item
    self.usualPenalty = usualPenalty
  }

  mutating func write(into xml: inout XMLWriter) {
    loseWhatIsBeside()
    let item = item
    let penalty = penalty
    xml.add(comments: item.remarks(&loss, where: \.fitsInXMLComment))
    xml.element("question", ["type": Self.type(of: item.kind)]) { xml in
      xml.element("name") { $0.element("text", text: item.name ?? item.id) }
      Self.writeStem(of: item, into: &xml)
      Self.write("generalfeedback", item.generalFeedback ?? "", into: &xml)
      xml.element("defaultgrade", text: item.kind == .description ? "0" : Self.mark(of: item))
      xml.element("penalty", text: penalty.rounded(places: 7))
      xml.element("hidden", text: "0")
      xml.element("idnumber", text: item.name == nil ? "" : item.id)
      Self.write(item.kind, of: item, into: &xml)
      for hint in item.hints { Self.write("hint", hint, into: &xml) }
      let labels = item.labels
      if !labels.isEmpty {
        xml.element("tags") { xml in
          for label in labels { xml.element("tag") { $0.element("text", text: label) } }
        }
      }
    }
  }

  /// The penalty that Moodle keeps; true-false, essay and description have none of their own.
  private var penalty: Rational {
    switch item.kind {
    case .trueFalse: 1
    case .essay, .description: 0
    case .singleChoice, .multipleResponse, .numerical, .shortText, .matching, .ordering, .cloze:
      item.penalty ?? usualPenalty
    }
  }

  /// The mark; that of a text with gaps is the sum of their weights.
  private static func mark(of item: Item) -> String {
    guard case .cloze(let cloze) = item.kind else { return item.maximum.rounded(places: 7) }
    return cloze.gaps.reduce(0) { $0 + $1.weight }.rounded()
  }

  private static func type(of kind: Item.Kind) -> String {
    switch kind {
    case .singleChoice, .multipleResponse: "multichoice"
    case .trueFalse: "truefalse"
    case .numerical: "numerical"
    case .shortText: "shortanswer"
    case .matching: "matching"
    case .ordering: "ordering"
    case .cloze: "cloze"
    case .essay: "essay"
    case .description: "description"
    }
  }

  private mutating func loseWhatIsBeside() {
    loss.lose("its section", if: item.section != nil)
    loss.lose("its fixed place", if: item.keepsPlace)
    switch item.kind {
    case .trueFalse, .essay, .description:
      loss.lose("its penalty", if: (item.penalty ?? usualPenalty) != usualPenalty)
    case .singleChoice, .multipleResponse, .numerical, .shortText, .matching, .ordering, .cloze:
      break
    }
    if case .description = item.kind {} else { loseOfKind(item.kind) }
    loseFeedback()
  }

  private mutating func loseOfKind(_ kind: Item.Kind) {
    switch kind {
    case .singleChoice(let choice):
      loss.lose("the fixed place of an option", if: choice.options.contains(where: \.keepsPlace))
      loss.lose("a right option", if: !choice.weights.contains(1))
    case .multipleResponse(let choice):
      loss.lose("the fixed place of an option", if: choice.options.contains(where: \.keepsPlace))
      loss.lose("its rule 'all or nothing'", if: choice.rule == .allOrNothing)
    case .matching(let matching):
      loss.lose("its rule 'all or nothing'", if: matching.rule == .allOrNothing)
    case .cloze(let cloze):
      let sum = cloze.gaps.reduce(0) { $0 + $1.weight }
      loss.lose("its mark of \(item.maximum.rounded())", if: item.maximum != sum)
      for gap in cloze.gaps { loseOfGap(gap) }
    case .trueFalse, .numerical, .shortText, .ordering, .essay, .description: break
    }
  }

  private mutating func loseOfGap(_ gap: Cloze.Gap) {
    loseOfKind(gap.kind.itemKind)
    if case .numerical(let numerical) = gap.kind {
      loss.lose("the units of a gap", if: numerical.unit != nil || !numerical.units.isEmpty)
    }
    if case .trueFalse = gap.kind { loss.lose("the kind of a gap, which becomes a choice") }
    loss.lose(
      "the line breaks in the feedback for a gap",
      if: gap.kind.itemKind.texts.contains { $0.text.holds("\n") }
    )
  }

  /// Feedback by verdict belongs to choices, matchings, orders and texts with gaps.
  private mutating func loseFeedback() {
    switch item.kind {
    case .singleChoice, .multipleResponse, .matching, .ordering, .cloze: break
    case .trueFalse, .numerical, .shortText, .essay, .description:
      loss.lose("its feedback by verdict", if: item.feedback != Item.Feedback())
    }
  }
}
