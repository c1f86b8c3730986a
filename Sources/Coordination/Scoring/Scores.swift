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
    var sheet = Sheet("Scores", columns: columns, zone: zone)
    guard let markbook else { return sheet }
    let attempts = try SelectedAttempts(selection, in: markbook, at: now)
    try attempts.read { reading, participant, _ in
      sheet.append(cells(reading, participant, attempts.answers))
    }
    return sheet
  }

  private static func cells(
    _ reading: AttemptReading,
    _ participant: Participant?,
    _ answers: AnswersKnown
  ) -> [Sheet.Cell] {
    let recorded = reading.recorded
    let score = reading.score
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
      .number(Decimal(tenths) / 10),
      Sheet.Cell(score?.total),
      Sheet.Cell(score?.maximum),
      // As many digits as it takes to agree with what follows.
      Sheet.Cell(score?.percent, places: score?.places ?? 2),
      Sheet.Cell(score?.isPassed),
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
    self.init(value.flatMap { Decimal(string: $0.rounded(places: places)) })
  }
}
