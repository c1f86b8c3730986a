import Foundation
import GoldenFiles
import Testing

@Suite struct PublishTests {
  @Test func `a timetable is published as numbered revisions, and what changed is said`() throws {
    let bench = try Workbench.joinery()
    let first = try bench.seminar("publish")
    #expect(first.output.hasPrefix("Published revision 1: "))
    let before = try bench.contents()
    let again = try bench.seminar("publish")
    #expect(again.output.hasPrefix("Nothing has changed since revision 1: "))
    #expect(try bench.published() == before.filter { $0.key.hasPrefix("published/") })

    try bench.edit("curricula/joinery.yaml", "from: 10:00, to: 12:00", "from: 10:30, to: 12:30")
    let changed = try bench.seminar("publish", "--anew", "--today", "2026-03-01")
    #expect(changed.status == 0, "\(changed.error)")
    #expect(changed.output.hasPrefix("Published revision 2: "))
    let difference = try bench.seminar("revisions", "difference", "1", "2")
    expectGolden(difference.transcript, "revisions/difference.txt")
    let calendar = try bench.text(of: "published/joinery/programme.ics")
    #expect(calendar.contains("SEQUENCE:1"))
    let list = try bench.seminar("revisions", "--format", "csv")
    #expect(list.output.split(whereSeparator: \.isNewline).count == 3)
  }

  @Test func `a dry run lists the files and changes nothing`() throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    let dry = try bench.seminar("publish", "--dry-run")
    #expect(dry.output.hasPrefix("Would publish revision 1; "))
    #expect(dry.output.contains("\n  published/joinery/index.html\n"))
    #expect(try bench.contents() == before)
  }

  @Test func `a folder that cannot be made leaves no revision behind`() throws {
    let bench = try Workbench.joinery()
    try bench.write("a file", to: "taken")
    let refused = try bench.seminar("publish", "--output", "taken/site")
    #expect(refused.status == 73)
    #expect(refused.error.contains("cannot be made"))
    #expect(
      try bench.seminar("revisions", "--format", "csv").output
        .split(whereSeparator: \.isNewline).count == 1
    )
  }

  @Test(arguments: ["text", "csv", "json"])
  func `a revision is shown as it was published`(form: String) throws {
    let bench = try Workbench.joinery()
    #expect(try bench.seminar("publish").status == 0)
    try bench.edit("curricula/joinery.yaml", "title: Saws", "title: More saws")
    let shown = try bench.seminar("revisions", "show", "1", "--format", form)
    let text = shown.transcript
      .replacing(/published \d{4}-\d{2}-\d{2} \d{2}:\d{2}/, with: "published …")
      .replacing(/"published": "[^"]*"/, with: "\"published\": \"…\"")
    expectGolden(text, "revisions/show.\(form == "text" ? "txt" : form)")
    let missing = try bench.seminar("revisions", "show", "2")
    #expect(missing.status == 66)
    #expect(missing.error.contains("there is only revision 1"))
  }

  @Test func `invitations are written on request, and whoever has no address is named`() throws {
    let bench = try Workbench.joinery()
    let refused = try bench.seminar("publish", "--invitations")
    expectGolden(refused.transcript, "revise/no-organizer.txt")
    #expect(try bench.contents()["markbook.sqlite"] == nil)

    try bench.edit(
      "curricula/joinery.yaml",
      "zone: America/New_York\nstarts",
      "organizer: {name: Office, email: office@example.org}\nzone: America/New_York\nstarts"
    )
    try bench.edit(
      "curricula/joinery.yaml",
      "id: otto\n",
      "id: otto\n    email: otto@example.org\n"
    )
    let published = try bench.seminar("publish", "--invitations")
    #expect(published.status == 0)
    #expect(
      published.error
        == "note: no invitation is written for María Núñez, "
        + "because the curriculum has no 'email' for them\n"
    )
    let history = "published/joinery/invitations/otto/history.ics"
    #expect(try bench.text(of: history).contains("METHOD:REQUEST"))

    let revised = try bench.seminar(
      "revise",
      "--away",
      "otto=2026-03-31",
      "--today",
      "2026-03-25",
      "--accept"
    )
    #expect(revised.status == 0)
    #expect(try bench.seminar("publish", "--invitations").status == 0)
    let cancelled = try bench.text(of: history)
    #expect(cancelled.contains("METHOD:CANCEL"))
    #expect(cancelled.contains("SEQUENCE:1"))
  }

  @Test func `a revision that does not exist is named`() throws {
    let bench = try Workbench.joinery()
    let refused = try bench.seminar("revisions", "difference", "1", "2")
    #expect(refused.status == 66)
    #expect(
      refused.error == "error: there is no revision 1\n  help: publish one with 'seminar publish'\n"
    )
  }
}

extension Workbench {
  /// What lies in the published folder.
  fileprivate func published() throws -> [String: Entry] {
    try contents().filter { $0.key.hasPrefix("published/") }
  }
}
