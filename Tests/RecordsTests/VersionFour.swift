import Foundation
import GRDB
import Quizzes

@testable import Records

/// Writes a markbook as version 4 left it: two participants, an attempt of each, an exception and a
/// revision, in the old chain.
struct VersionFour {
  let file: String
  static let text = "quiz: one"

  init(_ file: String) { self.file = file }

  /// The identifiers of the attempts of `p01` and of `p02`.
  static let attempts = [String(repeating: "a", count: 32), String(repeating: "b", count: 32)]

  /// The events of an attempt at their start, a response, and the end.
  static func events(_ participant: String) -> [Event] {
    let start = Event.Start(
      quiz: "week-01",
      contentHash: Markbook.version(of: text),
      participant: participant,
      kind: .graded,
      number: 1,
      seed: 7,
      arrangement: Arrangement([.init(item: "a", options: [1, 0])])
    )
    return [Event(.started(start), at: .noon), .skipped("a"), .submitted]
  }

  /// Writes the file, and answers the last hash of its chain.
  @discardableResult
  func write() throws -> String {
    let queue = try DatabaseQueue(path: file)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: "PRAGMA application_id = \(Markbook.application); PRAGMA journal_mode = WAL"
      )
    }
    try Markbook.migrate(queue, by: Array(Markbook.migrations.prefix(4)))
    let head = try queue.write { database in
      for (id, name) in [("p01", "Ana Núñez"), ("p02", "Bo")] {
        try database.execute(
          sql: "INSERT INTO participant VALUES (?, ?, ?, '', '', '', 1500, '{}')",
          arguments: [id, id, name]
        )
      }
      let version = Markbook.version(of: Self.text)
      try database.execute(
        sql: "INSERT INTO quiz_version VALUES (?, 'week-01', ?)",
        arguments: [version, Self.text]
      )
      var (position, hash) = (0, Chain.origin)
      for (id, participant) in zip(Self.attempts, ["p01", "p02"]) {
        let attempt = RecordedAttempt(
          id: id,
          participant: participant,
          sitter: participant,
          quiz: "week-01",
          version: version,
          number: 1,
          kind: .graded,
          eventCount: 3,
          isSubmitted: true
        )
        try database.execute(
          sql: "INSERT INTO attempt VALUES (?, ?, 'week-01', ?, 1, 'graded')",
          arguments: [id, participant, version]
        )
        for (index, event) in Self.events(participant).enumerated() {
          position += 1
          let (encoded, previous) = (event.encoded, hash)
          hash = FormerChain.link(after: hash, encoded, sequence: index + 1, of: attempt)
          try database.execute(
            sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
              position, id, index + 1, encoded.kind, encoded.milliseconds, encoded.payload,
              previous.hexadecimal, hash.hexadecimal,
            ]
          )
        }
      }
      try database.execute(
        sql: """
          INSERT INTO override VALUES (1, 'p02', NULL, 1250, NULL, NULL, 600, 3, 'why', 'who', 5);
          INSERT INTO revision VALUES ('course', 1, 1000, '[]');
          """
      )
      return hash.hexadecimal
    }
    try queue.close()
    return head
  }
}
