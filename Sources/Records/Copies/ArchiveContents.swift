internal import Foundation
internal import GRDB
internal import Quizzes

/// What of a markbook belongs in the archive of an edition.
struct ArchiveContents {
  /// The records in the order in which the archive has them, with the places of the markbook.
  let records: [Record]
  /// The texts of all quizzes.
  private let texts: [String]

  /// Looks for what belongs to an edition.
  ///
  /// An attempt belongs to the edition for which it started, with all that followed. Of participants,
  /// those come along who take part or of whom something was recorded in the edition, forgotten or not.
  ///
  /// - Parameters:
  ///   - programme: The curriculum and its edition.
  ///   - takesPart: Whether somebody is on the roster of the edition.
  ///   - database: The transaction.
  /// - Throws: ``AlteredRecord`` when a record has been changed.
  init(
    of programme: Programme,
    including takesPart: (Participant) -> Bool,
    _ database: Database
  ) throws {
    let all = try Markbook.records(
      where: "true",
      order: Markbook.order(database),
      [],
      database
    )
    texts = try String.fetchAll(database, sql: "SELECT text FROM text ORDER BY hash")
    var attempts: Set<String> = []
    var numbers: Set<String> = []
    for record in all where programme.mayOwn(record.programme) {
      if record.kind == Record.Kind.started {
        attempts.insert(record.subject)
        let body = try JSONDecoder().decode(StartedBody.self, from: Data(record.body.utf8))
        if let person = body.person { numbers.insert(person) }
      } else if record.isOfPerson, record.programme != .unknown {
        numbers.insert(record.subject)
      }
    }
    for person in try Markbook.people(database)
    where takesPart(person.participant) || !numbers.isDisjoint(with: person.numbers) {
      numbers.formUnion(person.numbers)
    }
    let chosen = all.filter { record in
      if record.kind.hasPrefix("site/") { return false }
      if record.kind.hasPrefix(Record.Kind.attempt) { return attempts.contains(record.subject) }
      guard programme.mayOwn(record.programme) else { return false }
      return !record.isOfPerson || numbers.contains(record.subject)
    }
    records = Self.inOrderOfAttempts(chosen)
  }

  /// The same records, each attempt's own in the order of its events: clocks of several sites may differ.
  private static func inOrderOfAttempts(_ records: [Record]) -> [Record] {
    var waiting = Dictionary(
      grouping: records.filter { $0.kind.hasPrefix(Record.Kind.attempt) },
      by: \.subject
    ).mapValues { $0.sorted { $0.sequence > $1.sequence } }
    return records.map { waiting[$0.subject]?.popLast() ?? $0 }
  }

  /// Records everything in a new markbook, after its first record.
  ///
  /// Private parts keep their salts, so that each commitment is the one of the markbook.
  func write(
    of programme: Programme,
    from heads: [Head],
    at time: Timestamp,
    _ database: Database
  ) throws {
    for text in texts { try Markbook.keep(text, database) }
    let site = try Markbook.site(database)
    let body = ArchivedBody(heads: heads.map(\.description), records: records.count)
    try Markbook.record(
      [
        Record.Draft(
          kind: Record.Kind.archived,
          subject: site,
          sequence: Markbook.count(about: site, database) + 1,
          programme: programme,
          milliseconds: time.milliseconds,
          body: Record.canonicalJSON(body)
        )
      ],
      at: site,
      database
    )
    guard let head = try Markbook.heads(database).first,
      var hash = [UInt8](hexadecimal: head.hash)
    else { throw UnexpectedValue() }
    var position = head.position
    var counts: [String: Int] = [:]
    for record in records {
      position += 1
      counts[record.subject, default: 0] += 1
      let copy = Record(
        site: site,
        position: position,
        kind: record.kind,
        subject: record.subject,
        sequence: counts[record.subject, default: 1],
        programme: record.programme,
        milliseconds: record.milliseconds,
        body: record.body,
        secret: record.secret,
        commitment: record.commitment
      )
      hash = Chain.link(after: hash, copy)
      try Markbook.insert(copy, hash: hash, database)
    }
  }
}

extension Programme {
  /// Whether something that was recorded may be of this edition: it says so, or it does not say which
  /// edition or programme it is of.
  fileprivate func mayOwn(_ recorded: Programme) -> Bool {
    recorded.curriculum.isEmpty
      || recorded.curriculum == curriculum
        && (recorded.edition.isEmpty || recorded.edition == edition)
  }
}

extension Record {
  /// Whether it is about a participant.
  fileprivate var isOfPerson: Bool { kind.hasPrefix("participant/") }
}
