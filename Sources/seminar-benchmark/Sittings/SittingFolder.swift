import Foundation
import Quizzes
import Records
import Synchronization

/// A workspace with one quiz, and participants who sit it.
struct SittingFolder: Sendable {
  /// How many items the quiz has.
  static let items = 24

  /// Held while the markbook is open in this process: closing any descriptor of a file ends the locks
  /// that other connections of the same process have on it.
  private static let reading = Mutex(())

  let path: String
  let seminar: String

  /// Makes the workspace and takes its participants onto the roster.
  init(at path: String?, seminar: String, killed: Int, started: Int) throws {
    self.path =
      path ?? FileManager.default.temporaryDirectory.path + "/sittings-\(UUID().uuidString)"
    self.seminar = seminar
    try FileManager.default.createDirectory(
      atPath: self.path + "/quizzes",
      withIntermediateDirectories: true
    )
    let names = (0..<killed).map(Self.killedParticipant) + (0..<started).map(Self.participant)
    let roster = "id,name\n" + names.map { "\($0),\($0)\n" }.joined()
    try write(Self.quiz, to: "quizzes/load.yaml")
    try write(roster, to: "roster.csv")
    let ended = try SittingProcess(["roster", "import", self.path + "/roster.csv"], in: self).end()
    guard ended.status == 0 else { throw CocoaError(.executableLoad) }
  }

  static func killedParticipant(_ number: Int) -> String { "k\(number)" }

  static func participant(_ number: Int) -> String { "s\(number)" }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The markbook, for reading.
  func markbook() throws -> Markbook {
    try Markbook(existing: path + "/markbook.sqlite", for: .reading)
  }

  /// How many responses of a participant are recorded.
  func responses(of participant: String) throws -> Int {
    try Self.reading.withLock { _ in
      let markbook = try markbook()
      defer { markbook.close() }
      return try markbook.attempts(by: participant).reduce(0) { sum, attempt in
        sum
          + (try markbook.events(of: attempt.id).count { event in
            if case .responded = event.kind { true } else { false }
          })
      }
    }
  }

  /// What a check of every hash finds.
  func verification() throws -> String {
    let markbook = try markbook()
    defer { markbook.close() }
    switch try markbook.verify() {
    case .whole(let extent): return "whole, \(extent.records) records"
    case .wrong(let problem): return "\(problem)"
    }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  private static let quiz: String =
    """
    quiz: Load
    status: Made for a measurement.
    mode: graded
    attempts: 100
    items:

    """
    + (1...items).map { number in
      """
        - id: i\(number)
          kind: true-false
          stem: Statement \(number) is true.
          key: true
          rationale: It is.
          source: A measurement
          theme: load
          level: recall

      """
    }.joined()
}
