internal import Diagnostics
internal import Foundation
internal import Quizzes

/// Writes GIFT as Moodle writes it.
///
/// Source: Moodle 4.5, `question/format/gift/format.php`, `qformat_gift::writequestion`.
struct GIFTWriter {
  private let quiz: Quiz

  init(_ quiz: Quiz) {
    self.quiz = quiz
  }

  /// The file; what it cannot hold is added to the losses.
  func write(_ losses: inout Findings) -> String {
    LossReport.tellSettings(of: quiz, .gift, &losses)
    var text = quiz.remarks.map { "// \($0)\n" }.joined() + (quiz.remarks.isEmpty ? "" : "\n")
    var category: String?
    for item in quiz.items {
      var writer = GIFTItemWriter(item)
      if let reason = writer.obstacle {
        LossReport.leftOut(item, reason, .gift, &losses)
        continue
      }
      if item.category != category {
        category = item.category
        // Moodle puts nothing but backslashes back in a category.
        text += "$CATEGORY: \((category ?? "top").replacing { $0 == "\\" ? "\\\\" : nil })\n\n"
      }
      text += writer.write() + "\n"
      writer.loss.tell(item, .gift, &losses)
    }
    return text
  }
}

/// Writes one item as GIFT.
struct GIFTItemWriter {
  /// What GIFT does not support of the item.
  private(set) var loss = LossReport()
  private let item: Item
  /// Whether the stem is marked as plain; answers and feedback then are too.
  private let isPlain: Bool

  init(_ item: Item) {
    self.item = item
    isPlain = Self.needsPlain(item.stem)
  }

  /// What GIFT has no way to say, so that the item is left out.
  var obstacle: String? {
    switch item.kind {
    case .ordering: return "texts to put in order"
    case .cloze: return "several gaps in one text"
    case .singleChoice(let choice):
      return choice.weights.contains(1) ? nil : "a choice without a right option"
    case .shortText(let shortText):
      let texts = shortText.accepted.flatMap { [$0.pattern, $0.because ?? ""] }
      return (texts + [item.generalFeedback ?? ""]).contains { $0.holds("->") }
        ? "'->' beside an accepted text" : nil
    case .matching(let matching):
      return matching.pairs.contains { $0.left.holds("->") } ? "'->' in a left side" : nil
    case .multipleResponse, .trueFalse, .numerical, .essay, .description: return nil
    }
  }

