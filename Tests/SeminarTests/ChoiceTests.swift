import GoldenFiles
import Testing

/// Sessions of which only some take place, from the file to the calendars.
@Suite struct ChoiceTests {
  private static func course() throws -> Workbench {
    let bench = try Workbench()
    try bench.write(
      Workbench.fixture("choices/curricula/law-days.yaml"),
      to: "curricula/law-days.yaml"
    )
    return bench
  }

  private func published() throws -> Workbench { try Self.publishedCourse.copy() }

  private static let publishedCourse = MadeWorkbench {
    let bench = try course()
    #expect(try bench.seminar("publish", "--today", "2026-04-01").status == 0)
    return bench
  }

  /// A plan with an hour for each of some sessions.
  private func plan(_ rows: String...) -> String {
    "session,date,start\n" + rows.map { "\($0)\n" }.joined()
  }

  private let frame = ["opening,2026-04-07,10:00", "closing,2026-04-21,11:00"]

  @Test func `the cheapest three of five are chosen, and what is not held is named`() throws {
    let bench = try Self.course()
    expectGolden(try bench.seminar("timetable").transcript, "choices/timetable.txt")
    let document = try bench.seminar("timetable", "--format", "json").output
    #expect(document.contains(#""held": ["cybercrime", "corruption", "statistics"]"#))
    #expect(!document.contains(#""id": "mediation""#))
    expectGolden(try bench.seminar("curriculum").output, "choices/curriculum.txt")
    #expect(try bench.seminar("check").status == 0)
  }

