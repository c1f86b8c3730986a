import Foundation
import GoldenFiles
import PseudoTerminal
import Testing

@Suite struct ReviseTests {
  private let afterFirstDay = ["--today", "2026-03-25"]

  @Test func `without a published timetable there is nothing to revise`() throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    expectGolden(try bench.seminar("revise").transcript, "revise/unpublished.txt")
    #expect(try bench.contents() == before)
  }

  @Test(arguments: ["text", "json"])
  func `a trainer's absence is met by the least change, and each concerned is told`(
    form: String
  ) throws {
    let bench = try Workbench.published()
    let before = try bench.contents()
    let shown = try bench.command(
      ["revise", "--away", "otto=2026-03-31", "--format", form] + afterFirstDay
    ).run()
    expectGolden(shown.transcript, "revise/away.\(form == "text" ? "txt" : form)")
    #expect(try bench.contents() == before)
  }

  @Test func `a closed block, a new session and a longer one move what must move`() throws {
    let bench = try Workbench.published()
    try bench.edit("curricula/joinery.yaml", "weeks: 3", "weeks: 4")
    try bench.edit(
      "curricula/joinery.yaml",
      "calendar:",
      "calendar:\n  - {closed: 2026-04-07, name: Flood}"
    )
    try bench.edit(
      "curricula/joinery.yaml",
      "      - id: oils",
      "      - {id: wax, title: Wax, minutes: 10, trainers: [otto]}\n      - id: oils"
    )
    expectGolden(
      try bench.command(["revise"] + afterFirstDay).run().transcript,
      "revise/edited.txt"
    )
  }

  @Test func `an interrupted search shows the best so far and publishes nothing`() throws {
    let bench = try Workbench.everything()
    #expect(try bench.seminar("publish", "--moves", "2000").status == 0)
    let revise = [
      "revise", "--accept", "--today", "2026-03-09", "--away", "bo=2026-03-10", "--progress",
      "--seconds", "600",
      "--moves", "1000000000",
    ]
    let ended = try bench.interrupted(revise, onceToldOf: "penalty")
    #expect(ended.status == 130)
    #expect(ended.output.contains("Penalty for changes"))
    #expect(!ended.output.contains("Published revision"))
    #expect(
      try bench.text(of: "progress.txt").split(separator: "\n").last
        == "Interrupted: this is the best so far; nothing was published."
    )
    #expect(try bench.seminar("revisions", "--format", "csv").lines.count == 2)
  }

  @Test func `several groups are revised within a budget, the same way each time`() throws {
    let bench = try Workbench.everything()
    #expect(try bench.seminar("publish", "--moves", "2000").status == 0)
    let runs = try (0..<2).map { _ in
      try bench.seminar(
        "revise",
        "--today",
        "2026-03-09",
        "--away",
        "bo=2026-03-10",
        "--moves",
        "2000"
      )
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].output == runs[1].output)
  }

  @Test func `where the old timetable still holds, nothing changes and nothing is published`()
    throws
  {
    let bench = try Workbench.published()
    let shown = try bench.command(["revise", "--accept"] + afterFirstDay).run()
    expectGolden(shown.transcript.withoutCount, "revise/unchanged.txt")
    #expect(try bench.seminar("revisions", "--format", "csv").lines.count == 2)
  }

  @Test func `what is accepted is published, and publishing again changes nothing`() throws {
    let bench = try Workbench.published()
    let accepted = try bench.command(
      ["revise", "--away", "otto=2026-03-31", "--accept"] + afterFirstDay
    ).run()
    #expect(accepted.status == 0)
    expectGolden(
      accepted.output.withoutCount.split(separator: "\n").suffix(3).joined(separator: "\n") + "\n",
      "revise/accepted.txt"
    )
    let before = try bench.contents()
    let again = try bench.seminar("publish")
    #expect(again.output.hasPrefix("Nothing has changed since revision 2: "))
    #expect(
      again.error.hasPrefix(
        "note: the published timetable costs 10, and a cheaper one may be possible; "
      )
    )
    #expect(try bench.contents() == before)
    #expect(try bench.text(of: "published/joinery/trainers/maria.ics").contains("A history of"))

    let anew = try bench.command(["publish", "--anew"] + afterFirstDay).run()
    #expect(anew.output.hasPrefix("Published revision 3: "))
    // What was held is never laid out anew.
    let late = try bench.seminar("publish", "--anew", "--today", "2026-05-01")
    #expect(late.output.hasPrefix("Nothing has changed since revision 3: "))
  }

  @Test func `published files name the new timetable, its cost and the bound of all timetables`()
    throws
  {
    let bench = try Workbench.published()
    let accept = ["revise", "--away", "otto=2026-03-31", "--accept"] + afterFirstDay
    #expect(try bench.command(accept).run().status == 0)
    let json = try bench.text(of: "published/joinery/programme.json")
    #expect(json.contains("\"status\": \"feasible\""))
    #expect(json.contains("\"bound\": 7"))
  }

  @Test func `publishing refuses a timetable that no longer fits, and changes nothing`() throws {
    let bench = try Workbench.published()
    try bench.edit("curricula/joinery.yaml", "from: 10:00, to: 12:00", "from: 10:30, to: 12:30")
    let before = try bench.contents()
    expectGolden(
      try bench.command(["publish"] + afterFirstDay).run().transcript,
      "revise/outdated.txt"
    )
    #expect(try bench.contents() == before)
  }

  @Test func `what was asked and cannot be is explained with repairs, and has status 1`() throws {
    let bench = try Workbench.published()
    let before = try bench.contents()
    let arguments =
      ["revise", "--away", "otto=2026-03-31", "--pin", "glues=2026-03-31", "--accept"]
      + afterFirstDay
    let text = try bench.command(arguments).run()
    expectGolden(text.transcript, "revise/impossible.txt")
    let json = try bench.command(arguments + ["--format", "json"]).run()
    expectGolden(json.transcript, "revise/impossible.json")
    #expect(try bench.contents() == before)
  }

  @Test func `taking the last edit back is among the repairs, with its code`() throws {
    let bench = try Workbench.published()
    let before = try bench.text(of: "curricula/joinery.yaml")
    try bench.edit("curricula/joinery.yaml", "# A small course", "# A short course")
    try bench.edit("curricula/joinery.yaml", "weeks: 3", "weeks: 2")
    let shown = try bench.command(["revise"] + afterFirstDay).run()
    #expect(shown.status == 1)
    let words = shown.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let repair = /undo the edit of line 9 since revision 1 \(penalty 0\) code (\S+)/
    let code = try #require(words.firstMatch(of: repair)?.1, "\(shown.transcript)")
    #expect(words.contains("curricula/joinery.yaml, line 9 - weeks: 2 + weeks: 3"))
    #expect(!words.contains("undo the edit of line 1 "))
    let applied = try bench.command(
      ["revise", "--apply", String(code), "--yes"] + afterFirstDay
    ).run()
    #expect(applied.status == 0, "\(applied.transcript)")
    #expect(
      try bench.text(of: "curricula/joinery.yaml")
        == before.replacing("# A small course", with: "# A short course")
    )
    #expect(try bench.command(["revise"] + afterFirstDay).run().status == 0)
  }

  @Test func `a pinned session keeps its time`() throws {
    let bench = try Workbench.published()
    try bench.edit("curricula/joinery.yaml", "weeks: 3", "weeks: 5")
    let away = ["revise", "--away", "maria=2026-03-31", "--format", "json"] + afterFirstDay
    let free = try bench.command(away).run()
    #expect(free.output.contains("\"session\": \"glues\""))
    let pinned = try bench.command(away + ["--pin", "glues"]).run()
    #expect(pinned.status == 1)
    #expect(pinned.output.contains("'glues' is held on 7 April 2026 at 10:00"))
    #expect(pinned.output.contains("\"declared\": \"--pin glues\""))
  }

  @Test func `what was held stays as it was, whatever the curriculum says now`() throws {
    let bench = try Workbench.published()
    try bench.edit("curricula/joinery.yaml", "needs: [saws]", "needs: []")
    try bench.edit(
      "curricula/joinery.yaml",
      "      - id: saws\n        title: Saws\n        minutes: 60\n        themes: [hand-tools]\n"
        + "        tags: [safety]\n        trainers: [maria]\n",
      ""
    )
    try bench.edit(
      "curricula/joinery.yaml",
      "kind: workshop\n        minutes: 45",
      "kind: workshop\n        minutes: 40"
    )
    let before = try bench.text(of: "published/joinery/programme.ics")
    expectGolden(
      try bench.command(["revise", "--accept"] + afterFirstDay).run().transcript.withoutCount,
      "revise/past.txt"
    )
    #expect(before.contains("SUMMARY:Saws"))
    #expect(try bench.text(of: "published/joinery/programme.ics").contains("SUMMARY:Saws"))
  }

  @Test(arguments: [
    ["--away", "oto=2026-03-31"], ["--away", "otto"], ["--away", "otto=2026-13-01"],
    ["--away", "otto=2026-04-07..2026-03-31"], ["--away", "otto=2026-03-24"], ["--pin", "glue"],
    ["--pin", "glues=soon"], ["--pin", "saws=2026-04-07"], ["--today", "tomorrow"],
  ])
  func `what is asked wrongly is refused with a remedy`(arguments: [String]) throws {
    let bench = try Workbench.published()
    let before = try bench.contents()
    let refused = try bench.command(
      ["revise"] + (arguments[0] == "--today" ? [] : afterFirstDay) + arguments
    ).run()
    #expect(refused.status == 64)
    #expect(refused.output == "")
    let name = (arguments.joined().filter { $0.isLetter || $0.isNumber })
    expectGolden(refused.transcript, "revise/usage-\(name).txt")
    #expect(try bench.contents() == before)
  }

  @Test func `messages are written as text and as drafts, and never among old ones`() throws {
    let bench = try Workbench.published()
    try bench.edit(
      "curricula/joinery.yaml",
      "place: The old workshop",
      "place: The old workshop\norganizer: {name: \"Zoë, course "
        + "office\", email: office@example.org}"
    )
    try bench.edit("curricula/joinery.yaml", "id: maria,", "id: maria, email: maria@example.org,")
    let arguments =
      ["revise", "--away", "otto=2026-03-31", "--messages", "drafts"] + afterFirstDay
    let written = try bench.command(arguments).run()
    #expect(written.status == 0)
    #expect(written.output.hasSuffix("Wrote 3 messages to drafts\n"))
    let names = try bench.contents().keys.filter { $0.hasPrefix("drafts/") }.sorted()
    #expect(names.filter { $0.hasSuffix(".eml") }.count == 3)
    #expect(names.contains("drafts/trainers/otto.txt"))
    // The two lines with the moment of writing are tested where they are made.
    let draft = try bench.text(of: "drafts/trainers/maria.eml")
      .replacing(/Date: [^\r]*/, with: "Date: …")
      .replacing(/\.[0-9]+@joinery/, with: ".…@joinery")
    expectGolden(draft, "revise/maria.eml")
    #expect(try bench.seminar("revisions", "--format", "csv").lines.count == 2)

    let before = try bench.contents()
    let again = try bench.command(arguments).run()
    #expect(again.status == 73)
    #expect(again.error.contains("the folder 'drafts' is not empty"))
    #expect(try bench.contents() == before)
  }

  @Test func `what an interrupted program left among the messages is no message, and goes`() throws
  {
    let bench = try Workbench.published()
    let left = "drafts/trainers/.seminar-1a2b3c.new"
    try bench.write("To: somebody", to: left)
    let arguments = ["revise", "--away", "otto=2026-03-31", "--messages", "drafts"]
    let written = try bench.command(arguments + afterFirstDay).run()
    #expect(written.status == 0)
    #expect(written.output.hasSuffix("Wrote 3 messages to drafts\n"))
    #expect(try bench.contents().keys.contains(left) == false)
  }

  @Test func `a folder that cannot be made leaves no revision behind`() throws {
    let bench = try Workbench.published()
    try bench.write("a file", to: "taken")
    let before = try bench.contents()
    let arguments = ["revise", "--away", "otto=2026-03-31", "--accept"] + afterFirstDay
    for option in ["--output", "--messages"] {
      let refused = try bench.command(arguments + [option, "taken/site"]).run()
      #expect(refused.status == 73)
    }
    #expect(try bench.contents() == before)
  }

  @Test func `after the last day nothing is left to change`() throws {
    let bench = try Workbench.published()
    let shown = try bench.seminar("revise", "--today", "2026-04-08")
    #expect(shown.status == 0)
    #expect(shown.output.contains("6 sessions before 8 April 2026 stay unchanged. There is"))
  }

  @Test(arguments: [40, 80, 200])
  func `text keeps within the width of the terminal`(columns: Int) throws {
    let bench = try Workbench.published()
    let arguments = ["revise", "--away", "otto=2026-03-31", "--accept"] + afterFirstDay
    let terminal = try bench.sit(arguments, columns: columns)
    #expect(try terminal.waitForExit() == .exited(0))
    let lines = terminal.transcript.split(separator: "\r\n").map(String.init)
    // A place in a file stays whole.
    #expect(lines.filter { $0.count > columns && !$0.contains(".yaml:") } == [])
    #expect(lines.count > 20)
  }

  @Test func `without a day it is today in the zone of the programme`() throws {
    let bench = try Workbench.published()
    let shown = try bench.seminar("revise", "--format", "json")
    let day = try #require(shown.output.firstMatch(of: /"today": "(\d{4}-\d{2}-\d{2})"/))
    let formatter = DateFormatter()
    formatter.calendar = Calendar(identifier: .gregorian)
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "America/New_York")
    formatter.dateFormat = "yyyy-MM-dd"
    let days = [Date(), Date(timeIntervalSinceNow: -60)].map(formatter.string)
    #expect(days.contains(String(day.1)))
  }
}

extension Program.Ended {
  /// The lines of the output.
  fileprivate var lines: [Substring] { output.split(whereSeparator: \.isNewline) }
}

extension String {
  /// The text without the number of files, which other tests know.
  fileprivate var withoutCount: String { replacing(/\d+ files/, with: "… files") }
}
