public import Curricula
internal import Foundation
public import Publishing
public import Quizzes
public import Records

/// The scores of all attempts: a table whose columns are a form that others rely on.
public enum Scores {
  private static let columns: [Sheet.Column] = [
    .init("participant"), .init("name"), .init("group"), .init("quiz"),
    .init("attempt", .number), .init("kind"), .init("state"), .init("started", .instant),
    .init("submitted", .instant), .init("minutes", .number), .init("score", .number),
    .init("maximum", .number), .init("percent", .number), .init("passed", .flag),
    .init("id"), .init("first-score", .number), .init("remarked", .instant),
    .init("answers-shown", .flag), .init("despite"), .init("curriculum"), .init("edition"),
    .init("awaited", .number),
  ]

  /// A row for each attempt.
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
    var sheet = Sheet("Scores", columns: disguise.columns, zone: zone)
    guard let markbook else { return sheet }
    let attempts = try SelectedAttempts(selection, in: markbook, at: now)
    let answers = try AnswersKnown(in: markbook)
    try attempts.read { reading, participant, _ in
      sheet.append(disguise.row(cells(reading, participant, answers)))
    }
    return sheet
  }

  /// Writes a row for each attempt, and never holds all of them.
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
    let writer = ScoreWriter(
      rows: rows,
      disguise: disguise,
      chosen: attempts.chosen,
      answers: try AnswersKnown(in: markbook)
    )
    try attempts.write(by: writer, to: sink)
  }

  /// Writes the rows.
  private struct ScoreWriter: AttemptWriter {
    var rows: RowWriter
    let disguise: Disguise
    let chosen: SelectedAttempts.Chosen
    let answers: AnswersKnown

    mutating func write(_ reading: AttemptReading, _ texts: KnownQuizzes) {
      guard chosen.includes(reading) else { return }
      rows.write(disguise.row(Scores.cells(reading, chosen.participant(of: reading), answers)))
    }

    mutating func take() -> String { rows.take() }
  }

  private static func cells(
    _ reading: AttemptReading,
    _ participant: Participant?,
    _ answers: AnswersKnown
  ) -> [Sheet.Cell] {
    let recorded = reading.recorded
    let (score, sum) = (reading.score, reading.score?.sum)
    let tenths = (reading.attempt.millisecondsPresent + 3_000) / 6_000
    return [
      .text(recorded.participant ?? "guest"),
      .text(participant?.name ?? (recorded.participant == nil ? "guest" : "")),
      .text(participant?.group ?? ""),
      .text(recorded.quiz),
      .number(recorded.number),
      .text(recorded.kind.rawValue),
      .text(reading.attempt.submittedAt == nil ? "open" : "submitted"),
      Sheet.Cell(reading.attempt.events.first?.time.date),
      Sheet.Cell(reading.attempt.submittedAt?.date),
      Sheet.Cell(tenths, decimals: 1),
      Sheet.Cell(sum?.total),
      Sheet.Cell(sum?.maximum),
      // As many digits as it takes to agree with what follows.
      Sheet.Cell(sum?.percent, places: sum?.places() ?? 2),
      Sheet.Cell(sum?.isPassed),
      .text(recorded.id),
      Sheet.Cell(reading.marked?.firstScore.total),
      Sheet.Cell(reading.marked?.steps.last?.remark.time.wholeSecond),
      Sheet.Cell(answers.wereShown(before: reading)),
      Sheet.Cell(answers.despite(reading)),
      .text(recorded.programme.curriculum),
      .text(recorded.programme.edition),
      Sheet.Cell(score?.entries.count(where: \.isAwaited)),
    ]
  }
}

extension Sheet.Cell {
  /// A number rounded to so many digits after the point, or nothing.
  init(_ value: Rational?, places: Int = 2) {
    if let value, value.denominator == 1, let whole = Int(exactly: value.numerator) {
      self = .whole(whole)
    } else {
      self.init(value.flatMap { Decimal(string: $0.rounded(places: places)) })
    }
  }
}
