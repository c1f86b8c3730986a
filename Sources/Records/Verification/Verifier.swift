internal import Diagnostics
internal import Foundation
internal import GRDB
internal import Quizzes

/// Checks one markbook within one transaction.
struct Verifier {
  private typealias Problem = Verification.Problem

  let database: Database
  private let version: Int
  /// The participant of each attempt, by number; `nil` for a guest's.
  private let personsByAttempt: [String: String?]
  /// The numbers of the people who were forgotten.
  private let forgotten: Set<String>

  init(_ database: Database, version: Int) throws {
    self.database = database
    self.version = version
    var persons: [String: String?] = [:]
    let starts = try Row.fetchCursor(
      database,
      sql: "SELECT subject, body FROM record WHERE kind = 'attempt/started'"
    )
    while let row = try starts.next() {
      let body = Data(try row.text("body").utf8)
      guard let start = try? JSONDecoder().decode(StartedBody.self, from: body) else { continue }
      persons[try row.text("subject")] = .some(start.person)
    }
    personsByAttempt = persons
    forgotten = Set(
      try String.fetchAll(
        database,
        sql: "SELECT subject FROM record WHERE kind = 'participant/forgotten'"
      )
    )
  }

  /// The first problem, or how much is whole.
  func verified() throws -> Verification {
    let problems = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
    guard problems == ["ok"] else {
      return .wrong(.file(problems.joined(separator: "; ")))
    }
    let checks = [
      firstOfRecords, firstOfSites, firstOfTexts, firstOfFormer, firstOfAttempts,
      firstOfStructure,
    ]
    for check in checks {
      if let problem = try check() { return .wrong(problem) }
    }
    return .whole(
      Verification.Extent(
        heads: try Markbook.heads(database),
        records: try Int.fetchOne(database, sql: "SELECT count(*) FROM record") ?? 0,
        forgotten: forgotten.count
      )
    )
  }