  @Test func `a quiz tied to a session that may be left out is a warning`() throws {
    let bench = try Self.course()
    func warnings(_ tie: String) throws -> String {
      try bench.write(
        """
        quiz: One
        status: Written for tests.
        curriculum: law-days
        mode: graded
        pass: 60
        opens: after session \(tie)
        closes: 2 days after session \(tie)
        items:
          - {id: oak, kind: true-false, stem: Oak is hard., key: true}

        """,
        to: "quizzes/one.yaml"
      )
      return try bench.seminar("check").output
    }
    let warned = try warnings("mediation")
    #expect(
      warned.contains(
        "quizzes/one.yaml:6:1: warning: 'mediation' may not be held: the choice 'electives' holds "
          + "only 3 of its 5 sessions"
      )
    )
    #expect(warned.contains("quizzes/one.yaml:7:1: warning: 'mediation' may not be held"))
    #expect(warned.contains("help: name a week, a date or a session that is always held, or keep"))
    #expect(!(try warnings("closing").contains("may not be held")))
    try bench.edit(
      "curricula/law-days.yaml",
      "constraints:\n",
      "constraints:\n  - pin: {session: mediation, at: 2026-04-21T10:00}\n"
    )
    #expect(!(try warnings("mediation").contains("may not be held")))
    // The pinned one needs another, which is then always held too.
    #expect(!(try warnings("corruption").contains("may not be held")))
    #expect(try warnings("statistics").contains("may not be held"))
  }

  @Test func `what is pinned is held, and then something else is not`() throws {
    let bench = try Self.course()
    try bench.edit(
      "curricula/law-days.yaml",
      "constraints:\n",
      "constraints:\n  - pin: {session: mediation, at: 2026-04-21T10:00}\n"
    )
    let timetable = try bench.seminar("timetable").output
    #expect(timetable.contains("Optimal: cost 0, proved"))
    #expect(timetable.contains("Cybercrime (cybercrime), Forensics (forensics)."))
  }

  @Test func `when no three can take place, the text says for which it gives the reason`() throws {
    let bench = try Self.course()
    try bench.edit("curricula/law-days.yaml", "weeks: 3", "weeks: 2")
    let shown = try bench.seminar("timetable")
    #expect(shown.status == 1)
    expectGolden(shown.transcript, "choices/impossible.txt")
  }

  @Test func `each repair makes a timetable possible`() throws {
    let bench = try Self.course()
    try bench.edit("curricula/law-days.yaml", "weeks: 3", "weeks: 2")
    let shown = try bench.seminar("timetable").output
    for code in shown.matches(of: /code (\S+)/).map({ String($0.1) }) {
      let other = try Self.course()
      try other.edit("curricula/law-days.yaml", "weeks: 3", "weeks: 2")
      #expect(try other.seminar("timetable", "--apply", code, "--yes").status == 0, "\(code)")
      #expect(try other.seminar("timetable").status == 0, "\(code)")
    }
  }

  @Test func `a question about a session that is not held is answered with others`() throws {
    let bench = try Self.course()
    let shown = try bench.seminar("timetable", "--why", "mediation=2026-04-21")
    #expect(shown.status == 0)
    expectGolden(shown.transcript, "choices/why.txt")
    let never = try bench.seminar("timetable", "--why", "forensics=2026-04-14")
    #expect(never.status == 1)
    expectGolden(never.transcript, "choices/why-not.txt")
  }

  @Test func `a table has exactly as many sessions of a choice as it holds`() throws {
    let bench = try Self.course()
    let topics = [
      "cybercrime,2026-04-07,11:00", "corruption,2026-04-14,10:00", "statistics,2026-04-14,11:00",
      "mediation,2026-04-21,10:00",
    ]
    for (name, rows) in [("two", topics[..<2]), ("four", topics[...])] {
      try bench.write(plan(frame[0], frame[1]) + rows.map { "\($0)\n" }.joined(), to: "plan.csv")
      let checked = try bench.seminar("timetable", "--check", "plan.csv")
      #expect(checked.status == 1)
      expectGolden(checked.transcript, "choices/check-\(name).txt")
      #expect(try bench.seminar("publish", "--from", "plan.csv", "--dry-run").status == 1)
    }
    let three = [topics[1], topics[2], topics[3]].map { "\($0)\n" }.joined()
    try bench.write(plan(frame[0], frame[1]) + three, to: "plan.csv")
    let checked = try bench.seminar("timetable", "--check", "plan.csv")
    #expect(checked.status == 0, "\(checked.output)")
    #expect(checked.output.contains("Valid: no hard constraint is broken."))
    #expect(
      try bench.seminar("publish", "--from", "plan.csv", "--today", "2026-04-01").status == 0
    )
    #expect(try bench.text(of: "published/law-days/programme.csv").contains(",mediation,"))
    let without = [topics[0], topics[2], topics[3]].map { "\($0)\n" }.joined()
    let other = try Self.course()
    try other.write(plan(frame[0], frame[1]) + without, to: "plan.csv")
    let unmet = try other.seminar("timetable", "--check", "plan.csv")
    #expect(unmet.output.contains("'mediation' needs 'corruption', which is not in the file"))
  }

  @Test func `the published sessions stay as long as they can`() throws {
    let bench = try published()
    try bench.edit(
      "curricula/law-days.yaml",
      "constraints:\n",
      "constraints:\n  - {window: {of: cybercrime, from: 2026-04-14}, weight: 50}\n"
    )
    #expect(try bench.seminar("publish", "--today", "2026-04-01").status == 0)
    #expect(try bench.text(of: "published/law-days/programme.csv").contains(",cybercrime,"))
    let anew = try bench.seminar("publish", "--anew", "--today", "2026-04-01")
    #expect(anew.status == 0, "\(anew.error)")
    #expect(try bench.text(of: "published/law-days/programme.csv").contains(",mediation,"))
  }

  @Test func `when a trainer falls ill, one session is exchanged for another of its choice`()
    throws
  {
    let bench = try published()
    let ill = ["--away", "cy=2026-04-07", "--today", "2026-04-01"]
    expectGolden(
      try bench.command(["revise"] + ill).run().transcript,
      "choices/revise.txt"
    )
    expectGolden(
      try bench.command(["timetable", "--what-if"] + ill).run().transcript,
      "choices/what-if.txt"
    )
    #expect(try bench.command(["revise", "--accept"] + ill).run().status == 0)
    let calendar = try bench.text(of: "published/law-days/trainers/cy.ics")
    #expect(calendar.contains("STATUS:CANCELLED"))
    let table = try bench.text(of: "published/law-days/programme.csv")
    #expect(table.contains(",mediation,") && !table.contains(",cybercrime,"))
    // What has taken place is held in any case.
    let later = try bench.seminar("revise", "--away", "ann=2026-04-14", "--today", "2026-04-14")
    #expect(later.status == 0, "\(later.output)")
  }

  @Test func `another session can be asked for`() throws {
    let bench = try published()
    let shown = try bench.seminar(
      "revise",
      "--pin",
      "mediation=2026-04-21",
      "--today",
      "2026-04-01"
    )
    #expect(shown.status == 0, "\(shown.error)")
    #expect(shown.output.contains("'mediation' takes place instead."))
  }
}
