internal import Diagnostics
internal import Foundation
internal import GRDB
internal import Quizzes

/// Checks one markbook within one transaction.
struct Verifier {
  private typealias Problem = Verification.Problem

  let database: Database
  private let version: Int
  /// The numbers of the people who were forgotten.
  private let forgotten: Set<String>

  init(_ database: Database, version: Int) throws {
    self.database = database
    self.version = version
    forgotten = Set(
      try String.fetchAll(
        database,
        sql: "SELECT subject FROM record WHERE kind = 'participant/forgotten'"
      )
    )
  }

  /// The first problem, or how much is whole.
  func verified(_ scope: Verification.Scope) throws -> Verification {
    let pages =
      switch scope {
      case .everything: "integrity_check"
      case .exports: "quick_check"
      }
    let problems = try String.fetchAll(database, sql: "PRAGMA \(pages)(1)")
    guard problems == ["ok"] else {
      return .wrong(.file(problems.joined(separator: "; ")))
    }
    var checks = [firstOfRecords, firstOfSites, firstOfTexts, firstOfFormer]
    switch scope {
    case .everything: checks.append(firstOfAttempts)
    case .exports: break
    }
    checks.append(firstOfStructure)
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
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT \(RecordBatch.columns) FROM record ORDER BY site, position"
    )
    var last = (site: "", position: 0, hash: Chain.origin)
    var missing: Problem?
    var persons: [String: String?]?
    let altered = try SideBySide.first(
      reading: {
        var batch = RecordBatch()
        while missing == nil, batch.count < Self.batch, let row = try rows.next() {
          guard let site = row[0] as String?, let position = row[1] as Int? else {
            throw UnexpectedValue()
          }
          if site != last.site { last = (site, 0, Chain.origin) }
          guard position == last.position + 1 else {
            missing = .missingRecord(site: last.site, position: last.position + 1)
            break
          }
          last.position = position
          last.hash = try batch.append(
            row,
            site: last.site,
            position: position,
            after: last.hash
          ) { kind, subject in
            let known = try persons ?? personsByAttempt()
            persons = known
            return isGone(kind, subject, known)
          }
        }
        return batch.count > 0 ? batch : nil
      },
      \.firstProblem
    )
    return altered ?? missing
  }

  /// How many records are read at once.
  private static let batch = 2048

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
  private func isGone(_ kind: String, _ subject: String, _ persons: [String: String?]) -> Bool {
    if kind == Record.Kind.upgraded { return !forgotten.isEmpty }
    let person = persons[subject] ?? subject
    return person.map(forgotten.contains) ?? false
  }

  /// The participant of each attempt, by number; `nil` for a guest's.
  private func personsByAttempt() throws -> [String: String?] {
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
    return persons
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
    for start in stride(from: 0, to: ids.count, by: Self.attempts) {
      let batch = Array(ids[start..<min(start + Self.attempts, ids.count)])
      let encoded = try Markbook.encodedEvents(of: batch, database)
      let replayed = SideBySide.parts(of: Array(zip(batch, encoded))) { rows in
        rows.map { Replayed($0.0, $0.1) }
      }
      for attempt in replayed.joined() {
        if let reason = attempt.fault { return .attempt(attempt.id, reason) }
        let version = attempt.version
        if attempt.marks.isEmpty { continue }
        if quizzes[version] == nil { quizzes[version] = .some(try quiz(ofVersion: version)) }
        guard let quiz = quizzes[version] ?? nil else { continue }
        for (name, marked) in attempt.marks.sorted(by: { $0.key < $1.key }) {
          guard let item = quiz[name], marked.mark >= 0, marked.mark <= item.maximum else {
            let reason = "the mark of item '\(name)' is not one that the quiz allows"
            return .attempt(attempt.id, reason)
          }
        }
      }
    }
    return nil
  }

  /// How many attempts are in memory at once.
  private static let attempts = 1024

  /// What replaying the events of an attempt shows.
  private struct Replayed: Sendable {
    let id: String
    /// The hash of the quiz's text.
    private(set) var version = ""
    /// The marks that persons gave.
    private(set) var marks: [Item.ID: Event.Marked] = [:]
    /// Why the events cannot have happened.
    private(set) var fault: String?

    /// Replays; an attempt of which a newer program recorded kinds of events that this one does not know
    /// has no fault.
    init(_ id: String, _ encoded: [Event.Encoded]) {
      self.id = id
      var events: [Event] = []
      for event in encoded {
        do {
          events.append(try Event(event))
        } catch {
          if !error.isUnknownKind { fault = Self.fault(before: error, events) }
          return
        }
      }
      do {
        let progress = try Attempt(replaying: events).progress
        (version, marks) = (progress?.start.contentHash ?? "", progress?.marks ?? [:])
      } catch {
        fault = error.description
      }
    }

    /// The first fault: an event that cannot follow, or the one that cannot be read.
    private static func fault(before malformed: Event.Malformed, _ events: [Event]) -> String {
      do {
        _ = try Attempt(replaying: events)
        return malformed.description
      } catch {
        return error.description
      }
    }
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
