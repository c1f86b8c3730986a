internal import Foundation
internal import Quizzes

// What each type of question has beside the texts that all have.
extension MoodleItemWriter {
  static func writeStem(of item: Item, into xml: inout XMLWriter) {
    guard case .cloze(let cloze) = item.kind else {
      return write("questiontext", item.stem, into: &xml)
    }
    // A brace in the text must not begin a gap.
    let escaped = item.stem.escapedForHTML.replacing { $0 == "{" ? "&#123;" : nil }
    let html = Cloze.replacingMarkers(in: escaped) { number in
      cloze.gaps.indices.contains(number - 1) ? ClozeCode.written(cloze.gaps[number - 1]) : nil
    }
    xml.element("questiontext", ["format": "html"]) { $0.element("text", text: html) }
  }

  /// A text that is shown as it is.
  static func write(_ name: String, _ text: String, into xml: inout XMLWriter) {
    xml.element(name, ["format": "plain_text"]) { $0.element("text", text: text) }
  }

  static func write(_ kind: Item.Kind, of item: Item, into xml: inout XMLWriter) {
    switch kind {
    case .singleChoice(let choice):
      write(choice.options, choice.weights, isSingle: true, of: item, into: &xml)
    case .multipleResponse(let choice):
      write(choice.options, choice.weights, isSingle: false, of: item, into: &xml)
    case .trueFalse(let statement):
      for isTrue in [true, false] {
        let fraction: Rational = statement.key == isTrue ? 1 : 0
        write("\(isTrue)", fraction, statement.because(isTrue), into: &xml)
      }
    case .shortText(let shortText):
      xml.element("usecase", text: shortText.matchesCase ? "1" : "0")
      for accepted in shortText.accepted {
        write(accepted.pattern, accepted.fraction, accepted.because, into: &xml)
      }
    case .numerical(let numerical): write(numerical, into: &xml)
    case .matching(let matching): write(matching, of: item, into: &xml)
    case .ordering(let ordering): write(ordering, of: item, into: &xml)
    case .cloze: write(item.feedback, into: &xml)
    case .essay(let essay): write(essay, into: &xml)
    case .description: break
    }
  }

  private static func write(
    _ options: [Item.Option],
    _ weights: [Rational],
    isSingle: Bool,
    of item: Item,
    into xml: inout XMLWriter
  ) {
    xml.element("single", text: "\(isSingle)")
    xml.element("shuffleanswers", text: "\(!item.keepsOrder)")
    xml.element("answernumbering", text: "abc")
    write(item.feedback, into: &xml)
    for (option, weight) in zip(options, weights) {
      write(option.text, weight, option.because, into: &xml)
    }
  }

  private static func write(
    _ text: String,
    _ fraction: Rational,
    _ because: String?,
    into xml: inout XMLWriter,
    _ rest: (inout XMLWriter) -> Void = { _ in }
  ) {
    xml.element("answer", ["fraction": fraction.percent, "format": "plain_text"]) { xml in
      xml.element("text", text: text)
      write("feedback", because ?? "", into: &xml)
      rest(&xml)
    }
  }

  private static func write(_ feedback: Item.Feedback, into xml: inout XMLWriter) {
    write("correctfeedback", feedback.right ?? "", into: &xml)
    write("partiallycorrectfeedback", feedback.partlyRight ?? "", into: &xml)
    write("incorrectfeedback", feedback.wrong ?? "", into: &xml)
  }

