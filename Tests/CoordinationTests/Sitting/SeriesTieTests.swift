import Coordination
import Foundation
import Publishing
import Quizzes
import Testing

/// Windows of quizzes that are tied to a session which repeats for each group.
@Suite struct SeriesTieTests {
  private func entry(_ session: String, hour: Int, groups: [String]) -> Revision.Entry {
    let begins = Date(timeIntervalSince1970: Double(hour) * 3_600)
    return Revision.Entry(
      session: session,
      title: session,
      block: "b",
      start: 0,
      begins: begins,
      ends: begins.addingTimeInterval(3_600),
      week: 1,
      room: nil,
      roomName: nil,
      link: nil,
      trainers: [],
      groups: groups
    )
  }

  /// From and until when a tie to a session counts, in hours.
  private func hours(of session: String, for groups: Set<String>) -> [Int]? {
    let revision = Revision(
      number: 1,
      published: Date(timeIntervalSince1970: 0),
      entries: [
        entry("lab@A", hour: 10, groups: ["A"]), entry("lab@B", hour: 20, groups: ["B"]),
        entry("labour", hour: 40, groups: ["A", "B"]),
        entry("talk@A@2", hour: 50, groups: ["A"]), entry("talk@B@2", hour: 60, groups: ["B"]),
        entry("talk@B@12", hour: 70, groups: ["B"]),
      ]
    )
    let span = [revision].span(of: .session(session), for: groups) { nil }
    return span.map { [$0.begins, $0.ends].map { Int($0.timeIntervalSince1970 / 3_600) } }
  }

  @Test func `a participant's window follows the member for the group`() {
    #expect(hours(of: "lab", for: ["A"]) == [10, 11])
    #expect(hours(of: "lab", for: ["B", "other"]) == [20, 21])
  }

  @Test func `for everybody, or a group without a member, all members count`() {
    #expect(hours(of: "lab", for: []) == [10, 21])
    #expect(hours(of: "lab", for: ["C"]) == [10, 21])
  }

  @Test func `a name with a number is the member of the participant's group`() {
    #expect(hours(of: "talk@2", for: ["A"]) == [50, 51])
    #expect(hours(of: "talk@2", for: ["B"]) == [60, 61])
    #expect(hours(of: "talk@2", for: []) == [50, 61])
    #expect(hours(of: "talk@3", for: ["A"]) == nil)
  }

  @Test func `one member can be named`() {
    #expect(hours(of: "lab@B", for: ["A"]) == [20, 21])
    #expect(hours(of: "la", for: ["A"]) == nil)
  }
}
