internal import Foundation
internal import GRDB
public import Quizzes

extension Markbook {
  /// Records that a participant has done a course, or that an earlier record of it was a mistake; for each course
  /// the last record counts.
  ///
  /// - Parameters:
  ///   - completed: The course, with its day and reason.
  ///   - id: The participant on the roster.
  ///   - programme: The programme to which the course belongs.
  ///   - time: When it is recorded.
  /// - Returns: Whether it says something new; otherwise nothing is recorded.
  /// - Throws: ``MarkbookError``; `unknownParticipant` for somebody who is not on the roster.
  public func record(
    _ completed: CompletedCourse,
    of id: Participant.ID,
    in programme: Programme,
    at time: Timestamp
  ) throws(MarkbookError) -> Bool {
    try write { database in
      guard let person = try Self.person(id, database) else {
        throw failure(.unknownParticipant(id))
      }
      let before = try Self.courses(of: programme, database)[person.participant.id] ?? []
      let last = before.last { $0.course == completed.course }
      let isNew = last.map { $0 != completed } ?? !completed.isWithdrawn
      guard isNew else { return false }
      let draft = Record.Draft(
        kind: Record.Kind.completed,
        subject: person.number,
        sequence: try Self.count(about: person.number, database) + 1,
        programme: programme,
        milliseconds: time.milliseconds,
        secret: try Record.canonicalJSON(completed)
      )
      try Self.record([draft], database)
      return true
    }
  }

  /// The courses of a programme that each participant has done by the word of the coordinator, by their
  /// names.
  public func completedCourses(
    of programme: Programme
  ) throws(MarkbookError) -> [Participant.ID: [CompletedCourse]] {
    try read { database in
      try Self.courses(of: programme, database).mapValues { all in
        let last = Dictionary(all.map { ($0.course, $0) }) { $1 }
        return last.values.filter { !$0.isWithdrawn }.sorted { $0.course < $1.course }
      }
    }
  }

  /// Everything that was recorded of courses, in order.
  private static func courses(
    of programme: Programme,
    _ database: Database
  ) throws -> [Participant.ID: [CompletedCourse]] {
    var found: [Participant.ID: [CompletedCourse]] = [:]
    let order = try order(database)
    for person in try people(database) {
      let numbers = try Record.canonicalJSON(person.numbers.sorted())
      let records = try records(
        where: """
          record.subject IN (SELECT value FROM json_each(?))
            AND record.kind = 'participant/completed' AND record.private IS NOT NULL
            AND record.curriculum = ? AND record.edition = ?
          """,
        order: order,
        [numbers, programme.curriculum, programme.edition],
        database
      )
      found[person.participant.id] = try records.compactMap { record in
        try record.secret.map {
          try JSONDecoder().decode(CompletedCourse.self, from: Data($0.text.utf8))
        }
      }
    }
    return found
  }
}
