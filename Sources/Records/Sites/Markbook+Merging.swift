internal import Foundation
internal import GRDB
public import Quizzes

extension Markbook {
  /// Takes in everything that another markbook recorded and this one has not.
  ///
  /// Each site's chain stays as it is, so that merging in any order, any number of times, gives the
  /// same records. Attempts of the same participant at the same quiz are all kept. Whoever was
  /// forgotten in one is forgotten in both. Either all of it happens or nothing.
  ///
  /// - Parameters:
  ///   - other: The other markbook; it is verified first, and not changed.
  ///   - same: Identifiers that stand for the same person although the names differ.
  ///   - time: When the decision about `same` is recorded.
  /// - Returns: What was new.
  /// - Throws: ``MarkbookError``; its fault is `unmergeable` when something stands in the way.
  public func merge(
    _ other: Markbook,
    same: Set<Participant.ID> = [],
    at time: Timestamp
  ) throws(MarkbookError) -> Merging {
    if case .wrong(let problem) = try other.verify() {
      throw MarkbookError(.unmergeable(.notWhole(problem)), file: other.file)
    }
    let theirs = try other.read { try Contents($0) }
    let merging: Merging = try write { database in
      let ours = try Contents(database)
      if let obstacle = try ours.obstacle(to: theirs, same: same, database) {
        throw MarkbookError(.unmergeable(obstacle), file: other.file)
      }
      var (records, attempts) = (0, 0)
      for text in theirs.texts { try Self.keep(text, database) }
      for (record, hash) in theirs.records where ours.length(of: record.site) < record.position {
        try Self.insert(record, hash: hash, database)
        records += 1
        attempts += record.kind == Record.Kind.started ? 1 : 0
      }
      for former in theirs.former {
        try database.execute(
          sql: "INSERT INTO former VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
          arguments: [former.site, former.position, former.record, Data(former.hash)]
        )
      }
      let erasure = try Self.eraseForgotten(database)
      try Self.join(same, at: time, database)
      let people = try Self.people(database).count
      return Merging(
        records: records,
        attempts: attempts,
        participants: max(0, people - ours.people.count),
        erased: erasure.records
      )
    }
    if merging.erased > 0 { try compact() }
    return merging
  }

  /// Records, once, that identifiers stand for the same person at several sites.
  private static func join(
    _ same: Set<Participant.ID>,
    at time: Timestamp,
    _ database: Database
  ) throws {
    for id in same.sorted() {
      guard let person = try person(id, database), person.numbers.count > 1 else { continue }
      let others = person.numbers.subtracting([person.number]).sorted()
      let body = try Record.canonicalJSON(["persons": others])
      let isKnown = try Bool.fetchOne(
        database,
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM record WHERE kind = 'participant/joined' AND subject = ? AND body = ?)
          """,
        arguments: [person.number, body]
      )
      guard isKnown != true else { continue }
      try record(
        [
          Record.Draft(
            kind: Record.Kind.joined,
            subject: person.number,
            sequence: count(about: person.number, database) + 1,
            milliseconds: time.milliseconds,
            body: body
          )
        ],
        database
      )
    }
  }
}

/// Everything in a markbook, as merging compares it.
private struct Contents {
  let records: [(record: Record, hash: [UInt8])]
  let texts: [String]
  let former: [(site: String, position: Int, record: Int, hash: [UInt8])]
  let people: [Person]
  private let lengths: [String: Int]

  init(_ database: Database) throws {
    records = try Row.fetchAll(database, sql: "SELECT * FROM record ORDER BY site, position")
      .map(Record.read)
    texts = try String.fetchAll(database, sql: "SELECT text FROM text ORDER BY hash")
    former = try Row.fetchAll(database, sql: "SELECT * FROM former ORDER BY site, position").map {
      (
        try $0.text("site"), try $0.integer("position"), try $0.integer("record"),
        try $0.optionalBytes("hash") ?? []
      )
    }
    people = try Markbook.people(database)
    lengths = Dictionary(
      records.map { ($0.record.site, $0.record.position) },
      uniquingKeysWith: max
    )
  }

  /// Whether this is the archive of an edition.
  private var isArchive: Bool {
    records.contains { $0.record.kind == Record.Kind.archived }
  }

  /// How many records a site has.
  func length(of site: String) -> Int { lengths[site] ?? 0 }

  /// What stands in the way of taking in other contents.
  func obstacle(
    to other: Contents,
    same: Set<Participant.ID>,
    _ database: Database
  ) throws -> Merging.Obstacle? {
    if other.isArchive { return .archive }
    if isArchive { return .intoArchive }
    let hashes = Dictionary(
      records.map { ([$0.record.site, String($0.record.position)], $0.hash) }
    ) { first, _ in first }
    for (record, hash) in other.records {
      guard let own = hashes[[record.site, String(record.position)]] else { continue }
      if own != hash { return .fork(site: record.site, position: record.position) }
    }
    return attemptContinuedTwice(other) ?? differentPeople(other, same: same)
      ?? (isRelated(to: other) ? nil : .unrelated)
  }

  private func attemptContinuedTwice(_ other: Contents) -> Merging.Obstacle? {
    var sites: [[String]: String] = [:]
    for (record, _) in records + other.records where record.kind.hasPrefix(Record.Kind.attempt) {
      let place = [record.subject, String(record.sequence)]
      if let site = sites[place], site != record.site {
        return .continuedTwice(attempt: record.subject)
      }
      sites[place] = record.site
    }
    return nil
  }

  private func differentPeople(
    _ other: Contents,
    same: Set<Participant.ID>
  ) -> Merging.Obstacle? {
    let own = Dictionary(people.map { ($0.participant.id, $0) }) { first, _ in first }
    for person in other.people.sorted(by: { $0.participant.id < $1.participant.id }) {
      let id = person.participant.id
      guard let known = own[id], !same.contains(id),
        known.numbers.isDisjoint(with: person.numbers),
        known.participant.name != person.participant.name
      else { continue }
      return .sameIdentifier(id, names: [known.participant.name, person.participant.name])
    }
    return nil
  }

  /// Whether the two can belong to the same programme; one in which nothing was recorded always can.
  private func isRelated(to other: Contents) -> Bool {
    let isEmpty = [self, other].contains { contents in
      contents.records.allSatisfy { $0.record.kind.hasPrefix("site/") }
    }
    return isEmpty || !traits.isDisjoint(with: other.traits)
  }

  private var traits: Set<String> {
    var traits = Set(lengths.keys.map { "site \($0)" })
    traits.formUnion(people.map { "participant \($0.participant.id)" })
    traits.formUnion(texts.map { "text \(Markbook.version(of: $0))" })
    for (record, _) in records where !record.programme.curriculum.isEmpty {
      traits.insert("curriculum \(record.programme.curriculum)")
    }
    return traits
  }
}
