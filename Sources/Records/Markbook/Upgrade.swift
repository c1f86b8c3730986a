internal import Foundation
internal import GRDB
internal import Quizzes

/// The step from version 4 to version 5: everything that was recorded becomes a record of a new site.
///
/// Runs within the migration's transaction. The old tables are removed; the hashes of the old chain
/// are kept, so that the heads of old exports can still be looked up.
struct Upgrade {
  private let database: Database
  private let site: String
  private let now: Int64
  /// The number of each participant by identifier.
  private var numbers: [String: String] = [:]
  /// How many records there are about each subject.
  private var counts: [String: Int] = [:]

  init(_ database: Database) {
    self.database = database
    site = Markbook.randomBytes(16).hexadecimal
    now = Int64(Date().timeIntervalSince1970 * 1000)
  }

  mutating func run() throws {
    try database.execute(
      sql: "INSERT INTO site VALUES (?, ?)",
      arguments: [site, Data(Chain.seal(ofSite: site))]
    )
    let hadRecords = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (SELECT 1 FROM participant) OR EXISTS (SELECT 1 FROM event)
          OR EXISTS (SELECT 1 FROM revision)
        """
    )
    if hadRecords == true {
      try upgradeAll()
    } else {
      try add(.init(kind: Record.Kind.created, subject: site, sequence: 1, milliseconds: now))
    }
    try database.execute(
      sql: """
        DROP TABLE review; DROP TABLE override; DROP TABLE revision; DROP TABLE event;
        DROP TABLE attempt; DROP TABLE quiz_version; DROP TABLE participant;
        """
    )
  }

  private mutating func upgradeAll() throws {
    let last = try Row.fetchOne(
      database,
      sql: "SELECT position, hash FROM event ORDER BY position DESC LIMIT 1"
    )
    let body = UpgradedBody(events: try last?.integer("position") ?? 0, version: 4)
    let head = try last?.text("hash") ?? Chain.origin.hexadecimal
    try add(
      Record.Draft(
        kind: Record.Kind.upgraded,
        subject: site,
        sequence: 1,
        milliseconds: now,
        body: Record.canonicalJSON(body),
        secret: Record.canonicalJSON(UpgradedSecret(head: head))
      )
    )
    try enrol()
    try database.execute(sql: "INSERT INTO text SELECT hash, text FROM quiz_version ORDER BY hash")
    try recordEvents()
    try recordOverrides()
    try recordRevisions()
  }

  private mutating func enrol() throws {
    for row in try Row.fetchAll(database, sql: "SELECT * FROM participant ORDER BY id") {
      let number = Markbook.randomBytes(16).hexadecimal
      let participant = Participant(
        id: try row.text("id"),
        name: try row.text("name"),
        email: try row.text("email"),
        group: try row.text("group"),
        language: try row.text("language"),
        extraTime: Decimal(try row.integer("extra_time_thousandths")) / 1_000,
        other: try JSONDecoder().decode(
          [String: String].self,
          from: Data(try row.text("other").utf8)
        )
      )
      numbers[participant.id] = number
      try add(
        Record.Draft(
          kind: Record.Kind.enrolled,
          subject: number,
          sequence: next(about: number),
          milliseconds: now,
          secret: EnrolledSecret(participant).encoded()
        )
      )
    }
  }

  private mutating func recordEvents() throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT event.*, attempt.participant AS participant, attempt.quiz AS quiz,
          attempt.version AS version, attempt.number AS number, attempt.kind AS attempt_kind
        FROM event JOIN attempt ON attempt.id = event.attempt ORDER BY event.position
        """
    )
    for row in rows {
      let (attempt, sequence) = (try row.text("attempt"), try row.integer("sequence"))
      var body = "{}"
      if sequence == 1 {
        body = try Record.canonicalJSON(
          StartedBody(
            kind: try row.text("attempt_kind"),
            number: try row.integer("number"),
            person: try row.optionalText("participant").flatMap { numbers[$0] },
            quiz: try row.text("quiz"),
            version: try row.text("version")
          )
        )
      }
      let position = try add(
        Record.Draft(
          kind: Record.Kind.attempt + (try row.text("kind")),
          subject: attempt,
          sequence: sequence,
          milliseconds: Int64(try row.integer("milliseconds")),
          body: body,
          secret: try row.text("payload")
        )
      )
      try database.execute(
        sql: "INSERT INTO former VALUES (?, ?, ?, ?)",
        arguments: [
          site, try row.integer("position"), position,
          Data([UInt8](hexadecimal: try row.text("hash")) ?? []),
        ]
      )
    }
  }

  private mutating func recordOverrides() throws {
    for row in try Row.fetchAll(database, sql: "SELECT * FROM override ORDER BY position") {
      guard let number = numbers[try row.text("participant")] else { throw UnexpectedValue() }
      let secret = ExceptedSecret(
        attempts: row["attempts"],
        by: try row.text("decided_by"),
        closes: row["closes"],
        despite: nil,
        extraTime: row["extra_time_thousandths"],
        limit: row["limit_seconds"],
        opens: row["opens"],
        quiz: try row.optionalText("quiz"),
        reason: try row.text("reason")
      )
      try add(
        Record.Draft(
          kind: Record.Kind.excepted,
          subject: number,
          sequence: next(about: number),
          milliseconds: Int64(try row.integer("milliseconds")),
          secret: Record.canonicalJSON(secret)
        )
      )
    }
  }

  private mutating func recordRevisions() throws {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT * FROM revision ORDER BY milliseconds, curriculum, number"
    )
    for row in rows {
      let curriculum = try row.text("curriculum")
      try add(
        Record.Draft(
          kind: Record.Kind.published,
          subject: curriculum,
          sequence: try row.integer("number"),
          programme: Programme(curriculum: curriculum),
          milliseconds: Int64(try row.integer("milliseconds")),
          secret: try row.text("content")
        )
      )
    }
  }

  private mutating func next(about subject: String) -> Int {
    counts[subject, default: 0] += 1
    return counts[subject, default: 1]
  }

  /// Appends a record and answers its position.
  @discardableResult
  private mutating func add(_ draft: Record.Draft) throws -> Int {
    try Markbook.record([draft], at: site, database)
    counts[site, default: 0] += 1
    return counts[site, default: 1]
  }
}

/// What the first record of an upgraded markbook says openly.
struct UpgradedBody: Codable {
  var events: Int
  var version: Int
}

/// What the first record of an upgraded markbook keeps erasable: the last hash of the old chain.
struct UpgradedSecret: Codable {
  var head: String
}
