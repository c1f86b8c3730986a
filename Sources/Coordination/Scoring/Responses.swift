public import Curricula
internal import Foundation
public import Publishing
public import Quizzes
public import Records

/// The responses to single items: a table whose columns are a form that others rely on.
public enum Responses {
  private static let columns: [Sheet.Column] = [
    .init("participant"), .init("name"), .init("group"), .init("curriculum"), .init("edition"),
    .init("quiz"), .init("attempt", .number), .init("kind"), .init("id"),
    .init("place", .number), .init("item"), .init("item-kind"), .init("version"),
    .init("typed"), .init("response"), .init("key"), .init("mark", .number),
    .init("maximum", .number), .init("awaited", .flag), .init("certainty", .number),
    .init("seconds", .number), .init("tries", .number), .init("hints", .number),
    .init("responded", .instant), .init("marking-version"), .init("marking-key"),
    .init("marked-by"), .init("comment"),
  ]

  /// The columns for a screen from the most important to the least.
  public static let importance = [
    "participant", "quiz", "item", "mark", "maximum", "response", "key", "seconds", "attempt",
  ]

  /// A row for each item that an attempt asked, in the order shown, also where nobody responded.
  ///
  /// - Parameters:
  ///   - selection: Which attempts; reviews are left out.
  ///   - markbook: Where attempts are recorded; `nil` where nothing is.
  ///   - zone: The zone in which instants are shown.
  ///   - now: The present.
  /// - Returns: The table.
  /// - Throws: ``UnknownName``, ``AttemptProblem`` or what the markbook refuses.
  public static func sheet(
    _ selection: AttemptSelection,
    in markbook: Markbook?,
    zone: Zone,
    at now: Moment
  ) throws -> Sheet {
    let disguise = Disguise(columns, selection.anonymity)
    var sheet = Sheet("Responses", columns: disguise.columns, zone: zone)
    guard let markbook else { return sheet }
    let attempts = try SelectedAttempts(selection, in: markbook, at: now)
    var keys = KeyWords()
    try attempts.read { reading, participant, texts in
      for row in ResponseRows(of: reading, participant, texts, &keys) {
        sheet.append(disguise.row(row))
      }
    }
    return sheet
  }

  /// Writes the rows, and never holds all of them.
  ///
  /// - Parameters:
  ///   - form: The form of the rows.
  ///   - selection: Which attempts; reviews are left out.
  ///   - markbook: Where attempts are recorded; `nil` where nothing is.
  ///   - zone: The zone in which instants are shown.
  ///   - now: The present.
  ///   - progress: What hears how far it is.
  ///   - sink: Takes the text, part by part.
  /// - Throws: ``UnknownName``, ``AttemptProblem``, what the markbook refuses, or what the sink throws.
  public static func write(
    as form: RowWriter.Form,
    _ selection: AttemptSelection,
    in markbook: Markbook?,
    zone: Zone,
    at now: Moment,
    progress: ManyAttempts.Progress? = nil,
    to sink: (String) throws -> Void
  ) throws {
    let disguise = Disguise(columns, selection.anonymity)
    var rows = RowWriter(form, disguise.columns, zone: zone)
    guard let markbook else {
      rows.writeHead()
      return try sink(rows.take())
    }
    let attempts = try SelectedAttempts(selection, in: markbook, at: now, progress: progress)
    rows.writeHead()
    try sink(rows.take())
    let writer = ResponseWriter(rows: rows, disguise: disguise, chosen: attempts.chosen)
    try attempts.write(by: writer, to: sink)
  }

  /// Writes the rows.
  private struct ResponseWriter: AttemptWriter {
    var rows: RowWriter
    let disguise: Disguise
    let chosen: SelectedAttempts.Chosen
    var keys = KeyWords()

    mutating func write(_ reading: AttemptReading, _ texts: KnownQuizzes) {
      guard chosen.includes(reading) else { return }
      let participant = chosen.participant(of: reading)
      for row in ResponseRows(of: reading, participant, texts, &keys) {
        rows.write(disguise.row(row))
      }
    }

    mutating func take() -> String { rows.take() }
  }
}
