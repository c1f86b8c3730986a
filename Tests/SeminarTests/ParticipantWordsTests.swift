import Records
import Testing

@testable import seminar

/// What participants who can type nothing but responses read when something goes wrong.
@Suite struct ParticipantWordsTests {
  private static let faults: [MarkbookError.Fault] = [
    .missing, .orphaned(["markbook.sqlite-wal"]), .moved, .empty, .notAFile, .notADatabase,
    .foreign(application: 7), .newer(version: 9, known: 1), .damaged("malformed"),
    .altered(site: String(repeating: "a", count: 32), position: 7),
    .notCreated("its folder is missing"), .full, .inputOutput("disk I/O error"),
    .busy(after: .seconds(20)), .continuedElsewhere(attempt: "0a", recorded: 5, expected: 4),
    .startedElsewhere(quiz: "week-01", number: 2), .unreadable, .unwritable,
    .unknownParticipant("p99"), .unknownAttempt("0a"), .inUse, .refused("CHECK constraint failed"),
  ]

  @Test(arguments: faults)
  func `no fault of the markbook names a file or a command`(fault: MarkbookError.Fault) {
    let error = MarkbookError(fault, file: "/srv/course/markbook.sqlite")
    let failure = Failure(error).forParticipant
    let words = failure.text(asJSON: false)
    #expect(failure.status.rawValue == error.exitStatus)
    for unspeakable in ["/srv", "sqlite", "seminar ", "--", "SQL"] {
      #expect(!words.contains(unspeakable), "\(words)")
    }
    #expect(words.contains("\n  help: "))
  }

  @Test func `paths lose their folders, and remedies for others go`() {
    let failure = Failure(
      .inputMissing,
      "there is no quiz in '/srv/the course/quizzes'",
      remedy: "go to a folder that has one, or name it with '--workspace'"
    )
    #expect(
      failure.forParticipant.text(asJSON: false)
        == "error: there is no quiz in 'quizzes'\n  help: show this message to the coordinator"
    )
  }

  @Test func `what is wrong in a file is not shown, because it may hold right answers`() {
    let problem = Failure.Problem(
      message: "'Hammer' is given twice",
      place: "quizzes/tools.yaml:3:1"
    )
    let failure = Failure(.badInput, [problem, problem])
    #expect(
      failure.forParticipant.text(asJSON: false)
        == "error: a file of the course has an error\n  help: show this message to the coordinator"
    )
  }
}
