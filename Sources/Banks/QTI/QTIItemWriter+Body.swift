internal import Foundation
internal import Quizzes

// The text and the interactions.
extension QTIItemWriter {
  static func writeBody(
    of item: Item,
    _ responses: [QTIWrittenResponse],
    into xml: inout XMLWriter
  ) {
    xml.element("qti-item-body") { xml in
      if case .cloze = item.kind {
        xml.line("div", ["class": QTIBody.gapClass], markup: clozeMarkup(of: item, responses))
        return
      }
      write(paragraphs: item.stem, into: &xml)
      if let response = responses.first { write(response, of: item, into: &xml) }
      if case .essay(let essay) = item.kind, let guide = essay.guide {
        xml.element("qti-rubric-block", ["use": "scoring", "view": "scorer"]) { xml in
          xml.element("qti-content-body") { write(paragraphs: guide, into: &$0) }
        }
      }
    }
  }

  /// A text in paragraphs.
  static func write(paragraphs text: String, into xml: inout XMLWriter) {
    for paragraph in text.lines.split(separator: "") {
      xml.line("p", markup: markup(of: paragraph.joined(separator: "\n")))
    }
  }

  /// A text as XML in which line breaks and rows of spaces stay.
  private static func markup(of text: String) -> String {
    var markup = ""
    var isAfterSpace = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": markup += "<br/>"
      case " ": markup += isAfterSpace ? "\u{A0}" : " "
      default: markup += String(scalar).escapedForXML
      }
      isAfterSpace = scalar == " " || scalar == "\n"
    }
    return markup
  }

  private static func clozeMarkup(of item: Item, _ responses: [QTIWrittenResponse]) -> String {
    Cloze.replacingMarkers(in: markup(of: item.stem)) { number in
      responses.indices.contains(number - 1) ? gapMarkup(responses[number - 1]) : nil
    }
  }

  private static func gapMarkup(_ response: QTIWrittenResponse) -> String {
    let name = XMLWriter.written(["response-identifier": response.identifier])
    switch response.kind {
    case .singleChoice(let choice):
      let choices = choice.options.enumerated().map { index, option in
        self.choice("qti-inline-choice", QTIWrittenResponse.letter(index), option, response)
      }
      return "<qti-inline-choice-interaction\(name) shuffle=\"true\">\(choices.joined())"
        + "</qti-inline-choice-interaction>"
    case .trueFalse(let statement):
      return "<qti-inline-choice-interaction\(name) shuffle=\"false\">"
        + truths(statement).map { self.choice("qti-inline-choice", $0, $1, response) }.joined()
        + "</qti-inline-choice-interaction>"
    case .multipleResponse(let choice):
      let choices = choice.options.enumerated().map { index, option in
        self.choice("qti-simple-choice", QTIWrittenResponse.letter(index), option, response)
      }
      return "<qti-choice-interaction\(name) shuffle=\"true\" max-choices=\"0\">"
        + "\(choices.joined())</qti-choice-interaction>"
    case .numerical, .shortText, .matching, .ordering, .cloze, .essay, .description:
      return "<qti-text-entry-interaction\(name)/>"
    }
  }

  /// The two options of a statement.
  private static func truths(_ statement: TrueFalse) -> [(String, Item.Option)] {
    [true, false].map { truth in
      let text = truth ? "True" : "False"
      let because = statement.because(truth)
      return ("\(truth)", Item.Option(text, isKey: statement.key == truth, because: because))
    }
  }

  private static func choice(
    _ element: String,
    _ identifier: String,
    _ option: Item.Option,
    _ response: QTIWrittenResponse
  ) -> String {
    let fixed = option.keepsPlace ? " fixed=\"true\"" : ""
    let feedback = option.because.map { because in
      let attributes = XMLWriter.written([
        "outcome-identifier": response.feedbackOutcome, "identifier": identifier,
        "show-hide": "show",
      ])
      let paragraphs = markup(of: because)
      return "<qti-feedback-inline\(attributes)>\(paragraphs)</qti-feedback-inline>"
    }
    return "<\(element) identifier=\"\(identifier)\"\(fixed)>\(markup(of: option.text))"
      + "\(feedback ?? "")</\(element)>"
  }

  private static func write(
    _ response: QTIWrittenResponse,
    of item: Item,
    into xml: inout XMLWriter
  ) {
    let name = response.identifier
    switch response.kind {
    case .singleChoice(let choice):
      write(choice.options, isSingle: true, of: item, response, into: &xml)
    case .multipleResponse(let choice):
      write(choice.options, isSingle: false, of: item, response, into: &xml)
    case .trueFalse(let statement):
      let choices = truths(statement).map { choice("qti-simple-choice", $0, $1, response) }
      xml.line(
        "qti-choice-interaction",
        ["response-identifier": name, "shuffle": "false", "max-choices": "1"],
        markup: choices.joined()
      )
    case .numerical, .shortText:
      let attributes = XMLWriter.written(["response-identifier": name])
      xml.line("p", markup: "<qti-text-entry-interaction\(attributes)/>")
    case .essay:
      xml.element("qti-extended-text-interaction", ["response-identifier": name])
    case .matching(let matching): write(matching, name, into: &xml)
    case .ordering(let ordering):
      xml.element(
        "qti-order-interaction",
        ["response-identifier": name, "shuffle": "true"]
      ) { xml in
        for (index, text) in ordering.texts.enumerated() {
          xml.line(
            "qti-simple-choice",
            ["identifier": QTIWrittenResponse.letter(index)],
            markup: markup(of: text)
          )
        }
      }
    case .cloze, .description: break
    }
  }

  private static func write(
    _ options: [Item.Option],
    isSingle: Bool,
    of item: Item,
    _ response: QTIWrittenResponse,
    into xml: inout XMLWriter
  ) {
    let attributes: KeyValuePairs = [
      "response-identifier": response.identifier, "shuffle": "\(!item.keepsOrder)",
      "max-choices": isSingle ? "1" : "0",
    ]
    let choices = options.enumerated().map { index, option in
      choice("qti-simple-choice", QTIWrittenResponse.letter(index), option, response)
    }
    xml.element("qti-choice-interaction", attributes) { xml in
      for choice in choices { xml.add(markup: choice) }
    }
  }

  private static func write(_ matching: Matching, _ name: String, into xml: inout XMLWriter) {
    let attributes: KeyValuePairs = [
      "response-identifier": name, "shuffle": "true",
      "max-associations": "\(matching.pairs.count)",
    ]
    xml.element("qti-match-interaction", attributes) { xml in
      let sides = [
        ("L", matching.pairs.map(\.left), "1"), ("R", matching.rights, "0"),
      ]
      for (letter, texts, most) in sides {
        xml.element("qti-simple-match-set") { xml in
          for (index, text) in texts.enumerated() {
            xml.line(
              "qti-simple-associable-choice",
              ["identifier": "\(letter)\(index + 1)", "match-max": most],
              markup: markup(of: text)
            )
          }
        }
      }
    }
  }
}
