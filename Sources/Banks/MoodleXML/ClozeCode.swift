internal import Diagnostics
internal import Foundation
internal import Quizzes

/// Moodle's code for gaps in a text: `{2:MULTICHOICE:=right#feedback~wrong}`.
///
/// Source: Moodle 4.5, `question/type/multianswer/questiontype.php`, whose regular expressions it
/// follows: `~` `}` `#` `/` `"` `\` are written with a backslash in an answer.
enum ClozeCode {
  /// A text with markers for gaps, and the gaps.
  struct Reading {
    var text = ""
    var gaps: [Cloze.Gap] = []
    var losses: [String] = []
  }

  /// The names of the kinds, each with its short forms.
  private static let names: [(names: [String], type: GapType)] = [
    (["SHORTANSWER", "SA", "MW"], .shortText(matchesCase: false)),
    (["SHORTANSWER_C", "SAC", "MWC"], .shortText(matchesCase: true)),
    (["NUMERICAL", "NM"], .numerical),
    (["MULTICHOICE", "MC"], .singleChoice), (["MULTICHOICE_V", "MCV"], .singleChoice),
    (["MULTICHOICE_H", "MCH"], .singleChoice), (["MULTICHOICE_S", "MCS"], .singleChoice),
    (["MULTICHOICE_VS", "MCVS"], .singleChoice), (["MULTICHOICE_HS", "MCHS"], .singleChoice),
    (["MULTIRESPONSE", "MR"], .multipleResponse), (["MULTIRESPONSE_H", "MRH"], .multipleResponse),
    (["MULTIRESPONSE_S", "MRS"], .multipleResponse),
    (["MULTIRESPONSE_HS", "MRHS"], .multipleResponse),
  ]

  private enum GapType {
    case shortText(matchesCase: Bool)
    case numerical
    case singleChoice
    case multipleResponse
  }

