import Foundation
import SampleZones
import Testing

@Suite struct ZoneRulesTests {
  private let curriculum = """
    curriculum: v
    title: V
    zone: America/New_York
    starts: 2026-12-01
    weeks: 1
    blocks: [{on: 2026-12-01, from: 10:00, to: 12:00}]
    groups: [{id: g, name: G, size: 5}]
    trainers:
      - {id: t, name: T. Example, zone: America/Vancouver, hours: {from: 08:00, to: 20:00}}
    modules: [{id: m, title: M, sessions: [{id: s1, title: One, minutes: 60, trainers: [t]}]}]

    """

  /// A workspace beside a folder of rules by which British Columbia keeps its summer time.
  private func bench(release: String = "2099a") throws -> (Workbench, [String: String]) {
    let bench = try Workbench()
    try bench.write(curriculum, to: "curricula/v.yaml")
    try bench.write("# version \(release)\n", to: "tz/tzdata.zi")
    for (name, rule) in [
      ("America/New_York", "EST5EDT,M3.2.0,M11.1.0"), ("America/Vancouver", "MST7"),
    ] {
      let file = URL(fileURLWithPath: bench.path("tz/\(name)"))
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(SampleZone(rule).bytes).write(to: file)
    }
    return (bench, ["SEMINAR_TZDATA": bench.path("tz")])
  }

  @Test func `trainers' clocks go by the folder that is named`() throws {
    let (bench, rules) = try bench()
    let shown = try bench.command(["timetable", "v"], environment: rules).run()
    #expect(shown.status == 0)
    #expect(shown.output.contains("08:00"))
    // With the older rules it would be seven o'clock there, too early to teach.
    let page = try bench.command(["timetable", "--format", "html"], environment: rules).run()
    #expect(page.output.contains("Rules of time zones: 2099a."))
    let calendar = try bench.command(["timetable", "--format", "ics"], environment: rules).run()
    #expect(calendar.output.contains("Rules of time zones: 2099a."))
  }

  @Test func `the rules are named wherever it is asked`() throws {
    let (bench, rules) = try bench()
    for words in [["--version"], ["doctor"], ["check", "--all"]] {
      let shown = try bench.command(words, environment: rules).run()
      let all = shown.output + shown.error
      #expect(all.contains("2099a, from \(bench.path("tz"))"), "\(words)")
    }
  }

  @Test func `a folder that cannot be used is an error`() throws {
    let (bench, _) = try bench()
    let missing = try bench.command(["check"], environment: ["SEMINAR_TZDATA": "/nowhere"]).run()
    #expect(missing.status == 66)
    let words = "the folder '/nowhere', which SEMINAR_TZDATA names, does not exist"
    #expect(missing.error.contains(words))
    let other = ["SEMINAR_TZDATA": bench.path("curricula")]
    let unusable = try bench.command(["check"], environment: other).run()
    #expect(unusable.status == 65)
    #expect(unusable.error.contains("there is no file of a time zone in it"))
  }
}
