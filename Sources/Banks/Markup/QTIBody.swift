internal import Diagnostics
internal import Quizzes

/// The text of a QTI item with its interactions in the order written.
struct QTIBody {
  /// The interactions that a terminal can hold.
  static let known: Set<String> = [
    "choiceinteraction", "textentryinteraction", "inlinechoiceinteraction",
    "extendedtextinteraction", "orderinteraction", "matchinteraction", "gapmatchinteraction",
    "hottextinteraction", "associateinteraction",
  ]
  /// Those whose text has the options, or the gaps, in it.
  private static let textual: Set<String> = ["gapmatchinteraction", "hottextinteraction"]
  /// Those that stand in a line of text.
  static let inline: Set<String> = ["textentryinteraction", "inlinechoiceinteraction"]

  /// The class of a text in which even a single interaction is a gap.
  static let gapClass = "text-with-gaps"

  /// The interactions.
  private(set) var interactions: [XMLElement] = []
  /// Whether the only interaction has a paragraph of its own behind the text.
  private(set) var standsAlone = false
  /// Inline feedback in an option, which is no part of its text.
  private(set) var feedback: [XMLElement] = []
  /// The identifiers of the gaps into which words are put, in the order written.
  private(set) var gapNames: [String] = []
  /// The interaction that cannot be read.
  private(set) var unknown: XMLElement?
  private var lines = HTMLText()
  private let showsGaps: Bool

  /// Reads the text of an element; where gaps are shown, their markers stand for the interactions.
  init(_ element: XMLElement?, showsGaps: Bool = false) {
    self.showsGaps = showsGaps
    if let element { walk(element, depth: 0) }
  }

  /// The text, with what could not be carried over.
  var text: PlainText { lines.result }

  private mutating func walk(_ element: XMLElement, depth: Int) {
    for content in element.contents {
      switch content {
      case .text(let text): lines.add(text)
      case .element(let inner): walk(inner, in: element, depth: depth)
      }
    }
  }

  private mutating func walk(_ inner: XMLElement, in outer: XMLElement, depth: Int) {
    if inner.name.hasSuffix("interaction") {
      take(inner, in: outer)
    } else if inner.name == "gap" {
      gapNames.append(inner["identifier"] ?? "")
      lines.add(showsGaps ? Cloze.marker(gapNames.count) : "_____")
    } else if inner.name == "gaptext" {
      // The words to choose from are no part of the text.
    } else if inner.name == "gapimg" {
      lines.lose("an image")
    } else if ["feedbackinline", "feedbackblock"].contains(inner.name) {
      feedback.append(inner)
    } else if inner.name == "rubricblock" || inner.name == "templateblock" {
      // What markers read is taken elsewhere.
    } else if inner.name == "printedvariable" {
      lines.lose("a random value")
    } else {
      lines.open(inner.name) { inner[$0] }
      walk(inner, depth: depth + 1)
      lines.close(inner.name)
    }
  }

  private mutating func take(_ interaction: XMLElement, in outer: XMLElement) {
    guard Self.known.contains(interaction.name) else {
      unknown = unknown ?? interaction
      return
    }
    interactions.append(interaction)
    if Self.textual.contains(interaction.name) {
      standsAlone = true
      lines.open("p") { _ in nil }
      walk(interaction, depth: 0)
      lines.close("p")
      return
    }
    let isInline = Self.inline.contains(interaction.name)
    if let prompt = interaction.first("prompt") {
      lines.open("p") { _ in nil }
      walk(prompt, depth: 0)
      lines.close("p")
    }
    standsAlone =
      outer["class"] != Self.gapClass
      && (!isInline || (outer.name == "p" && outer.text.trimmed.isEmpty))
    if showsGaps {
      lines.add(
        isInline ? Cloze.marker(interactions.count) : " \(Cloze.marker(interactions.count)) "
      )
    }
  }
}
