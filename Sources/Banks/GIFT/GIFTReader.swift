internal import Diagnostics
internal import Quizzes

/// Reads GIFT as Moodle reads it.
///
/// Source: Moodle 4.5, `question/format/gift/format.php`, `qformat_gift::readquestion`.
struct GIFTReader {
  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
  }

  /// Reads all items into a bank.
  func read(into bank: inout BankAssembly) {
    // Comments on their own belong to the question behind them, or to the bank at its head.
    var comments: [String] = []
    for block in GIFTBlock.all(in: source) {
      comments += block.remarks
      guard !block.text.isEmpty else {
        if bank.isUntouched {
          bank.remarks += comments
          comments = []
        }
        continue
      }
      bank.isUntouched = false
      let text = block.text.protected
      if text.hasPrefix("$CATEGORY:") {
        let path = GIFTText(text.bytes.dropFirst(10)).trimmed.restored
        bank.enter(category: PlainText(path).text.onOneLine)
        continue
      }
      var question = GIFTQuestion(block, remarks: comments)
      comments = []
      do {
        let item = try question.read(text)
        bank.add(item, identifier: block.identifier, losses: question.losses)
        bank.findings.report(contentsOf: question.doubts)
      } catch {
        bank.findings.report(error)
      }
    }
  }
}

/// One question of a GIFT file while it is read.
struct GIFTQuestion {
  /// What could not be kept.
  private(set) var losses: [String] = []
  /// What is doubtful.
  private(set) var doubts = Findings()
  private let block: GIFTBlock
  /// The comments above the question.
  private let remarks: [String]
  /// How the stem is marked up; answers and feedback are like it where they say nothing.
  private var markup = PlainText.Markup.automatic

  init(_ block: GIFTBlock, remarks: [String]) {
    self.block = block
    self.remarks = remarks
  }

  /// Reads a block in which protected signs are placeholders.
  mutating func read(_ whole: GIFTText) throws(Diagnostic) -> Item {
    var text = whole
    var name: String?
    if text.hasPrefix("::") {
      text = GIFTText(text.bytes.dropFirst(2))
      if let (written, behind) = text.split(at: "::") {
        name = PlainText(written.restored).text.onOneLine
        text = behind.trimmed
      }
    }
    let start = text.bytes.firstIndex(of: UInt8(ascii: "{"))
    let end = text.bytes.firstIndex(of: UInt8(ascii: "}"))
    var answers: GIFTText?
    var stem = text
    switch (start, end) {
    case (nil, nil): break
    case (let start?, let end?) where start < end:
      answers = GIFTText(text.bytes[(start + 1)..<end]).trimmed
      // Behind the closing brace comes more: the word is missing in the middle.
      let gap = text.bytes.last == UInt8(ascii: "}") ? "" : "_____"
      stem = GIFTText(Array(text.bytes[..<start] + gap.utf8 + text.bytes[(end + 1)...])[...])
    default:
      throw problem(
        "the braces around the answers do not fit",
        remedy: "put the answers between '{' and '}', and write '\\{' and '\\}' for the signs"
      )
    }
    var generalFeedback = GIFTText("")
    if let section = answers, let place = section.lastIndex(of: "####") {
      generalFeedback = GIFTText(section.bytes[(place + 4)...])
      answers = GIFTText(section.bytes[..<place]).trimmed
    }
    let (stemText, stemMarkup) = formatted(stem)
    markup = stemMarkup
    var item = Item(id: "", stem: stemText, kind: .description, location: block.location)
    item.name = name.flatMap { $0.isEmpty ? nil : $0 }
    item.tags = block.tags
    item.remarks = remarks
    item.rationale = feedback(generalFeedback)
    if let section = answers, section.beginsLikeGap {
      remark(
        "the braces hold a gap of Moodle's cloze code, which GIFT does not have",
        remedy: "use Moodle XML for texts with gaps"
      )
      if let kind = cloze(text, &item) {
        item.kind = kind
        return item
      }
    }
    item.kind = try answers.map { section throws(Diagnostic) in try kind(section) } ?? .description
    return item
  }

