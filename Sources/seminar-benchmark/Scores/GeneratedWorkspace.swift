import Foundation
import GRDB
import Quizzes
import Records

/// A workspace with many attempts, written as the program records them, but without a commit for each.
struct GeneratedWorkspace {
  /// How much is generated.
  struct Size: Equatable {
    /// How many responses there are.
    var responses: Int
    /// How many attempts they are in.
    var attempts: Int
    /// How many quizzes there are; each participant sits each of them once.
    var quizzes = 10
    /// How many attempts are sat at the same time.
    var atOnce = 20

    /// How many items each quiz has.
    var items: Int { (responses + attempts - 1) / attempts }
    /// How many participants there are.
    var participants: Int { (attempts + quizzes - 1) / quizzes }

    /// How many responses an attempt has.
    func responses(in attempt: Int) -> Int {
      responses / attempts + (attempt < responses % attempts ? 1 : 0)
    }
  }

  let path: String
  let size: Size
  private let quizzes: [GeneratedQuiz]

  /// The markbook's file.
  var markbook: String { path + "/markbook.sqlite" }

  /// Makes the workspace.
  init(at path: String, _ size: Size, seed: UInt64) throws {
    self.path = path
    self.size = size
    try FileManager.default.createDirectory(
      atPath: path + "/quizzes",
      withIntermediateDirectories: true
    )
    quizzes = try (1...size.quizzes).map { try GeneratedQuiz($0, items: size.items) }
    for quiz in quizzes {
      try Data(quiz.text.utf8).write(to: URL(filePath: "\(path)/quizzes/\(quiz.name).yaml"))
    }
    try Markbook(creatingIfMissing: markbook).close()
    try fill(seed: seed)
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }

  private func fill(seed: UInt64) throws {
    let queue = try DatabaseQueue(path: markbook)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    try queue.write { database in
      var writer = try RecordWriter(database)
      for quiz in quizzes {
        try database.execute(
          sql: "INSERT INTO text VALUES (?, ?)",
          arguments: [quiz.version, quiz.text]
        )
      }
      try enrol(&writer)
      var lots = DrawingLots(seed: seed)
      for first in stride(from: 0, to: size.attempts, by: size.atOnce) {
        let group = first..<min(first + size.atOnce, size.attempts)
        try sit(group, &writer, &lots)
      }
    }
    try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try queue.close()
  }

  private func enrol(_ writer: inout RecordWriter) throws {
    for index in 0..<size.participants {
      try writer.write(
        "participant/enrolled",
        about: Self.number(index, "b"),
        sequence: 1,
        at: 1_767_000_000_000,
        secret: """
          {"email":"p\(index)@example.org","extra-time":1000,"group":"G\(index % 30)",\
          "id":"p\(index)","language":"en","name":"Participant Number \(index)","other":{}}
          """
      )
    }
  }

  /// Records attempts that go on side by side.
  private func sit(
    _ group: Range<Int>,
    _ writer: inout RecordWriter,
    _ lots: inout DrawingLots
  ) throws {
    var sittings = group.map { attempt in
      GeneratedSitting(
        attempt,
        of: quizzes[attempt / size.participants % quizzes.count],
        by: attempt % size.participants,
        responses: size.responses(in: attempt),
        &lots
      )
    }
    while let time = sittings.compactMap(\.due).min() {
      for index in sittings.indices where sittings[index].due == time {
        let sitting = sittings[index]
        guard let event = sittings[index].next(&lots) else { continue }
        let encoded = event.encoded
        try writer.write(
          "attempt/" + encoded.kind,
          about: sitting.id,
          sequence: sitting.count + 1,
          at: encoded.milliseconds,
          body: sitting.count == 0 ? sitting.body : "{}",
          secret: encoded.payload
        )
      }
    }
  }

  /// A number of 32 hexadecimal digits.
  static func number(_ index: Int, _ first: String) -> String {
    let digits = SHA256(of: Array("\(first) \(index)".utf8)).hexadecimal
    return first + digits.dropFirst().prefix(31)
  }
}
