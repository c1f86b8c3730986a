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
    try attempts.read { reading, participant, texts in
      for row in rows(reading, participant, texts) { sheet.append(disguise.row(row)) }
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

    mutating func write(_ reading: AttemptReading, _ texts: KnownQuizzes) {
      guard chosen.includes(reading) else { return }
      let participant = chosen.participant(of: reading)
      for row in Responses.rows(reading, participant, texts) { rows.write(disguise.row(row)) }
    }

    mutating func take() -> String { rows.take() }
  }

  private static func rows(
    _ reading: AttemptReading,
    _ participant: Participant?,
    _ texts: KnownQuizzes
  ) -> [[Sheet.Cell]] {
    guard let sat = texts[reading.recorded.version], let progress = reading.attempt.progress else {
      return []
    }
    let known = Known(reading, sat: sat)
    let beginning = attemptCells(reading, participant)
    let asked = progress.items.compactMap { sat[$0] }.filter { $0.kind != .description }
    return asked.enumerated().map { index, item in
      beginning + [.number(index + 1)] + known.cells(of: item, progress)
    }
  }

  private static func attemptCells(
    _ reading: AttemptReading,
    _ participant: Participant?
  ) -> [Sheet.Cell] {
    let recorded = reading.recorded
    return [
      .text(recorded.participant ?? "guest"),
      .text(participant?.name ?? (recorded.participant == nil ? "guest" : "")),
      .text(participant?.group ?? ""),
      .text(recorded.programme.curriculum),
      .text(recorded.programme.edition),
      .text(recorded.quiz),
      .number(recorded.number),
      .text(recorded.kind.rawValue),
      .text(recorded.id),
    ]
  }
}

/// What an attempt's marking says of each of its items.
private struct Known {
  private let sat: RecordedAttempt
  private let marking: Quiz?
  private let version: String
  private let entries: [Item.ID: Score.Entry]

  init(_ reading: AttemptReading, sat quiz: Quiz) {
    sat = reading.recorded
    marking = reading.quiz
    version = reading.marked?.steps.last?.remark.what.version ?? reading.recorded.version
    let entries = reading.score?.entries.map { ($0.item, $0) } ?? []
    self.entries = Dictionary(entries) { first, _ in first }
  }

  func cells(of item: Item, _ progress: Attempt.Progress) -> [Sheet.Cell] {
    let given = progress.responses[item.id]
    let tries = progress.tries[item.id] ?? []
    let response = given?.response ?? tries.last?.response
    let entry = entries[item.id]
    let milliseconds = tries.reduce(given?.milliseconds ?? 0) { $0 + $1.milliseconds }
    let marked = progress.marks[item.id]
    return [
      .text(item.id),
      .text(item.kind.name.rawValue),
      .text(sat.version),
      .text(given?.typed ?? tries.last?.typed ?? ""),
      .text(response.map(item.words) ?? ""),
      .text(item.keyWords),
      Sheet.Cell(entry.flatMap { $0.isAwaited ? nil : $0.mark }),
      Sheet.Cell(entry?.maximum),
      Sheet.Cell(entry?.isAwaited),
      Sheet.Cell(given?.certainty?.rawValue),
      response == nil ? .empty : Sheet.Cell(milliseconds, decimals: 3),
      .number(tries.count + (given == nil ? 0 : 1)),
      .number(progress.hintCount(on: item.id)),
      Sheet.Cell(given?.time.date),
      Sheet.Cell(entry == nil ? nil : version),
      Sheet.Cell(entry == nil ? nil : marking?[item.id]?.keyWords),
      Sheet.Cell(marked?.by),
      Sheet.Cell(marked?.comment),
    ]
  }
}
