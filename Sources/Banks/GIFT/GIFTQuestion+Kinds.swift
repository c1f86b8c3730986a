internal import Diagnostics
internal import Foundation
internal import Quizzes

// The kinds of answer sections.
extension GIFTQuestion {
  /// The most answers of a question that are looked at.
  private static let answerLimit = 1000

  /// The answers between a sign, if they are not too many to be a question's.
  private func answers(
    of section: GIFTText,
    between sign: Unicode.Scalar
  ) throws(Diagnostic) -> [GIFTText] {
    let answers = section.answers(between: sign)
    guard answers.count <= Self.answerLimit else {
      throw problem(
        "the question has \(answers.count) answers, expected at most \(Letters.limit)",
        remedy: "end its answers with '}', and leave an empty line before the next question"
      )
    }
    return answers
  }

  /// Options: one is to be chosen where any of them begins with `=`.
  mutating func choice(_ section: GIFTText) throws(Diagnostic) -> Item.Kind {
    let isSingle = section.contains("=")
    if section.hasSignInWord("=") {
      remark(
        "'=' within a word begins another right answer, as in Moodle",
        remedy: "write '\\=' for the sign itself"
      )
    }
    let marked = section.withOptionBefore("=")
    var options: [Item.Option] = []
    var weights: [Rational] = []
    var isOneEmpty = false
    for part in try answers(of: marked, between: "~") {
      var answer = part
      let weight: Rational
      if answer.hasPrefix("=") {
        answer = GIFTText(answer.bytes.dropFirst())
        weight = 1
      } else {
        weight = try self.weight(of: &answer) ?? 0
      }
      let (text, comment) = commented(answer)
      let option = formatted(text.trimmed).text
      // Moodle passes over empty answers too, when it saves the question.
      guard !option.isEmpty else {
        isOneEmpty = true
        continue
      }
      options.append(Item.Option(option, isKey: false, because: feedback(comment)))
      weights.append(weight)
    }
    if isOneEmpty {
      remark(
        "an option without text is left out, as in Moodle",
        remedy: "give it a text, or write '\\~' where the sign itself is meant"
      )
    }
    guard options.count >= 2 else {
      throw problem(
        "a choice has \(options.count) answers, expected at least 2",
        remedy: "begin the right answer with '=' and each wrong one with '~'"
      )
    }
    return isSingle
      ? .singleChoice(SingleChoice(weighted: options, weights))
      : .multipleResponse(MultipleResponse(weighted: options, weights))
  }

  /// Pairs `=left -> right`; a pair without a left side gives a further right side.
  mutating func matching(_ section: GIFTText) throws(Diagnostic) -> Matching {
    var matching = Matching([])
    let answers = try answers(of: section, between: "=")
    for answer in answers {
      guard let (left, right) = answer.split(at: "->") else {
        throw problem(
          "'\(answer.restored.shortened)' has no '->', expected a pair",
          remedy: "write each pair as '=left -> right'"
        )
      }
      let leftText = formatted(left).text
      let rightText = PlainText(right.trimmed.restored).text
      if leftText.isEmpty {
        matching.extra.append(rightText)
      } else {
        matching.pairs.append(.init(leftText, rightText))
      }
    }
    guard answers.count >= 2 else {
      throw problem(
        "a matching has \(answers.count) pair, expected at least 2",
        remedy: "write each pair as '=left -> right'"
      )
    }
    return matching
  }

  /// `TRUE#feedback to who is wrong#feedback to who is right`.
  mutating func trueFalse(_ section: GIFTText) -> TrueFalse {
    var rest = section
    var parts: [GIFTText] = []
    while parts.count < 2, let (before, behind) = rest.split(at: "#") {
      parts.append(before.trimmed)
      rest = behind
    }
    parts.append(rest.trimmed)
    let key = ["T", "TRUE"].contains(parts[0].string)
    let wrong = parts.count > 1 ? feedback(parts[1]) : nil
    let right = parts.count > 2 ? feedback(parts[2]) : nil
    return TrueFalse(
      key: key,
      becauseTrue: key ? right : wrong,
      becauseFalse: key ? wrong : right
    )
  }