  mutating func write() -> String {
    loseWhatIsBeside()
    let name = item.name ?? item.id
    var text = item.remarks(&loss).map { "// \($0)\n" }.joined()
    text += "// question: \(item.id)  name: \(name.replacing { $0 == "[" ? "(" : nil })\n"
    let marks =
      (item.name == nil ? [] : ["[id:\(Self.bracketed(item.id))]"])
      + item.labels.filter { !$0.unicodeScalars.contains { "<>`".unicodeScalars.contains($0) } }
      .map { "[tag:\(Self.bracketed($0))]" }
    if !marks.isEmpty { text += "// \(marks.joined(separator: " "))\n" }
    loss.lose(
      "a tag",
      if: item.labels.contains { $0.unicodeScalars.contains { "<>`".unicodeScalars.contains($0) } }
    )
    text += "::\(GIFTText.escaped(name))::"
    text += (isPlain ? "[plain]" : "") + GIFTText.escaped(item.stem)
    text += section
    return text + "\n"
  }

  /// The answers in their braces.
  private var section: String {
    let general = item.generalFeedback.map { "####\(formatted($0))" } ?? ""
    let end = general.isEmpty ? "}" : "\t\(general)\n}"
    switch item.kind {
    case .description: return ""
    case .essay: return "{\(general)}"
    case .trueFalse(let statement): return "{\(written(statement))\(general)}"
    case .singleChoice(let choice):
      return "{\n" + written(choice.options, choice.weights, isSingle: true) + end
    case .multipleResponse(let choice):
      return "{\n" + written(choice.options, choice.weights, isSingle: false) + end
    case .shortText(let shortText):
      let lines = shortText.accepted.map { accepted in
        "\t=%\(accepted.fraction.percent)%\(Self.hasPrefix(accepted.pattern) ? "[plain]" : "")"
          + GIFTText.escaped(accepted.pattern)
          + "#\(accepted.because.map(formatted) ?? "")\n"
      }
      return "{\n" + lines.joined() + end
    case .numerical(let numerical):
      let lines = numerical.accepted.map { accepted in
        "\t=%\(accepted.fraction.percent)%\(written(accepted.value))"
          + "#\(accepted.because.map(formatted) ?? "")\n"
      }
      let otherwise = numerical.otherwise.map { "\t~#\(formatted($0))\n" } ?? ""
      return "{#\n" + lines.joined() + otherwise + end
    case .matching(let matching):
      let pairs = matching.pairs.map { ($0.left, $0.right) } + matching.extra.map { ("", $0) }
      let lines = pairs.map { left, right in
        "\t=\(left.isEmpty ? "" : formatted(left)) -> \(GIFTText.escaped(right))\n"
      }
      return "{\n" + lines.joined() + end
    case .ordering, .cloze: return ""
    }
  }

  private func written(_ options: [Item.Option], _ weights: [Rational], isSingle: Bool) -> String {
    // Without '~' the options would be accepted texts: only the first full one has '='.
    let first = isSingle ? weights.firstIndex(of: 1) : nil
    return zip(options, weights).enumerated().map { index, pair in
      let (option, weight) = pair
      let sign =
        if index == first { "=" } else if weight == 0 { "~" } else { "~%\(weight.percent)%" }
      // A weight that the text begins with would be taken for its own.
      let text = formatted(option.text, afterSign: sign == "~" && option.text.begins(with: "%"))
      return "\t\(sign)\(text)\(option.because.map { "#\(formatted($0))" } ?? "")\n"
    }.joined()
  }

  private func written(_ statement: TrueFalse) -> String {
    let right = statement.because(statement.key).map(formatted)
    let wrong = statement.because(!statement.key).map(formatted)
    let feedback =
      switch (wrong, right) {
      case (let wrong, let right?): "#\(wrong ?? "")#\(right)"
      case (let wrong?, nil): "#\(wrong)"
      case (nil, nil): ""
      }
    return (statement.key ? "TRUE" : "FALSE") + feedback
  }

  private func written(_ value: Numerical.Value) -> String {
    switch value {
    case .number(let number, .absolute(let reach)): "\(number):\(reach)"
    case .number(let number, .relative(let part)): "\(number):\(abs(number) * part)"
    case .range(let first, let last): "\(first)..\(last)"
    }
  }

  private func formatted(_ text: String) -> String {
    formatted(text, afterSign: false)
  }

  /// A text with its markup, where it would be read in another way without.
  private func formatted(_ text: String, afterSign needsMark: Bool) -> String {
    let isMarked = isPlain ? Self.hasPrefix(text) : Self.needsPlain(text)
    return (isMarked || needsMark ? "[plain]" : "") + GIFTText.escaped(text)
  }

  /// Whether a text would be read in another way as Moodle's usual mixture of text and HTML.
  private static func needsPlain(_ text: String) -> Bool {
    hasPrefix(text) || text.holds("<") || text.holds("&")
      || PlainText(text, as: .automatic) != PlainText(text)
  }

  /// Whether a text begins like a markup.
  private static func hasPrefix(_ text: String) -> Bool {
    ["[html]", "[moodle]", "[plain]", "[markdown]"].contains { text.begins(with: $0) }
  }

  private static func bracketed(_ text: String) -> String {
    text.replacing { $0 == "]" ? "\\]" : nil }
  }
}

extension GIFTItemWriter {
  /// Notes what an item has beside its key and has no place in GIFT.
  private mutating func loseWhatIsBeside() {
    loss.lose("its hints", if: !item.hints.isEmpty)
    loss.lose("its penalty", if: item.penalty != nil)
    loss.lose("its feedback by verdict", if: item.feedback != Item.Feedback())
    loss.lose("its mark of \(item.maximum.rounded())", if: item.maximum != 1)
    loss.lose("its fixed place or order", if: item.keepsPlace || item.keepsOrder)
    loss.lose("its section", if: item.section != nil)
    switch item.kind {
    case .singleChoice(let choice):
      loss.lose("the fixed place of an option", if: choice.options.contains(where: \.keepsPlace))
    case .multipleResponse(let choice):
      loss.lose("the fixed place of an option", if: choice.options.contains(where: \.keepsPlace))
      loss.lose("its rule 'all or nothing'", if: choice.rule == .allOrNothing)
    case .shortText(let shortText):
      loss.lose("the difference of capital and small letters", if: shortText.matchesCase)
    case .numerical(let numerical):
      loss.lose("its units", if: numerical.unit != nil || !numerical.units.isEmpty)
    case .matching(let matching):
      loss.lose("its rule 'all or nothing'", if: matching.rule == .allOrNothing)
    case .essay(let essay):
      loss.lose("the guide and the template", if: essay != Essay())
    case .description:
      loss.lose("its rationale and source", if: item.generalFeedback != nil)
    case .trueFalse, .ordering, .cloze: break
    }
    let name = item.name ?? item.id
    let texts = [name] + item.texts.map(\.text)
    loss.lose("'&&' before digits", if: texts.contains(where: GIFTText.isAmbiguous))
  }
}