  private static func write(_ numerical: Numerical, into xml: inout XMLWriter) {
    for accepted in numerical.accepted {
      let (number, reach) = accepted.value.interval
      write("\(number)", accepted.fraction, accepted.because, into: &xml) { xml in
        xml.element("tolerance", text: "\(reach)")
      }
    }
    if let otherwise = numerical.otherwise {
      write("*", 0, otherwise, into: &xml) { $0.element("tolerance", text: "0") }
    }
    let units = numerical.unit.map { [Numerical.Unit($0, count: 1)] } ?? []
    let all = units + numerical.units
    if !all.isEmpty {
      xml.element("units") { xml in
        for unit in all {
          xml.element("unit") { xml in
            xml.element("multiplier", text: "\(unit.count)")
            xml.element("unit_name", text: unit.name)
          }
        }
      }
    }
    xml.element("unitgradingtype", text: "0")
    xml.element("unitpenalty", text: "0")
    xml.element("showunits", text: all.isEmpty ? "3" : "0")
    xml.element("unitsleft", text: "0")
  }

  private static func write(_ matching: Matching, of item: Item, into xml: inout XMLWriter) {
    xml.element("shuffleanswers", text: "true")
    write(item.feedback, into: &xml)
    for pair in matching.pairs + matching.extra.map({ .init("", $0) }) {
      xml.element("subquestion", ["format": "plain_text"]) { xml in
        xml.element("text", text: pair.left)
        xml.element("answer") { $0.element("text", text: pair.right) }
      }
    }
  }

  private static func write(_ ordering: Ordering, of item: Item, into xml: inout XMLWriter) {
    let rule =
      switch ordering.rule {
      case .partial: "ABSOLUTE_POSITION"
      case .neighbours: "RELATIVE_NEXT_EXCLUDE_LAST"
      case .pairs: "RELATIVE_ALL_PREVIOUS_AND_NEXT"
      case .longestInOrder: "LONGEST_ORDERED_SUBSET"
      case .allOrNothing: "ALL_OR_NOTHING"
      }
    xml.element("layouttype", text: "VERTICAL")
    xml.element("selecttype", text: "ALL")
    xml.element("selectcount", text: "0")
    xml.element("gradingtype", text: rule)
    xml.element("showgrading", text: "SHOW")
    write(item.feedback, into: &xml)
    for (index, text) in ordering.texts.enumerated() {
      xml.element("answer", ["fraction": "\(index + 1)", "format": "plain_text"]) { xml in
        xml.element("text", text: text)
      }
    }
  }

  private static func write(_ essay: Essay, into xml: inout XMLWriter) {
    xml.element("responseformat", text: "editor")
    xml.element("responserequired", text: "1")
    xml.element("responsefieldlines", text: "15")
    if let words = essay.leastWords { xml.element("minwordlimit", text: "\(words)") }
    if let words = essay.mostWords { xml.element("maxwordlimit", text: "\(words)") }
    xml.element("attachments", text: "0")
    xml.element("attachmentsrequired", text: "0")
    write("graderinfo", essay.guide ?? "", into: &xml)
    write("responsetemplate", essay.template ?? "", into: &xml)
  }
}

extension Item.Kind {
  /// The fractions that options and accepted responses state or mean.
  var fractions: [Rational] {
    switch self {
    case .singleChoice(let choice): choice.weights
    case .multipleResponse(let choice): choice.weights
    case .numerical(let numerical): numerical.accepted.map(\.fraction)
    case .shortText(let shortText): shortText.accepted.map(\.fraction)
    case .cloze(let cloze): cloze.gaps.flatMap(\.kind.itemKind.fractions)
    case .trueFalse, .matching, .ordering, .essay, .description: []
    }
  }
}

extension Rational {
  /// Whether Moodle's list of grades has the fraction, itself or negative.
  ///
  /// Source: Moodle 4.5, `question_bank::fraction_options_full`.
  var isMoodleGrade: Bool {
    let grades: [Rational] =
      [0, 1, Rational(5, over: 6), Rational(2, over: 3)]
      + [9, 8, 7, 6, 4, 3].map { Rational($0, over: 10) }
      + [2, 3, 4, 5, 6, 7, 8, 9, 10, 20].map { Rational(1, over: $0) } + [Rational(3, over: 4)]
    return grades.contains { $0.isNear(self) || $0.isNear(-self) }
  }
}
