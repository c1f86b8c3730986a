internal import Foundation
internal import GRDB
public import Quizzes

extension Markbook {
  /// Records how much participants attended, all or nothing; for each the last record counts.
  ///
  /// - Parameters:
  ///   - attendance: How much each attended, by identifier on the roster.
  ///   - programme: The programme that they attended.
  ///   - time: When it is recorded.
  /// - Returns: For how many it is other than before; the others are not recorded again.
  /// - Throws: ``MarkbookError``; `unknownParticipant` for somebody who is not on the roster.
  public func recordAttendance(
    _ attendance: [Participant.ID: Attendance],
    for programme: Programme,
    at time: Timestamp
  ) throws(MarkbookError) -> Int {
    try write { database in
      let before = try Self.attendance(of: programme, database)
      var count = 0
      for (id, attended) in attendance.sorted(by: { $0.key < $1.key }) where before[id] != attended
      {
        guard let person = try Self.person(id, database) else {
          throw failure(.unknownParticipant(id))
        }
        let draft = Record.Draft(
          kind: Record.Kind.attended,
          subject: person.number,
          sequence: try Self.count(about: person.number, database) + 1,
          programme: programme,
          milliseconds: time.milliseconds,
          secret: try Record.canonicalJSON(attended)
        )
        try Self.record([draft], database)
        count += 1
      }
      return count
    }
  }

  /// How much each participant attended of a programme, where that was recorded.
  public func attendance(
    of programme: Programme
  ) throws(MarkbookError) -> [Participant.ID: Attendance] {
    try read { try Self.attendance(of: programme, $0) }
  }

  private static func attendance(
    of programme: Programme,
    _ database: Database
  ) throws -> [Participant.ID: Attendance] {
    var found: [Participant.ID: Attendance] = [:]
    let order = try order(database)
    for person in try people(database) {
      let numbers = try Record.canonicalJSON(person.numbers.sorted())
      let records = try records(
        where: """
          record.subject IN (SELECT value FROM json_each(?))
            AND record.kind = 'participant/attended' AND record.private IS NOT NULL
            AND record.curriculum = ? AND record.edition = ?
          """,
        order: order,
        [numbers, programme.curriculum, programme.edition],
        database
      )
      found[person.participant.id] = try records.last?.secret.map {
        try JSONDecoder().decode(Attendance.self, from: Data($0.text.utf8))
      }
    }
    return found
  }
}
