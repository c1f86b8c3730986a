import Foundation
import Testing

@testable import Records

/// What has happened to the disk before a participant reads "Kept".
@Suite struct AcknowledgementTests {
  private static let quiz = """
    quiz: Three
    status: For a test.
    mode: graded
    items:

    """
    + (1...3).map { number in
      """
        - id: i\(number)
          kind: true-false
          stem: Statement \(number) is true.
          key: true
          rationale: It is.
          source: A test
          theme: test
          level: recall

      """
    }.joined()

  @Test func `nothing is shown as kept before it is on the disk`() throws {
    let bench = Workbench()
    let quizzes = bench.folder + "/quizzes"
    try FileManager.default.createDirectory(atPath: quizzes, withIntermediateDirectories: false)
    try Data(Self.quiz.utf8).write(to: URL(filePath: quizzes + "/three.yaml"))
    let markbook = try Markbook(creatingIfMissing: bench.file)
    _ = try markbook.importRoster(Roster(participants: [.ana]), at: .noon)
    markbook.close()
    let ended = try FaultTrial(
      command: ["seminar", "quiz", "three", "--as", "p01"],
      folder: bench.folder,
      countsLater: true,
      input: "t\nt\nt\n"
    ).run()
    #expect(ended.status == 0)
    #expect(ended.trace.count { $0 == "K" } == 3, "\(ended.trace) \(ended.output)")
    var isOnDisk = false
    for mark in ended.trace {
      switch mark {
      case "w": isOnDisk = false
      case "s": isOnDisk = true
      default: #expect(isOnDisk, "\(ended.trace)")
      }
    }
  }
}
