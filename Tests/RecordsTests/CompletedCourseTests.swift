import Foundation
import Quizzes
import Testing

@testable import Records

/// Courses that somebody has done by the word of the coordinator.
@Suite struct CompletedCourseTests {
  private let bench = Workbench()
  private static let programme = Programme(curriculum: "catalogue", edition: "")

  private func markbook() throws -> Markbook {
    let markbook = try Markbook(creatingIfMissing: bench.file)
    let roster = Roster(participants: [Participant(id: "p01", name: "Ana Núñez")])
    _ = try markbook.importRoster(roster, at: .noon)
    return markbook
  }

  private static let completed = CompletedCourse(
    "course-5",
    on: "2026-03-20",
    because: "certificate 77",
    by: "Ida"
  )

  @Test func `a course is recorded with its day, reason and recorder, and the record is whole`()
    throws
  {
    let markbook = try markbook()
    let before = try #require(try markbook.wholeCount)
    #expect(try markbook.record(Self.completed, of: "p01", in: Self.programme, at: .noon))
    #expect(try markbook.wholeCount == before + 1)
    let found = try markbook.completedCourses(of: Self.programme)
    #expect(found["p01"] == [Self.completed])
    #expect(try markbook.completedCourses(of: .unknown)["p01"] == [])
  }

  @Test func `what is recorded is erased with the participant`() throws {
    let markbook = try markbook()
    _ = try markbook.record(Self.completed, of: "p01", in: Self.programme, at: .noon)
    _ = try markbook.forget("p01", at: .noon)
    #expect(try markbook.completedCourses(of: Self.programme)["p01"] == nil)
    #expect(try markbook.wholeCount != nil)
    markbook.close()
    let bytes = try #require(bench.bytes)
    #expect(bytes.range(of: Data("certificate 77".utf8)) == nil)
  }

  @Test func `nobody who is not on the roster has done a course`() throws {
    let markbook = try markbook()
    #expect(throws: MarkbookError(.unknownParticipant("p09"), file: bench.file)) {
      try markbook.record(Self.completed, of: "p09", in: Self.programme, at: .noon)
    }
  }
}
