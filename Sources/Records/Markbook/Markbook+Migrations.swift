internal import GRDB

extension Markbook {
  /// One step from one version of the file to the next; once released, never edited.
  struct Migration: Sendable {
    /// What the step brings, as a line of the changelog, after its number.
    let name: String
    /// Does it.
    let change: @Sendable (Database) throws -> Void
  }

  /// All steps from nothing to the present version, which is their number.
  static let migrations: [Migration] = [
    Migration(name: "0001 keep the roster, quizzes, attempts and a chain of events") { database in
      try database.execute(sql: firstSchema)
    },
    Migration(name: "0002 keep published timetables as numbered revisions") { database in
      try database.execute(sql: revisionSchema)
    },
    Migration(name: "0003 keep the schedule of reviews") { database in
      try database.execute(sql: reviewSchema)
    },
    Migration(name: "0004 keep what is different for single participants") { database in
      try database.execute(sql: overrideSchema)
    },
    Migration(name: "0005 keep everything in one chain for each site") { database in
      try database.execute(sql: recordSchema)
      var upgrade = Upgrade(database)
      try upgrade.run()
    },
  ]

  /// Runs the steps that the file has not seen.
  static func migrate(_ queue: DatabaseQueue, by migrations: [Migration]) throws {
    var migrator = DatabaseMigrator()
    for (index, migration) in migrations.enumerated() {
      migrator.registerMigration(migration.name, foreignKeyChecks: .immediate) { database in
        try migration.change(database)
        try database.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    do {
      try migrator.migrate(queue)
    } catch {
      // Somebody else may have done the same at the same time.
      let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      guard version == migrations.count else { throw error }
    }
  }

  /// The tables of version 1.
  ///
  /// Identifiers are text and times whole milliseconds, so that the same statements would do
  /// elsewhere; an attempt and its events can only be added.
  private static let firstSchema = """
    CREATE TABLE participant (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
      folded TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL CHECK (length(name) > 0),
      email TEXT NOT NULL,
      "group" TEXT NOT NULL,
      language TEXT NOT NULL,
      extra_time_thousandths INTEGER NOT NULL
        CHECK (extra_time_thousandths BETWEEN 1000 AND 10000),
      other TEXT NOT NULL CHECK (other GLOB '{*}')
    ) STRICT;

    CREATE TABLE quiz_version (
      hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
      quiz TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;

    CREATE TABLE attempt (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
      participant TEXT REFERENCES participant (id),
      quiz TEXT NOT NULL,
      version TEXT NOT NULL REFERENCES quiz_version (hash),
      number INTEGER NOT NULL CHECK (number > 0),
      kind TEXT NOT NULL CHECK (kind IN ('practice', 'graded', 'review')),
      CHECK (participant IS NOT NULL OR kind <> 'graded'),
      UNIQUE (participant, quiz, number)
    ) STRICT;

    CREATE INDEX attempt_by_quiz ON attempt (quiz);

    CREATE TABLE event (
      position INTEGER NOT NULL PRIMARY KEY CHECK (position > 0),
      attempt TEXT NOT NULL REFERENCES attempt (id),
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      kind TEXT NOT NULL CHECK (length(kind) > 0),
      milliseconds INTEGER NOT NULL,
      payload TEXT NOT NULL CHECK (payload GLOB '{*}'),
      previous TEXT NOT NULL CHECK (length(previous) = 64),
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
      UNIQUE (attempt, sequence)
    ) STRICT;

    CREATE TRIGGER event_follows_the_last BEFORE INSERT ON event
    WHEN NEW.position <> (SELECT coalesce(max(position), 0) + 1 FROM event)
      OR NEW.sequence <> (
        SELECT coalesce(max(sequence), 0) + 1 FROM event WHERE attempt = NEW.attempt)
      OR NEW.previous <> coalesce(
        (SELECT hash FROM event ORDER BY position DESC LIMIT 1), '\(String(repeating: "0", count: 64))')
    BEGIN SELECT RAISE(ABORT, 'an event must follow the last one'); END;

    CREATE TRIGGER event_stays BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
    CREATE TRIGGER event_is_final BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
    CREATE TRIGGER attempt_stays BEFORE DELETE ON attempt
    BEGIN SELECT RAISE(ABORT, 'an attempt is never removed'); END;
    CREATE TRIGGER attempt_is_final BEFORE UPDATE ON attempt
    BEGIN SELECT RAISE(ABORT, 'an attempt is never changed'); END;
    CREATE TRIGGER quiz_version_stays BEFORE DELETE ON quiz_version
    BEGIN SELECT RAISE(ABORT, 'a quiz that was sat is never removed'); END;
    CREATE TRIGGER quiz_version_is_final BEFORE UPDATE ON quiz_version
    BEGIN SELECT RAISE(ABORT, 'a quiz that was sat is never changed'); END;
    """

  /// What version 2 adds: a revision can only be added.
  private static let revisionSchema = """
    CREATE TABLE revision (
      curriculum TEXT NOT NULL CHECK (length(curriculum) > 0),
      number INTEGER NOT NULL CHECK (number > 0),
      milliseconds INTEGER NOT NULL,
      content TEXT NOT NULL CHECK (content GLOB '[[]*'),
      PRIMARY KEY (curriculum, number)
    ) STRICT;

    CREATE TRIGGER revision_stays BEFORE DELETE ON revision
    BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;
    CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END;
    """

  /// The schedule of reviews that version 3 kept; since version 5 it is computed from the attempts.
  private static let reviewSchema = """
    CREATE TABLE review (
      attempt TEXT NOT NULL REFERENCES attempt (id),
      item TEXT NOT NULL CHECK (length(item) > 0),
      origin_quiz TEXT NOT NULL,
      origin_item TEXT NOT NULL,
      milliseconds INTEGER NOT NULL,
      day INTEGER NOT NULL,
      rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
      model TEXT NOT NULL CHECK (length(model) > 0),
      parameters TEXT NOT NULL CHECK (parameters GLOB '{*}'),
      stability REAL NOT NULL CHECK (stability > 0),
      difficulty REAL NOT NULL CHECK (difficulty BETWEEN 1 AND 10),
      due INTEGER NOT NULL CHECK (due > day),
      PRIMARY KEY (attempt, item)
    ) STRICT;

    CREATE TRIGGER review_stays BEFORE DELETE ON review
    BEGIN SELECT RAISE(ABORT, 'a review is never removed'); END;
    CREATE TRIGGER review_is_final BEFORE UPDATE ON review
    BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
    """

  /// The overrides of version 3; each stays, and what a later one says counts instead.
  private static let overrideSchema = """
    CREATE TABLE override (
      position INTEGER NOT NULL PRIMARY KEY CHECK (position > 0),
      participant TEXT NOT NULL REFERENCES participant (id),
      quiz TEXT,
      extra_time_thousandths INTEGER CHECK (extra_time_thousandths BETWEEN 1000 AND 10000),
      opens INTEGER,
      closes INTEGER,
      limit_seconds INTEGER CHECK (limit_seconds > 0),
      attempts INTEGER CHECK (attempts > 0),
      reason TEXT NOT NULL CHECK (length(reason) > 0),
      decided_by TEXT NOT NULL CHECK (length(decided_by) > 0),
      milliseconds INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX override_by_participant ON override (participant);

    CREATE TRIGGER override_stays BEFORE DELETE ON override
    BEGIN SELECT RAISE(ABORT, 'an override is never removed'); END;
    CREATE TRIGGER override_is_final BEFORE UPDATE ON override
    BEGIN SELECT RAISE(ABORT, 'an override is never changed'); END;
    """
}
