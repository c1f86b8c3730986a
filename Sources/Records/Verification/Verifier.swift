internal import Diagnostics
internal import Foundation
internal import GRDB
internal import Quizzes

/// Checks one markbook within one transaction.
struct Verifier {
  private typealias Problem = Verification.Problem

  let database: Database
  private let version: Int
  private let progress: Verification.Progress?
  /// The numbers of the people who were forgotten.
  private let forgotten: Set<String>

  init(_ database: Database, version: Int, progress: Verification.Progress? = nil) throws {
    self.database = database
    self.version = version
    self.progress = progress
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
    do {
      if try firstOfRecords(in: .asStored) == nil { return nil }
    } catch {
      // Said below, unless a problem comes before it.
    }
    // Which problem is the first is only known site by site.
    return try firstOfRecords(in: .bySite)
  }

  private func firstOfRecords(in order: ChainReader.Order) throws -> Problem? {
    var reader = try ChainReader(database, in: order)
    let count = try Markbook.heads(database).reduce(0) { $0 + $1.position }
    var persons: [String: String?]?
    let altered = try SideBySide.first(
      reading: {
        progress?(reader.count, count)
        return try reader.next { kind, subject in
          let known = try persons ?? personsByAttempt()
          persons = known
          return isGone(kind, subject, known)
        }
      },
      \.firstProblem
    )
    return altered ?? reader.missing
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
    var start = 0
    var found: Problem?
    do {
      try SideBySide.inOrder(
        reading: { () -> (ids: [String], events: EncodedEvents)? in
          guard found == nil, start < ids.count else { return nil }
          let batch = Array(ids[start..<min(start + Self.attempts, ids.count)])
          start += batch.count
          return (batch, try Markbook.encodedEvents(of: batch, database))
        },
        { batch in
          var reader = EncodedEvents.Reader(batch.events)
          return batch.ids.indices.map { place in
            Replayed(batch.ids[place], batch.events.rows(ofAttempt: place), &reader)
          }
        },
        taking: { (replayed: [Replayed]) in
          for attempt in replayed where found == nil {
            found = try firstProblem(of: attempt, &quizzes)
          }
        }
      )
    } catch {
      // What is wrong with an attempt before comes first.
      if found == nil { throw error }
    }
    return found
  }

  /// What is wrong with an attempt, or with the marks that persons gave it.
  private func firstProblem(
    of attempt: Replayed,
    _ quizzes: inout [String: Quiz?]
  ) throws -> Problem? {
    if let reason = attempt.fault { return .attempt(attempt.id, reason) }
    if attempt.marks.isEmpty { return nil }
    let version = attempt.version
    if quizzes[version] == nil { quizzes[version] = .some(try quiz(ofVersion: version)) }
    guard let quiz = quizzes[version] ?? nil else { return nil }
    for (name, marked) in attempt.marks.sorted(by: { $0.key < $1.key }) {
      guard let item = quiz[name], marked.mark >= 0, marked.mark <= item.maximum else {
        let reason = "the mark of item '\(name)' is not one that the quiz allows"
        return .attempt(attempt.id, reason)
      }
    }
    return nil
  }

  /// How many attempts are read at once.
  private static let attempts = 256

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
    ///
    /// - Parameters:
    ///   - id: The attempt.
    ///   - rows: Its events among those of several attempts.
    ///   - reader: Reads them.
    init(_ id: String, _ rows: Range<Int>, _ reader: inout EncodedEvents.Reader) {
      self.id = id
      var events: [Event] = []
      events.reserveCapacity(rows.count)
      for row in rows {
        do throws(Event.Malformed) {
          events.append(try reader.event(row))
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