  /// Reads a text in which gaps are coded.
  ///
  /// - Parameters:
  ///   - text: The text as the file has it.
  ///   - markup: How the text and the answers in it are marked up.
  ///   - problem: Makes a diagnostic for a code that cannot be read.
  /// - Returns: The text with markers, the gaps, and what was lost.
  /// - Throws: What is wrong with a code.
  static func read(
    _ text: String,
    as markup: PlainText.Markup,
    problem: (String) -> Diagnostic
  ) throws(Diagnostic) -> Reading {
    var reading = Reading()
    let bytes = Array(text.utf8)
    var position = 0
    var plainStart = 0
    // What looks like a marker of ours would be taken for one.
    func flush(upTo end: Int) -> String {
      Cloze.replacingMarkers(in: String(decoding: bytes[plainStart..<end], as: UTF8.self)) {
        "[\($0)]"
      }
    }
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "{")) {
      position = open + 1
      guard position < bytes.count, ":0123456789".utf8.contains(bytes[position]) else { continue }
      let head = String(decoding: bytes[position..<min(bytes.count, position + 40)], as: UTF8.self)
      guard let (match, type) = Self.head(head) else { continue }
      let start = position + match.0.utf8.count
      guard let end = unescaped(UInt8(ascii: "}"), in: bytes, from: start) else {
        throw problem("a gap '{\(match.0)' is not closed")
      }
      reading.text += flush(upTo: open)
      let weight = match.1.isEmpty ? 1 : Int(match.1) ?? 0
      guard (1...100).contains(weight) else {
        throw problem("the weight '\(match.1)' of a gap is not from 1 to 100")
      }
      let kind = try gap(bytes[start..<end], type, markup, &reading.losses, problem)
      reading.gaps.append(Cloze.Gap(kind, weight: Rational(Int128(weight))))
      reading.text += Cloze.marker(reading.gaps.count)
      position = end + 1
      plainStart = position
    }
    reading.text += flush(upTo: bytes.count)
    return reading
  }

  /// The weight and the kind with which the code of a gap begins.
  private static func head(
    _ code: String
  ) -> (match: Regex<(Substring, Substring, Substring)>.Match, type: GapType)? {
    // Most texts begin otherwise, and a pattern is made anew each time.
    guard let first = code.utf8.first, "0123456789:".utf8.contains(first) else { return nil }
    let pattern = /([0-9]*):([A-Z_]+):/.matchingSemantics(.unicodeScalar)
    guard let match = code.prefixMatch(of: pattern),
      let type = names.first(where: { $0.names.contains(String(match.2)) })?.type
    else { return nil }
    return (match, type)
  }

  /// Whether a text begins like the code of a gap behind its brace.
  static func begins(_ text: String) -> Bool {
    head(text) != nil
  }

  /// Where a byte stands that has no backslash before it.
  private static func unescaped(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 1
      } else if bytes[index] == byte {
        return index
      }
      index += 1
    }
    return nil
  }

  private static let emptyAnswer = "an empty answer of a gap"

  private struct Answer {
    var text: String
    var fraction: Rational
    var because: String?
  }

  private static func gap(
    _ code: ArraySlice<UInt8>,
    _ type: GapType,
    _ markup: PlainText.Markup,
    _ losses: inout [String],
    _ problem: (String) -> Diagnostic
  ) throws(Diagnostic) -> Cloze.Gap.Kind {
    var answers: [Answer] = []
    for part in parts(of: code, between: UInt8(ascii: "~")) {
      let answer = try answer(part, markup, &losses, problem)
      if !answer.text.isEmpty {
        answers.append(answer)
      } else if answer.fraction != 0 || answer.because != nil, !losses.contains(emptyAnswer) {
        losses.append(emptyAnswer)
      }
    }
    switch type {
    case .singleChoice, .multipleResponse:
      let options = answers.map { Item.Option($0.text, isKey: false, because: $0.because) }
      let weights = answers.map(\.fraction)
      if case .singleChoice = type {
        return .singleChoice(SingleChoice(weighted: options, weights))
      }
      return .multipleResponse(MultipleResponse(weighted: options, weights))
    case .shortText(let matchesCase):
      // `*` for anything else is a pattern like any other.
      let accepted = answers.map {
        ShortText.Accepted($0.text, fraction: $0.fraction, because: $0.because)
      }
      return .shortText(ShortText(accepted, matchesCase: matchesCase))
    case .numerical:
      var numerical = Numerical([])
      for answer in answers {
        if answer.text == "*", answer.fraction == 0 {
          numerical.otherwise = answer.because
          continue
        }
        let parts = answer.text.parts(between: ":")
        guard (1...2).contains(parts.count), let number = Decimal(writtenAs: parts[0].trimmed),
          let reach = Decimal(writtenAs: parts.count == 2 ? parts[1].trimmed : "0")
        else {
          throw problem("'\(answer.text.shortened)' in a gap is not a number with a tolerance")
        }
        numerical.accepted.append(
          .init(
            .number(number, tolerance: .absolute(reach)),
            fraction: answer.fraction,
            because: answer.because
          )
        )
      }
      return .numerical(numerical)
    }
  }

  private static var weight: Regex<(Substring, Substring)> {
    /%(-?[0-9]+(?:\.[0-9]*)?)%/.matchingSemantics(.unicodeScalar)
  }

  /// One answer: `=right`, `%50%half#feedback` or `wrong`.
  private static func answer(
    _ code: ArraySlice<UInt8>,
    _ markup: PlainText.Markup,
    _ losses: inout [String],
    _ problem: (String) -> Diagnostic
  ) throws(Diagnostic) -> Answer {
    let pieces = parts(of: code, between: UInt8(ascii: "#"), most: 2)
    var text = String(decoding: pieces[0], as: UTF8.self).trimmed
    var fraction: Rational = 0
    if text.begins(with: "=") {
      fraction = 1
      text.unicodeScalars.removeFirst()
    } else if text.begins(with: "%"), let match = text.prefixMatch(of: Self.weight) {
      guard let weight = Rational(percent: String(match.1)) else {
        throw problem("the weight '\(String(match.0).shortened)' of a gap is not a percentage")
      }
      fraction = weight
      text = String(text[match.range.upperBound...])
    }
    func plain(_ text: String) -> String {
      let plain = PlainText(unescaped(text), as: markup)
      for loss in plain.losses where !losses.contains(loss) { losses.append(loss) }
      return plain.text.onOneLine
    }
    let feedback = pieces.count > 1 ? plain(String(decoding: pieces[1], as: UTF8.self)) : ""
    return Answer(
      text: plain(text),
      fraction: fraction,
      because: feedback.isEmpty ? nil : feedback
    )
  }

  /// The parts between a byte that has no backslash before it.
  private static func parts(
    of code: ArraySlice<UInt8>,
    between separator: UInt8,
    most: Int = .max
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = code.startIndex
    var index = start
    while index < code.endIndex {
      if code[index] == UInt8(ascii: "\\"), index + 1 < code.endIndex {
        index += 1
      } else if code[index] == separator, parts.count + 1 < most,
        // The sign in `&#233;` belongs to the entity.
        separator != UInt8(ascii: "#") || index == start || code[index - 1] != UInt8(ascii: "&")
      {
        parts.append(code[start..<index])
        start = index + 1
      }
      index += 1
    }
    return parts + [code[start...]]
  }

  /// Signs that a backslash protects in an answer.
  static let signs: [Unicode.Scalar] = ["~", "}", "#", "/", "\"", "\\"]

  private static func unescaped(_ text: String) -> String {
    var plain = ""
    var isProtected = false
    for scalar in text.unicodeScalars {
      if isProtected {
        if !signs.contains(scalar) { plain += "\\" }
        plain.unicodeScalars.append(scalar)
        isProtected = false
      } else if scalar == "\\" {
        isProtected = true
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return isProtected ? plain + "\\" : plain
  }
}
