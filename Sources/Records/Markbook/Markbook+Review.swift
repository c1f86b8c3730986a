internal import Foundation
internal import GRDB
public import Quizzes

extension Markbook {
  /// The schedule of somebody's reviews.
  ///
  /// - Parameters:
  ///   - participant: The identifier on the roster; `nil` for a guest.
  ///   - guest: What a guest is called.
  /// - Returns: What was kept; empty where nothing was.
  /// - Throws: ``MarkbookError``.
  public func reviewSchedule(
    of participant: Participant.ID?,
    guest: String = "guest"
  ) throws(MarkbookError) -> ReviewSchedule {
    try read { database in
      // A markbook of version 1 that is only read has no such table.
      guard try database.tableExists("review") else { return ReviewSchedule() }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT review.*, attempt.kind AS kind
          FROM review JOIN attempt ON attempt.id = review.attempt
            JOIN event AS first ON first.attempt = attempt.id AND first.sequence = 1
          WHERE attempt.participant IS ?
            AND (attempt.participant IS NOT NULL OR \(Self.sitterSelection) = ?)
          ORDER BY review.milliseconds, review.attempt, review.item
          """,
        arguments: [participant, guest]
      )
      return ReviewSchedule(try rows.map(reviewRow))
    }
  }

  /// Records rows of a schedule; those of items that an attempt has recorded already stay as they are.
  public func keep(_ rows: [ReviewSchedule.Row]) throws(MarkbookError) {
    guard !rows.isEmpty else { return }
    try write { database in
      for row in rows { try Self.insert(row, database) }
    }
  }
}

extension Markbook {
  /// The table of version 2: what the model of forgetting made of each item asked.
  ///
  /// The model and its parameters stand in each row, so that others later leave it as it was. Days are
  /// counted from 1970-01-01, where the programme took place when the row was recorded.
  static let reviewSchema = """
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

  private static func insert(_ row: ReviewSchedule.Row, _ database: Database) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let parameters = String(decoding: try encoder.encode(row.parameters), as: UTF8.self)
    let recollection = row.recollection
    try database.execute(
      sql: """
        INSERT INTO review VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (attempt, item) DO NOTHING
        """,
      arguments: [
        recollection.attempt, recollection.item, recollection.origin.quiz,
        recollection.origin.item, recollection.time.milliseconds, recollection.day,
        recollection.rating.rawValue, FSRS6.name, parameters, row.memory.stability,
        row.memory.difficulty, row.due,
      ]
    )
  }

  private func reviewRow(_ row: Row) throws -> ReviewSchedule.Row {
    let model = try row.text("model")
    guard model == FSRS6.name else {
      throw failure(.damaged("a review names the model '\(model)', which is not known"))
    }
    guard let kind = Attempt.Kind(rawValue: try row.text("kind")),
      let rating = FSRS6.Rating(rawValue: try row.integer("rating")),
      let parameters = try? JSONDecoder().decode(
        FSRS6.Parameters.self,
        from: Data(try row.text("parameters").utf8)
      )
    else { throw UnexpectedValue() }
    return ReviewSchedule.Row(
      Recollection(
        attempt: try row.text("attempt"),
        kind: kind,
        item: try row.text("item"),
        origin: .init(quiz: try row.text("origin_quiz"), item: try row.text("origin_item")),
        time: Timestamp(milliseconds: Int64(try row.integer("milliseconds"))),
        day: try row.integer("day"),
        rating: rating
      ),
      parameters: parameters,
      memory: .init(stability: try row.real("stability"), difficulty: try row.real("difficulty")),
      due: try row.integer("due")
    )
  }
}

extension Row {
  /// The number of a column that may have a fraction.
  fileprivate func real(_ column: String) throws -> Double {
    guard let value = self[column] as DatabaseValue? else { throw UnexpectedValue() }
    switch value.storage {
    case .double(let number): return number
    case .int64, .null, .string, .blob: throw UnexpectedValue()
    }
  }
}
