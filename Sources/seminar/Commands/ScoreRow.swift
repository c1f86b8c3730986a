import Foundation
import Publishing
import Quizzes
import Records

/// One row of the scores: the columns are a form that others rely on.
struct ScoreRow {
  static let columns: [Sheet.Column] = [
    .init("participant"), .init("name"), .init("group"), .init("quiz"),
    .init("attempt", .number), .init("kind"), .init("state"), .init("started", .instant),
    .init("submitted", .instant), .init("minutes", .number), .init("score", .number),
    .init("maximum", .number), .init("percent", .number), .init("passed", .flag),
    .init("id"), .init("first-score", .number), .init("remarked", .instant),
    .init("answers-shown", .flag), .init("despite"),
  ]

  let cells: [Sheet.Cell]

  /// Puts a row together.
  ///
  /// - Parameters:
  ///   - record: The attempt.
  ///   - participant: Who sat, where the roster has them.
  ///   - answers: What is known of the right answers of the quiz.
  init(_ record: AttemptRecord, _ participant: Participant?, _ answers: AnswersKnown) {
    let recorded = record.recorded
    let score = record.score
    func number(_ value: Rational?, places: Int = 2) -> Sheet.Cell {
      Sheet.Cell(value.flatMap { Decimal(string: $0.rounded(places: places)) })
    }
    let tenths = (record.attempt.millisecondsPresent + 3_000) / 6_000
    cells = [
      .text(recorded.participant ?? "guest"),
      .text(participant?.name ?? (recorded.participant == nil ? "guest" : "")),
      .text(participant?.group ?? ""),
      .text(recorded.quiz),
      .number(recorded.number),
      .text(recorded.kind.rawValue),
      .text(record.attempt.submittedAt == nil ? "open" : "submitted"),
      Sheet.Cell(record.attempt.events.first?.time.date),
      Sheet.Cell(record.attempt.submittedAt?.date),
      .number(Decimal(tenths) / 10),
      number(score?.total),
      number(score?.maximum),
      // As many digits as it takes to agree with what follows.
      number(score?.percent, places: score?.places ?? 2),
      Sheet.Cell(score?.isPassed),
      .text(recorded.id),
      number(record.marked?.firstScore.total),
      Sheet.Cell(record.marked?.steps.last?.remark.time.wholeSecond),
      Sheet.Cell(answers.wereShown(before: record)),
      Sheet.Cell(answers.despite(record)),
    ]
  }
}
