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
    .init("answers-shown", .flag), .init("despite"),
  ]

  /// A row for each attempt at a quiz, or at all of them; reviews are left out.
  ///
  /// - Parameters:
  ///   - quiz: The quiz's name; `nil` for all.
  ///   - markbook: Where attempts are recorded; `nil` where nothing is.
  ///   - zone: The zone in which instants are told.
  ///   - now: The present.
  /// - Returns: The table.
  /// - Throws: ``AttemptProblem`` or what the markbook refuses.
  public static func sheet(
    of quiz: String?,
    in markbook: Markbook?,
    zone: Zone,
    at now: Moment
  ) throws -> Sheet {
    var sheet = Sheet("Scores", columns: columns, zone: zone)
    guard let markbook else { return sheet }
    let roster = Dictionary(try markbook.roster().map { ($0.id, $0) }) { first, _ in first }
    let attempts = try markbook.attempts(of: quiz).filter { $0.kind != .review }
    let answers = try AnswersKnown(in: markbook, Set(attempts.map(\.quiz)))
    for recorded in attempts {
      let reading = try AttemptReading(recorded, in: markbook, at: now)
      let participant = recorded.participant.flatMap { roster[$0] }
      sheet.append(cells(reading, participant, answers))
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
    func number(_ value: Rational?, places: Int = 2) -> Sheet.Cell {
      Sheet.Cell(value.flatMap { Decimal(string: $0.rounded(places: places)) })
    }
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
      number(score?.total),
      number(score?.maximum),
      // As many digits as it takes to agree with what follows.
      number(score?.percent, places: score?.places ?? 2),
      Sheet.Cell(score?.isPassed),
      .text(recorded.id),
      number(reading.marked?.firstScore.total),
      Sheet.Cell(reading.marked?.steps.last?.remark.time.wholeSecond),
      Sheet.Cell(answers.wereShown(before: reading)),
      Sheet.Cell(answers.despite(reading)),
    ]
  }
}