  private func firstOfRecords() throws -> Problem? {
    var (site, position, previous) = ("", 0, Chain.origin)
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT * FROM record ORDER BY site, position"
    )
    while let row = try rows.next() {
      let (record, hash) = try Record.read(row)
      if record.site != site { (site, position, previous) = (record.site, 0, Chain.origin) }
      position += 1
      guard record.position == position else {
        return .missingRecord(site: site, position: position)
      }
      guard Chain.link(after: previous, record) == hash else {
        return .alteredRecord(site: site, position: position)
      }
      guard record.agrees else { return .alteredSecret(site: site, position: position) }
      guard !record.isErased || isForgotten(record) else {
        return .erasedUntold(site: site, position: position)
      }
      previous = hash
    }
    return nil
  }

  /// Looks for the first record of the site that records here, and for the record at which each
  /// restored markbook goes on.
  private func firstOfSites() throws -> Problem? {
    if let own = try? Markbook.site(database), try !Markbook.sites(database).contains(own) {
      return .missingRecord(site: own, position: 1)
    }
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT body FROM record WHERE kind = 'site/restored' ORDER BY site"
    )
    for row in rows {
      let body = Data(try row.text("body").utf8)
      let link = try JSONDecoder().decode(RestoredBody.self, from: body)
      let hash = try Row.fetchOne(
        database,
        sql: "SELECT hash FROM record WHERE site = ? AND position = ?",
        arguments: [link.site, link.position]
      )?.optionalBytes("hash")
      guard link.position == 0 || hash?.hexadecimal == link.hash else {
        return .missingRecord(site: link.site, position: link.position)
      }
    }
    return nil
  }

  /// Whether the private part of a record went with somebody who was forgotten.
  private func isForgotten(_ record: Record) -> Bool {
    if record.kind == Record.Kind.upgraded { return !forgotten.isEmpty }
    let person = personsByAttempt[record.subject] ?? record.subject
    return person.map(forgotten.contains) ?? false
  }

  private func firstOfTexts() throws -> Problem? {
    var hashes: Set<String> = []
    for row in try Row.fetchAll(database, sql: "SELECT hash, text FROM text ORDER BY hash") {
      let hash = try row.text("hash")
      guard Markbook.version(of: try row.text("text")) == hash else {
        return .alteredText(version: hash)
      }
      hashes.insert(hash)
    }
    let named = try String.fetchAll(
      database,
      sql: """
        SELECT DISTINCT json_extract(body, '$.version') FROM record
        WHERE kind = 'attempt/started' ORDER BY 1
        """
    )
    return Set(named).subtracting(hashes).min().map { .missingText(version: $0) }
  }

  /// Replays every attempt that can be read, and compares its marks with the quiz that was sat.
  private func firstOfAttempts() throws -> Problem? {
    var quizzes: [String: Quiz?] = [:]
    let ids = try String.fetchAll(
      database,
      sql: """
        SELECT subject FROM record WHERE kind = 'attempt/started' AND private IS NOT NULL
        ORDER BY site, position
        """
    )
    for id in ids {
      let records = try Markbook.records(where: "record.subject = ?", [id], database)
      let attempt: Attempt?
      switch replay(records) {
      case .success(let replayed): attempt = replayed
      case .failure(let impossible): return .attempt(id, impossible.reason)
      }
      guard let progress = attempt?.progress, !progress.marks.isEmpty else { continue }
      let version = progress.start.contentHash
      if quizzes[version] == nil { quizzes[version] = .some(try quiz(ofVersion: version)) }
      guard let quiz = quizzes[version] ?? nil else { continue }
      for (name, marked) in progress.marks.sorted(by: { $0.key < $1.key }) {
        guard let item = quiz[name], marked.mark >= 0, marked.mark <= item.maximum else {
          return .attempt(id, "the mark of item '\(name)' is not one that the quiz allows")
        }
      }
    }
    return nil
  }

  /// Why the events of an attempt cannot have happened.
  private struct Impossible: Error { let reason: String }

  /// The attempt that records tell; `nil` when a newer program recorded kinds of events that this one
  /// does not know.
  private func replay(_ records: [Record]) -> Result<Attempt?, Impossible> {
    var attempt = Attempt()
    for record in records {
      guard let payload = record.secret?.text else { return .success(nil) }
      let event: Event
      do {
        event = try Event(record.encodedEvent(payload))
      } catch {
        return error.isUnknownKind
          ? .success(nil) : .failure(Impossible(reason: error.description))
      }
      do {
        try attempt.apply(event)
      } catch {
        return .failure(Impossible(reason: error.description))
      }
    }
    return .success(attempt)
  }

  private func quiz(ofVersion hash: String) throws -> Quiz? {
    let text = try String.fetchOne(
      database,
      sql: "SELECT text FROM text WHERE hash = ?",
      arguments: [hash]
    )
    return text.flatMap { try? Quiz.parse(SourceText(file: hash, text: $0)) }
  }
}

extension Verifier {
  /// Compares tables, indexes, triggers and header with those of a new markbook.
  private func firstOfStructure() throws -> Problem? {
    do {
      _ = try Markbook.site(database)
    } catch is UnexpectedValue {
      return .site
    }
    let model = try DatabaseQueue()
    try Markbook.migrate(model, by: Markbook.migrations)
    let (present, expected) = (
      try structure(database), try model.read { try structure($0) }
    )
    let names = Set(present.keys).union(expected.keys).sorted()
    if let name = names.first(where: { present[$0] != expected[$0] }) { return .schema(name) }
    let applied = try String.fetchAll(database, sql: "SELECT * FROM grdb_migrations ORDER BY 1")
    guard applied == Markbook.migrations.map(\.name) else { return .schema("grdb_migrations") }
    for (name, value) in [
      ("application_id", Markbook.application), ("user_version", version),
    ] where try Int.fetchOne(database, sql: "PRAGMA \(name)") != value {
      return .setting(name)
    }
    guard try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil else {
      return .schema("former")
    }
    return nil
  }

  private func structure(_ database: Database) throws -> [String: [String]] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT name, type, tbl_name, sql FROM sqlite_schema"
    )
    return try Dictionary(
      rows.map { row in
        let texts = [
          try row.text("type"), try row.text("tbl_name"), try row.optionalText("sql") ?? "",
        ]
        return (try row.text("name"), texts)
      }
    ) { first, _ in first }
  }
}
