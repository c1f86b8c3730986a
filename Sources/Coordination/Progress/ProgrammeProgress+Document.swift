internal import Curricula
internal import Foundation
internal import Quizzes
internal import Records
internal import Statistics

extension ProgrammeProgress {
  /// The whole programme as a JSON document, version 1.
  ///
  /// Percentages have at most six digits after the point; whether somebody passes is decided exactly.
  ///
  /// - Parameter notes: What is said of the record that it comes from.
  /// - Returns: The document.
  public func json(notes: KeyValuePairs<String, String> = [:]) -> String {
    let record = Dictionary(notes.map { ($0.key, $0.value) }) { first, _ in first }
    return Document(self, record).document
  }
}

/// The form of the document.
private struct Document: Encodable {
  let format = "seminar-progress"
  let version = 1
  let curriculum, edition, title, zone, time: String
  let record: [String: String]
  let rule: Rule?
  let quizzes: [Quiz]
  let participants: [Person]
  let openAttempts: [Sitting]
  let gain: Gain?
  let leftOut: [String]

  private enum CodingKeys: CodingKey {
    case format, version, curriculum, edition, title, zone, time, record, rule, quizzes
    case participants, openAttempts, gain, leftOut
  }

  struct Rule: Encodable {
    let minimum: Decimal
    let attendance: Decimal?
    let published: String?
    let fileDiffers: Bool
    let quizzes: [Part]
  }

  struct Part: Encodable {
    let quiz: String
    let weight: Decimal
    let minimum: Decimal?
  }

  struct Quiz: Encodable {
    let quiz, title, grading: String
    let week: Int?
    let pass: Decimal?
    let invited, started, submitted, passed, failed, waiting, excused: Int
    let mean, median, deviation, lowerQuartile, upperQuartile, least, greatest: Double?
    let standardError: Double?
    let histogram: [Int]
  }

  struct Person: Encodable {
    let participant, name, group: String
    let attendance: Decimal?
    let result: String?
    let mean: Decimal?
    let nearMinimum: Bool?
    let standardError: Double?
    let reasons: [String]?
    let quizzes: [Cell]
  }

  struct Cell: Encodable {
    let quiz, state: String
    let percent: Decimal?
    let attempts: Int
    let opens, until: String?
    let mayStart: Bool
  }

  struct Sitting: Encodable {
    let participant, quiz, started, last: String
    let ends: String?
    let left: Bool
  }

  struct Gain: Encodable {
    let before, after: String
    let count: Int
    let meanBefore, meanAfter, mean, deviation, normalized: Double?
  }
}

extension Document {
  fileprivate init(_ progress: ProgrammeProgress, _ record: [String: String]) {
    let names = progress.columns.map(\.name)
    curriculum = progress.curriculum.id
    edition = progress.curriculum.edition
    title = progress.curriculum.title
    zone = progress.zone.name
    time = progress.now.universal
    self.record = record
    rule = progress.rule.map(Rule.init)
    quizzes = progress.columns.indices.map { index in
      Quiz(progress.columns[index], progress.figures(of: index))
    }
    participants = progress.rows.map { row in
      Person(row, zip(names, row.cells).map { Cell($0, $1) })
    }
    openAttempts = progress.sittings.map(Sitting.init)
    gain = progress.gain.map(Gain.init)
    leftOut = progress.unreadable
  }
}

extension Document.Rule {
  fileprivate init(_ applied: AppliedRule) {
    self.init(
      minimum: applied.rule.minimum,
      attendance: applied.rule.attendance,
      published: applied.publishedAt?.universal,
      fileDiffers: applied.fileDiffers,
      quizzes: applied.rule.parts.map {
        Document.Part(quiz: $0.quiz, weight: $0.weight, minimum: $0.minimum)
      }
    )
  }
}

extension Document.Quiz {
  fileprivate init(_ column: ProgrammeProgress.Column, _ figures: WeekFigures) {
    let scores = figures.scores
    self.init(
      quiz: column.name,
      title: column.quiz.title,
      grading: column.quiz.grading.rawValue,
      week: column.week,
      pass: column.quiz.passPercent?.decimal,
      invited: figures.invited,
      started: figures.started,
      submitted: figures.submitted,
      passed: figures.passed,
      failed: figures.failed,
      waiting: figures.waiting,
      excused: figures.excused,
      mean: scores.mean,
      median: scores.median,
      deviation: scores.deviation,
      lowerQuartile: scores.lowerQuartile,
      upperQuartile: scores.upperQuartile,
      least: scores.least,
      greatest: scores.greatest,
      standardError: column.standardError,
      histogram: figures.histogram
    )
  }
}

extension Document.Person {
  fileprivate init(_ row: ProgrammeProgress.Row, _ cells: [Document.Cell]) {
    self.init(
      participant: row.participant.id,
      name: row.participant.name,
      group: row.participant.group,
      attendance: row.attendance?.percent.decimal,
      result: row.verdict?.outcome.rawValue,
      mean: row.verdict?.mean?.decimal,
      nearMinimum: row.verdict?.isNearMinimum,
      standardError: row.verdict?.standardError,
      reasons: row.verdict?.reasons.map(\.words),
      quizzes: cells
    )
  }
}

extension Document.Cell {
  fileprivate init(_ quiz: String, _ cell: ProgrammeProgress.Cell) {
    self.init(
      quiz: quiz,
      state: cell.state.rawValue,
      percent: cell.percent?.decimal,
      attempts: cell.attempts.count,
      opens: cell.opens?.universal,
      until: cell.until?.universal,
      mayStart: cell.mayStart
    )
  }
}

extension Document.Sitting {
  fileprivate init(_ sitting: ProgrammeProgress.Sitting) {
    self.init(
      participant: sitting.participant.id,
      quiz: sitting.quiz,
      started: sitting.startedAt.universal,
      last: sitting.lastAt.universal,
      ends: sitting.deadline?.universal,
      left: sitting.isAway
    )
  }
}

extension Document.Gain {
  fileprivate init(_ gain: Coordination.Gain) {
    self.init(
      before: gain.before,
      after: gain.after,
      count: gain.count,
      meanBefore: gain.scoresBefore.mean,
      meanAfter: gain.scoresAfter.mean,
      mean: gain.differences.mean,
      deviation: gain.differences.deviation,
      normalized: gain.normalized
    )
  }
}

extension Rational {
  /// The number with at most six digits after the point.
  fileprivate var decimal: Decimal { Decimal(string: rounded(places: 6)) ?? 0 }
}
