import Foundation
import GoldenFiles
import PseudoTerminal
import Testing

/// Repairs that are written into the file of the curriculum.
@Suite struct ApplyTests {
  /// A programme that cannot be laid out, as somebody writes it: with comments, quotation marks, lists on
  /// one line and on several.
  private static let closedOut = """
    # A course that meets a holiday.
    curriculum: closed-out
    title: "Closed out"
    zone: Europe/Vienna
    starts: 2026-03-02
    weeks: 3

    blocks:
    - {every: Monday, from: '10:00', to: '12:00'}   # the only room is free then
    groups:
    - {id: g, name: Group, size: 20}
    trainers:
    - id: ann
      name: "Ann O'Hara"
      # as she wrote in January
      only:
      - 2026-03-02
      - 2026-03-09   # not sure
    calendar:
    - closed: {from: 2026-03-01, to: 2026-03-20}
      name: Feast

    # One module is enough.
    modules:
    - id: m
      title: M
      sessions:
      - {id: a, title: A, minutes: 60, trainers: [ann]}

    """

  private static let small = """
    curriculum: small
    title: Small
    zone: Europe/Berlin
    starts: 2026-09-07
    weeks: 2
    blocks:
      - {every: Monday, from: 09:00, to: 12:00}
    groups:
      - {id: a, name: A, size: 5}
    rooms:
      - {id: r, name: Room, seats: 4}
    trainers:
      - {id: t, name: T, zone: Europe/Berlin, remote: true}
    modules:
      - id: m
        title: M
        sessions:
          - {id: s1, title: S1, minutes: 60}
          - id: s2
            title: S2
            minutes: 60
            trainers: [t]
    constraints:
      - seats: s2
        weight: 1

    """

  private static let shared = """
    curriculum: shared
    title: Shared
    zone: Europe/Berlin
    starts: 2026-09-07
    weeks: 1
    blocks: [{every: Monday, from: 09:00, to: 10:00}]
    groups: [{id: a, name: A, size: 5}, {id: b, name: B, size: 5}]
    rooms: [{id: online, name: "Online", features: [video-link]}]
    modules:
      - id: m
        title: M
        sessions:
          - {id: s1, title: S1, minutes: 60, groups: [a], rooms: [online]}
          - {id: s2, title: S2, minutes: 60, groups: [b]}

    """

  private static let pinned = """
    curriculum: pinned
    title: Pinned
    zone: Europe/Berlin
    starts: 2026-09-07
    weeks: 2
    blocks:
      - every: Monday
        from: 09:00
        to: 12:00
    groups:
      - {id: a, name: A, size: 5}
    modules:
      - id: m
        title: M
        sessions:
          - {id: s1, title: S1, minutes: 120}
          - {id: s2, title: S2, minutes: 90, needs: [s1]}
    constraints:
      - together: {of: each module, in: day}
      - pin: {session: s1, at: 2026-09-07T10:00}   # the minister comes
      - window: {of: s2, until: 2026-09-08}

    """

  /// A series whose second session meets a day on which its trainer is away.
  private static let series = """
    curriculum: series
    title: Series
    zone: Europe/Berlin
    starts: 2026-03-02
    weeks: 3
    blocks:
      - {every: [Monday, Tuesday], from: 09:00, to: 10:00}
    groups:
      - {id: a, name: A, size: 5}
    trainers:
      - {id: t, name: T, away: [2026-03-09]}
      - {id: u, name: U}
    modules:
      - id: m
        title: M
        sessions:
          - {id: x, title: X, minutes: 60, every: Monday, trainers: [t]}
          - {id: y, title: Y, minutes: 60, trainers: [u]}

    """

  private func bench(_ text: String) throws -> Workbench {
    let bench = try Workbench()
    try bench.write(text, to: "curricula/it.yaml")
    return bench
  }

  /// The codes of the repairs, and the sentences of those that have none.
  private func codes(_ bench: Workbench) throws -> (codes: [String], byHand: [String]) {
    let shown = try bench.seminar("timetable", "--format", "json")
    #expect(shown.status == 1)
    let data = Data(shown.output.utf8)
    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let repairs = document?["repairs"] as? [[String: Any]] ?? []
    return (
      repairs.compactMap { $0["code"] as? String },
      repairs.filter { $0["code"] as? String == nil }.compactMap { $0["change"] as? String }
    )
  }

  @Test(arguments: [closedOut, small, shared, pinned, series])
  func `every repair that is shown can be applied, and then there is a timetable`(
    text: String
  ) throws {
    let (codes, byHand) = try codes(bench(text))
    #expect(!codes.isEmpty)
    #expect(byHand == [])
    for code in codes {
      let bench = try bench(text)
      let applied = try bench.seminar("timetable", "--apply", code, "--yes")
      #expect(applied.status == 0, "\(applied.transcript)")
      #expect(try bench.text(of: "curricula/it.yaml.before-\(code)") == text)
      let after = try bench.seminar("timetable")
      #expect(after.status == 0, "\(applied.output)\n\(after.transcript)")
    }
  }

