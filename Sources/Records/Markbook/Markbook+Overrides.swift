internal import GRDB
public import Quizzes

extension Markbook {
  /// Records an exception for a participant; earlier ones stay, and count where this one says
  /// nothing.
  ///
  /// - Parameters:
  ///   - override: The exception.
  ///   - programme: The curriculum and edition to which the quiz belongs.
  /// - Throws: ``MarkbookError``.
  public func record(
    _ override: RecordedOverride,
    for programme: Programme = .unknown
  ) throws(MarkbookError) {
    let secret = ExceptedSecret(override)
    try write { database in
      guard let person = try Self.person(override.participant, database) else {
        throw failure(.unknownParticipant(override.participant))
      }
      guard secret.isPossible else {
        throw failure(.refused("an exception without a reason, or out of range"))
      }
      let draft = Record.Draft(
        kind: Record.Kind.excepted,
        subject: person.number,
        sequence: try Self.count(about: person.number, database) + 1,
        programme: programme,
        milliseconds: override.time.milliseconds,
        secret: try Record.canonicalJSON(secret)
      )
      try Self.record([draft], database)
    }
  }

  /// The exceptions in the order in which they were recorded, all or those of a participant.
  public func overrides(
    for participant: Participant.ID? = nil
  ) throws(MarkbookError) -> [RecordedOverride] {
    try read { database in
      if let participant {
        guard let person = try Self.person(participant, database) else { return [] }
        return try Self.overrides(of: [person], database)
      }
      return try Self.overrides(of: Self.people(database), database)
    }
  }

  /// The exception of a participant at a quiz, all that were recorded taken together.
  ///
  /// One for the quiz counts before one for all quizzes; among equals, the later one.
  ///
  /// - Parameters:
  ///   - participant: Who sits.
  ///   - quiz: The quiz's name.
  ///   - further: One that is not recorded yet.
  /// - Returns: What is different, and the exception that counts most.
  /// - Throws: ``MarkbookError``.
  public func override(
    for participant: Participant.ID,
    at quiz: String,
    and further: RecordedOverride? = nil
  ) throws(MarkbookError) -> (what: Override, last: RecordedOverride?) {
    let all = try overrides(for: participant) + [further].compactMap { $0 }
    let counting = all.filter { $0.quiz == nil } + all.filter { $0.quiz == quiz }
    let what = counting.reduce(Override()) { $0.overridden(by: $1.override) }
    return (what, counting.last)
  }
}

extension Markbook {
  private static func overrides(
    of people: [Person],
    _ database: Database
  ) throws -> [RecordedOverride] {
    var identifiers: [String: Participant.ID] = [:]
    for person in people {
      for number in person.numbers { identifiers[number] = person.participant.id }
    }
    return try records(
      where: "record.kind = 'participant/excepted' AND record.private IS NOT NULL",
      order: try order(database),
      [],
      database
    ).compactMap { record in
      guard let id = identifiers[record.subject], let text = record.secret?.text else { return nil }
      return try ExceptedSecret(decoding: text).recorded(
        for: id,
        at: Timestamp(milliseconds: record.milliseconds)
      )
    }
  }

  /// The order of recording as SQL: a site's own where there is only one, else that of the clocks.
  static func order(_ database: Database) throws -> String {
    try sites(database).count > 1
      ? "record.milliseconds, record.site, record.position" : "record.position"
  }
}