  /// `=answer =%50%other`; the first may do without `=`.
  mutating func shortText(_ section: GIFTText) throws(Diagnostic) -> ShortText {
    var accepted: [ShortText.Accepted] = []
    for part in try answers(of: section, between: "=") {
      var answer = part
      let weight = try self.weight(of: &answer) ?? 1
      let (text, comment) = commented(answer)
      let pattern = unformatted(text.trimmed)
      guard !pattern.isEmpty else {
        lose("an accepted text that is empty")
        continue
      }
      accepted.append(.init(pattern, fraction: weight, because: feedback(comment)))
    }
    guard !accepted.isEmpty else {
      throw problem(
        "there is no answer between the braces",
        remedy: "write each accepted text as '=text'"
      )
    }
    return ShortText(accepted)
  }

  /// `#answer:tolerance`, `#from..to`, or several with `=` before each.
  mutating func numerical(_ section: GIFTText) throws(Diagnostic) -> Numerical {
    var numerical = Numerical([])
    var numbers = section
    if let (before, behind) = section.split(at: "~") {
      numbers = before
      numerical.otherwise = feedback(commented(behind).feedback)
    }
    for part in try answers(of: numbers, between: "=") {
      var answer = part
      let weight = try self.weight(of: &answer) ?? 1
      let (text, comment) = commented(answer)
      let because = feedback(comment)
      let written = unformatted(text.trimmed)
      if written == "*", weight == 0 {
        numerical.otherwise = numerical.otherwise ?? because
        continue
      }
      numerical.accepted.append(.init(try value(written), fraction: weight, because: because))
    }
    guard !numerical.accepted.isEmpty else {
      throw problem(
        "there is no number after '#'",
        remedy: "write the number and how far off a response may be, such as '#4:0.5'"
      )
    }
    return numerical
  }

  private func value(_ written: String) throws(Diagnostic) -> Numerical.Value {
    func number(_ text: some StringProtocol) throws(Diagnostic) -> Decimal {
      guard let number = Decimal(writtenAs: text.trimmed) else {
        throw problem(
          "'\(written.shortened)' is not a number with a tolerance",
          remedy: "write it as '4', '4:0.5' or '3.5..4.5'"
        )
      }
      return number
    }
    if let (first, last) = GIFTText(written).split(at: ".."), !first.isEmpty {
      return .range(from: try number(first.string), to: try number(last.string))
    }
    if let (answer, reach) = GIFTText(written).split(at: ":"), !answer.isEmpty {
      let tolerance = try number(reach.string)
      return .number(try number(answer.string), tolerance: .absolute(tolerance))
    }
    return .number(try number(written), tolerance: .absolute(0))
  }
}

extension Decimal {
  /// Reads a number as other programs write it: `4`, `.5`, `-1.25`, `6.02e3`; `nil` for anything else.
  init?(writtenAs text: String) {
    guard text.utf8.count <= 60, Self.isWritten(text.utf8[...]),
      let number = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")),
      number.isFinite
    else { return nil }
    self = number
  }

  /// Whether a text is digits with at most one point, maybe with a sign before and an exponent of one or
  /// two digits behind.
  private static func isWritten(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    func takeSign() { if let sign = rest.first, "+-".utf8.contains(sign) { rest.removeFirst() } }
    func takeDigits() -> Int {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    takeSign()
    var digits = takeDigits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      digits += takeDigits()
    }
    guard digits > 0 else { return false }
    if let sign = rest.first, "eE".utf8.contains(sign) {
      rest.removeFirst()
      takeSign()
      guard (1...2).contains(takeDigits()) else { return false }
    }
    return rest.isEmpty
  }
}