  @Test func `a member of a series is moved under its members, with the others where they are`()
    throws
  {
    let shown = try bench(Self.series).seminar("timetable").output
    #expect(shown.contains("let 'x@2' also be held on 10 March 2026"))
    let line = "{id: x, title: X, minutes: 60, every: Monday, trainers: [t]"
    #expect(shown.contains("+       - \(line), members: {2: {on: 2026-03-10}}}"))
    #expect(shown.contains("+       - \(line), members: {2: {trainers: []}}}"))
    #expect(!shown.contains("make this change yourself"))
  }

  @Test func `each repair is shown with the lines that change`() throws {
    expectGolden(try bench(Self.closedOut).seminar("timetable").transcript, "apply/repairs.txt")
  }

  @Test func `comments, order and quotation marks stay`() throws {
    let bench = try bench(Self.closedOut)
    let code = try #require(codes(bench).codes.first)
    expectGolden(
      try bench.seminar("timetable", "--apply", code.uppercased(), "--yes").transcript,
      "apply/applied.txt"
    )
    let lines = try bench.text(of: "curricula/it.yaml").split(separator: "\n")
    let kept = Self.closedOut.split(separator: "\n").filter(lines.contains)
    #expect(kept.count >= Self.closedOut.split(separator: "\n").count - 1)
    #expect(try bench.seminar("check").status == 0)
  }

  @Test func `a file that has changed since is refused, and left alone`() throws {
    let bench = try bench(Self.closedOut)
    let code = try #require(codes(bench).codes.first)
    try bench.edit("curricula/it.yaml", "title: \"Closed out\"", "title: Closed")
    let before = try bench.contents()
    let refused = try bench.seminar("timetable", "--apply", code, "--yes")
    #expect(refused.status == 65)
    #expect(refused.error.contains("has changed since the code '\(code)' was shown"))
    #expect(try bench.contents() == before)
  }

  @Test(arguments: ["k3f9", "uuuu-uuuu", "", "0000-0000-0000"])
  func `what is not a code is refused`(code: String) throws {
    let bench = try bench(Self.closedOut)
    let refused = try bench.seminar("timetable", "--apply", code, "--yes")
    #expect(refused.status == 64)
    #expect(refused.error.contains("is not the code of a change"))
  }

  @Test func `without a terminal nothing is asked and nothing is changed`() throws {
    let bench = try bench(Self.closedOut)
    let code = try #require(codes(bench).codes.first)
    let before = try bench.contents()
    let refused = try bench.seminar("timetable", "--apply", code)
    #expect(refused.status == 64)
    #expect(refused.error.contains("add '--yes'"))
    #expect(try bench.contents() == before)
  }

  @Test(arguments: ["yes", "no"])
  func `at a terminal the change is asked for`(answer: String) throws {
    let bench = try bench(Self.closedOut)
    let code = try #require(codes(bench).codes.first)
    let terminal = try bench.sit(["timetable", "--apply", code])
    try terminal.wait(for: "(yes or no): ")
    terminal.type(answer, .enter)
    #expect(try terminal.waitForExit() == .exited(0))
    let isChanged = try bench.text(of: "curricula/it.yaml") != Self.closedOut
    #expect(isChanged == (answer == "yes"))
    #expect(
      terminal.transcript.contains(answer == "yes" ? "The old file is" : "Nothing was changed")
    )
  }

  @Test func `who could read the file still can, and a link stays`() throws {
    let bench = try bench(Self.closedOut)
    let manager = FileManager.default
    try manager.setAttributes(
      [.posixPermissions: 0o664],
      ofItemAtPath: bench.path("curricula/it.yaml")
    )
    try manager.moveItem(
      atPath: bench.path("curricula/it.yaml"),
      toPath: bench.path("it.yaml")
    )
    try manager.createSymbolicLink(
      atPath: bench.path("curricula/it.yaml"),
      withDestinationPath: "../it.yaml"
    )
    let code = try #require(codes(bench).codes.first)
    #expect(try bench.seminar("timetable", "--apply", code, "--yes").status == 0)
    let contents = try bench.contents()
    #expect(contents["curricula/it.yaml"]?.kind == .typeSymbolicLink)
    #expect(contents["it.yaml"]?.permissions == 0o664)
    #expect(try bench.text(of: "it.yaml") != Self.closedOut)
  }

  @Test func `a programme that can be laid out has nothing to repair`() throws {
    let bench = try Workbench.joinery()
    let text = try bench.text(of: "curricula/joinery.yaml")
    let other = try self.bench(Self.closedOut)
    let code = try #require(codes(other).codes.first)
    let refused = try bench.seminar("timetable", "--apply", code, "--yes")
    #expect(refused.status == 65)
    #expect(try bench.text(of: "curricula/joinery.yaml") == text)
  }

  @Test func `a repair of a revision is written into the file too`() throws {
    let bench = try Workbench.joinery()
    #expect(try bench.seminar("publish").status == 0)
    let revise = [
      "revise", "--away", "otto=2026-03-31", "--pin", "glues=2026-03-31", "--today", "2026-03-25",
    ]
    let shown = try bench.command(revise).run()
    let code = try #require(shown.output.firstMatch(of: /code (\S+)/)?.1)
    let byHand = "(make this change yourself: it comes from --pin glues=2026-03-31)"
    #expect(shown.output.contains(byHand))
    let applied = try bench.command(revise + ["--apply", String(code), "--yes"]).run()
    #expect(applied.status == 0)
    #expect(try bench.command(revise).run().status == 0)
  }
}
