public import Curricula
internal import Diagnostics
internal import Foundation

/// A rule as it is kept in the record: numbers as texts, so that every reader has them exactly.
private struct StoredRule: Codable {
  struct Part: Codable {
    var minimum: String?
    var quiz: String
    var weight: String
  }

  var attendance: String?
  var minimum: String
  var quizzes: [Part]
}

extension PassRule {
  /// The rule as it is kept in the record: a JSON object with sorted keys.
  public var stored: String {
    let stored = StoredRule(
      attendance: attendance.map { "\($0)" },
      minimum: "\(minimum)",
      quizzes: parts.map { part in
        StoredRule.Part(
          minimum: part.minimum.map { "\($0)" },
          quiz: part.quiz,
          weight: "\(part.weight)"
        )
      }
    )
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(stored)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  /// Reads a rule from the record; `nil` when the text is none.
  public init?(stored text: String) {
    guard let stored = try? JSONDecoder().decode(StoredRule.self, from: Data(text.utf8)),
      let minimum = Decimal(plain: stored.minimum)
    else { return nil }
    var parts: [Part] = []
    for part in stored.quizzes {
      guard let weight = Decimal(plain: part.weight), weight > 0 else { return nil }
      parts.append(
        Part(quiz: part.quiz, weight: weight, minimum: part.minimum.flatMap(Decimal.init(plain:)))
      )
    }
    self.init(
      parts: parts,
      minimum: minimum,
      attendance: stored.attendance.flatMap(Decimal.init(plain:))
    )
  }
}

extension Decimal {
  /// A number with a point, whatever the machine's language is.
  fileprivate init?(plain text: String) {
    self.init(string: text, locale: Locale(identifier: "en_US_POSIX"))
  }
}
