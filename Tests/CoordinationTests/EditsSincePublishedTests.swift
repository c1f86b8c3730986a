import Curricula
import Diagnostics
import Testing
import Timetabling

@testable import Coordination

@Suite struct EditsSincePublishedTests {
  private static let former = """
    curriculum: course
    title: Course
    zone: Europe/Berlin
    starts: 2026-09-07
    weeks: 2
    blocks: [{every: Monday, from: 09:00, to: 12:00}]
    modules:
      - {id: m, title: M, sessions: [{id: s1, title: S1, minutes: 60}]}

    """

  private func pieces(_ present: String) -> [FileEdit.LineChange] {
    EditsSincePublished.pieces(
      from: Self.former.split(separator: "\n", omittingEmptySubsequences: false),
      to: present.split(separator: "\n", omittingEmptySubsequences: false)
    )
  }

  @Test func `an unchanged file has no edits`() {
    #expect(pieces(Self.former) == [])
  }

  @Test func `edits apart are pieces of their own, and all of them lead back`() throws {
    let present =
      "# A remark.\n"
      + Self.former.replacing("weeks: 2", with: "weeks: 3\ngrid: 5")
      .replacing("title: Course\n", with: "")
    let pieces = pieces(present)
    #expect(
      pieces == [
        .init(line: 1, old: ["# A remark."], new: []),
        .init(line: 3, old: [], new: ["title: Course"]),
        .init(line: 5, old: ["weeks: 3", "grid: 5"], new: ["weeks: 2"]),
      ]
    )
    let edit = FileEdit(file: "course.yaml", changes: pieces)
    #expect(edit.applied(to: Array(present.utf8)) == Array(Self.former.utf8))
  }

  @Test func `an edit that is enough is undone alone, and others together`() async {
    let present = Self.former.replacing("weeks: 2", with: "weeks: 1")
      .replacing("minutes: 60", with: "minutes: 90")
    let file = RepairableFile(SourceText(file: "course.yaml", text: present))
    let edits = EditsSincePublished(of: file, since: Self.former, revision: 4)
    let alone = await edits.repairs { $0.weeks == 2 ? 7 : nil }
    #expect(alone.map(\.sentence) == ["undo the edit of line 5 since revision 4"])
    #expect(alone.map(\.cost) == [7])
    let together = await edits.repairs { curriculum in
      curriculum.weeks == 2 && curriculum.sessions[0].minutes == 60 ? 0 : nil
    }
    #expect(together.map(\.sentence) == ["undo all 2 edits of the file since revision 4"])
    #expect(await edits.repairs { _ in nil }.isEmpty)
  }
}
