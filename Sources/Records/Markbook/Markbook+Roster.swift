internal import Foundation
internal import GRDB
public import Quizzes

extension Markbook {
  /// Everybody on the roster, in the order of the identifiers.
  public func roster() throws(MarkbookError) -> [Participant] {
    try everybody().filter { !$0.isRemoved }
  }

  /// Everybody who is or was on the roster and was not forgotten, in the order of the identifiers.
  public func everybody() throws(MarkbookError) -> [Participant] {
    try read { try Self.people($0).map(\.participant).sorted { $0.id < $1.id } }
  }

  /// The participant with an identifier; `nil` when nobody on the roster has it.
  public func participant(_ id: Participant.ID) throws(MarkbookError) -> Participant? {
    let found = try read { try Self.person(id, $0)?.participant }
    return found.flatMap { $0.isRemoved ? nil : $0 }
  }

  /// Adds the participants of a table to the roster, and brings those who are on it up to date.
  ///
  /// All of it happens or nothing. Importing the same table again changes nothing. Nobody is
  /// removed, because attempts refer to participants.
  public func importRoster(
    _ roster: Roster,
    at time: Timestamp
  ) throws(MarkbookError) -> RosterImport {
    try write { database in
      var before: [Participant.ID: Person] = [:]
      var idsByFolded: [String: Participant.ID] = [:]
      let present = try Self.people(database).sorted { $0.participant.id < $1.participant.id }
      for person in present {
        before[person.participant.id] = person
        idsByFolded[person.participant.folded] = person.participant.id
      }
      var result = RosterImport()
      for participant in roster.participants {
        if let existing = idsByFolded[participant.folded], existing != participant.id {
          throw failure(.lookalike(participant.id, existing: existing))
        }
        let earlier = before.removeValue(forKey: participant.id)
        if earlier?.participant == participant {
          result.unchanged.append(participant.id)
          continue
        }
        let number = earlier?.number ?? Self.randomBytes(16).hexadecimal
        try Self.enrol(participant, as: number, at: time, database)
        if earlier?.participant.isRemoved ?? true {
          result.added.append(participant.id)
        } else {
          result.changed.append(participant.id)
        }
      }
      result.absent = present.filter { !$0.participant.isRemoved }.map(\.participant.id)
        .filter { before[$0] != nil }
      return result
    }
  }

  /// Changes what the roster says of a participant; the identifier stays.
  ///
  /// - Parameters:
  ///   - id: The participant's identifier.
  ///   - time: When it is recorded.
  ///   - change: What is changed.
  /// - Returns: The participant as the roster has them now.
  /// - Throws: ``MarkbookError``; `unknownParticipant` for somebody who is not on the roster.
  @discardableResult
  public func change(
    _ id: Participant.ID,
    at time: Timestamp,
    _ change: (inout Participant) -> Void
  ) throws(MarkbookError) -> Participant {
    try write { database in
      guard let person = try Self.person(id, database), !person.participant.isRemoved else {
        throw failure(.unknownParticipant(id))
      }
      var changed = person.participant
      change(&changed)
      precondition(changed.id == person.participant.id, "an identifier never changes")
      if changed != person.participant {
        try Self.enrol(changed, as: person.number, at: time, database)
      }
      return changed
    }
  }
}

/// A participant with the random numbers that stand for them in the chain.
struct Person {
  /// The number under which new records are made.
  let number: String
  /// All numbers: several where sites that recorded the same person were merged.
  var numbers: Set<String>
  let participant: Participant
}

extension Markbook {
  /// Everybody who was enrolled and not forgotten, as the latest record of each says; in no order.
  static func people(_ database: Database) throws -> [Person] {
    try people(
      records(
        where: "record.kind = 'participant/enrolled' AND record.private IS NOT NULL",
        order: order(database),
        [],
        database
      )
    )
  }

  /// The person whose latest record has an identifier; `nil` when nobody has.
  static func person(_ id: Participant.ID, _ database: Database) throws -> Person? {
    try people(
      records(
        where: """
          record.kind = 'participant/enrolled'
            AND json_extract(record.private, '$.id') = ?
          """,
        order: order(database),
        [Participant.normalized(id)],
        database
      )
    ).first
  }

  /// One person for each identifier; of several records the latest counts.
  ///
  /// Nobody's identifier ever changes, so that all records of a person have the same.
  private static func people(_ records: [Record]) throws -> [Person] {
    var people: [Participant.ID: Person] = [:]
    for record in records {
      guard let text = record.secret?.text else { continue }
      let participant = try EnrolledSecret(decoding: text).participant
      let numbers = people[participant.id]?.numbers ?? []
      people[participant.id] = Person(
        number: record.subject,
        numbers: numbers.union([record.subject]),
        participant: participant
      )
    }
    return Array(people.values)
  }

  private static func enrol(
    _ participant: Participant,
    as number: String,
    at time: Timestamp,
    _ database: Database
  ) throws {
    let draft = Record.Draft(
      kind: Record.Kind.enrolled,
      subject: number,
      sequence: try count(about: number, database) + 1,
      milliseconds: time.milliseconds,
      secret: try EnrolledSecret(participant).encoded()
    )
    try record([draft], database)
  }
}