  /// The gaps that a text with cloze code was meant to have; `nil` where they cannot be read.
  private mutating func cloze(_ text: GIFTText, _ item: inout Item) -> Item.Kind? {
    let (rest, markup) = prefixed(text)
    let reading = try? ClozeCode.read(rest.restored, as: markup) { message in
      problem(message, remedy: "write gaps as '{1:SHORTANSWER:=text}'")
    }
    guard let reading, !reading.gaps.isEmpty else { return nil }
    for loss in reading.losses { lose(loss) }
    item.stem = PlainText(reading.text, as: markup).text
    item.maximum = reading.gaps.reduce(0) { $0 + $1.weight }
    return .cloze(Cloze(reading.gaps))
  }

  /// The kind that an answer section means; the order of the questions is Moodle's.
  private mutating func kind(_ section: GIFTText) throws(Diagnostic) -> Item.Kind {
    if section.isEmpty { return .essay(Essay()) }
    if section.hasPrefix("#") {
      return .numerical(try numerical(GIFTText(section.bytes.dropFirst())))
    }
    if section.contains("~") { return try choice(section) }
    if section.contains("="), section.contains("->") { return .matching(try matching(section)) }
    let (statement, _) = section.split(at: "#") ?? (section, section)
    let word = statement.isEmpty ? section.string : statement.trimmed.string
    if ["T", "TRUE", "F", "FALSE"].contains(word) { return .trueFalse(trueFalse(section)) }
    return .shortText(try shortText(section))
  }

  mutating func lose(_ what: String) {
    if !losses.contains(what) { losses.append(what) }
  }

  /// Adds a warning on what was probably not meant.
  mutating func remark(_ message: String, remedy: String) {
    doubts.warn(at: block.location, message, remedy: remedy)
  }

  func problem(_ message: String, remedy: String) -> Diagnostic {
    Diagnostic(.error, at: block.location, message, remedy: remedy)
  }
}

// Pieces of answers.
extension GIFTQuestion {
  /// A text with the markup before it, such as `[html]`, or that of the stem.
  mutating func formatted(_ piece: GIFTText) -> (text: String, markup: PlainText.Markup) {
    let (rest, markup) = prefixed(piece)
    let plain = PlainText(rest.trimmed.restored.trimmed, as: markup)
    for loss in plain.losses { lose(loss) }
    return (plain.text, markup)
  }

  /// A text that Moodle never shows as HTML, such as an accepted answer.
  mutating func unformatted(_ piece: GIFTText) -> String {
    let plain = PlainText(prefixed(piece).rest.trimmed.restored)
    for loss in plain.losses { lose(loss) }
    return plain.text
  }

  private func prefixed(_ piece: GIFTText) -> (rest: GIFTText, markup: PlainText.Markup) {
    guard piece.hasPrefix("["), let (before, behind) = piece.split(at: "]"),
      let named = Self.markups[String(before.string.dropFirst())]
    else { return (piece, markup) }
    return (behind, named)
  }

  private static let markups: [String: PlainText.Markup] = [
    "html": .html, "moodle": .automatic, "plain": .plain, "markdown": .markdown,
  ]

  /// Feedback; `nil` where there is none.
  mutating func feedback(_ piece: GIFTText) -> String? {
    let text = formatted(piece).text
    return text.isEmpty ? nil : text
  }

  /// An answer and the feedback behind its first `#`.
  func commented(_ answer: GIFTText) -> (answer: GIFTText, feedback: GIFTText) {
    guard let (before, behind) = answer.split(at: "#") else { return (answer, GIFTText("")) }
    return (before.trimmed, behind.trimmed)
  }

  /// Moodle's pattern of a weight.
  private static var weight: Regex<(Substring, Substring, Substring)> {
    /%(-*)([0-9]{1,2}\.?[0-9]*)%/.matchingSemantics(.unicodeScalar)
  }

  /// Takes a weight such as `%50%` or `%-33.33333%` off an answer.
  ///
  /// - Returns: The weight as a fraction; `nil` where the answer has none.
  func weight(of answer: inout GIFTText) throws(Diagnostic) -> Rational? {
    guard answer.hasPrefix("%"), let match = answer.string.prefixMatch(of: Self.weight) else {
      return nil
    }
    let digits = match.2.hasSuffix(".") ? match.2.dropLast() : match.2
    guard match.1.count <= 1, let weight = Rational(percent: String(match.1 + digits)) else {
      throw problem(
        "the weight '\(String(match.0).shortened)' is not a percentage",
        remedy: "write it as '%50%' or '%-33.33333%'"
      )
    }
    answer = GIFTText(answer.bytes.dropFirst(match.0.utf8.count))
    return weight
  }
}
