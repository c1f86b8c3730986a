internal import Foundation
public import Quizzes
public import Records

/// Attempts and responses as statements of the Experience API, one JSON object a line.
///
/// For each attempt: that it was attempted, that each item was answered, and how it ended. Everything
/// follows from the record alone, so that another export of the same has the same identifiers: a store
/// that has a statement already leaves it out. After another marking the statements differ, and so do
/// their identifiers.
///
/// Source: *Experience API*, version 1.0.3, part 2 (statements), and the verbs and activity types of ADL.
public enum Statements {
  /// Writes the statements of attempts.
  ///
  /// - Parameters:
  ///   - selection: Which attempts; reviews are left out.
  ///   - markbook: Where attempts are recorded; `nil` where nothing is.
  ///   - now: The present.
  ///   - notes: What is said of the record, in each statement.
  ///   - progress: What hears how far it is.
  ///   - sink: Takes the text, part by part.
  /// - Throws: ``UnknownName``, ``AttemptProblem``, what the markbook refuses, or what the sink throws.
  public static func write(
    _ selection: AttemptSelection,
    in markbook: Markbook?,
    at now: Moment,
    notes: KeyValuePairs<String, String>,
    progress: ManyAttempts.Progress? = nil,
    to sink: (String) throws -> Void
  ) throws {
    guard let markbook else { return }
    let attempts = try SelectedAttempts(selection, in: markbook, at: now, progress: progress)
    let record = Dictionary(notes.map { ($0.key, $0.value) }) { first, _ in first }
    try attempts.write(by: StatementWriter(chosen: attempts.chosen, record: record), to: sink)
  }
}

/// Writes statements.
private struct StatementWriter: AttemptWriter {
  let chosen: SelectedAttempts.Chosen
  /// What is said of the record; no part of what identifies a statement.
  let record: [String: String]
  private var text = ""

  init(chosen: SelectedAttempts.Chosen, record: [String: String]) {
    self.chosen = chosen
    self.record = record
  }

  mutating func write(_ reading: AttemptReading, _ texts: KnownQuizzes) throws {
    guard chosen.includes(reading), let progress = reading.attempt.progress else { return }
    let sat = texts[reading.recorded.version]
    let telling = Telling(reading, by: chosen.participant(of: reading), sat)
    try add(telling.start(progress))
    for item in progress.items.compactMap({ sat?[$0] }) where item.kind != .description {
      if let answered = telling.answered(item, progress) { try add(answered) }
    }
    if let end = telling.end { try add(end) }
  }

  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  private mutating func add(_ statement: Statement) throws {
    var statement = statement
    statement.id = Identifier.uuid(of: try statement.canonical)
    statement.context.extensions = record.isEmpty ? nil : [Identifier.place + "/record": record]
    text += try statement.canonical + "\n"
  }
}

/// How things are named where others must not name something else alike.
enum Identifier {
  /// The beginning of identifiers: by RFC 6761 nobody can own a name below `invalid`.
  static let place = "https://seminar.invalid"

  /// A name below the place, each part written so that it is one part.
  static func named(_ parts: String...) -> String {
    parts.reduce(place) { name, part in
      let allowed = CharacterSet(charactersIn: "-._~/").union(.alphanumerics)
      return name + "/" + (part.addingPercentEncoding(withAllowedCharacters: allowed) ?? part)
    }
  }

  /// The identifier of a text: a UUID of version 8 (RFC 9562) with the first bits of its SHA-256.
  static func uuid(of text: String) -> String {
    uuid(digits: SHA256(of: text.utf8).hexadecimal)
  }

  /// A UUID of version 8 with the bits that 32 hexadecimal digits stand for.
  static func uuid(digits: String) -> String {
    var digits = Array(digits.prefix(32))
    guard digits.count == 32 else { return "" }
    digits[12] = "8"
    let variant = ["8", "9", "a", "b"] as [Character]
    digits[16] = variant[(digits[16].hexDigitValue ?? 0) & 3]
    let ends = [8, 12, 16, 20, 32]
    return zip([0] + ends, ends).map { String(digits[$0..<$1]) }.joined(separator: "-")
  }
}
