import Foundation
import GoldenFiles
import Testing

/// What `seminar progress` shows, and how it refuses.
@Suite struct ProgressTests {
  private static func bench() throws -> Workbench {
    let bench = try ScoresTests.recorded()
    try bench.edit(
      "curricula/joinery.yaml",
      "constraints:\n",
      "pass: {minimum: 60, quizzes: [tools]}\nconstraints:\n"
    )
    return bench
  }

  /// A transcript without the present time.
  private static func transcript(_ ended: Program.Ended) -> String {
    ended.transcript.replacing(/\w+day \d+ \w+ \d{4}, \d\d:\d\d, New York time/, with: "NOW")
      .replacing(/"time" : "[^"]+"/, with: "\"time\" : \"NOW\"")
  }

  @Test(arguments: ["text", "csv", "json", "html"])
  func `progress is shown in every form`(form: String) throws {
    let ended = try Self.bench().seminar("progress", "--format", form)
    #expect(ended.status == 0)
    expectGolden(Self.transcript(ended), "progress.\(form == "text" ? "txt" : form)")
  }

  @Test(arguments: [["--participant", "p01"], ["--quiz", "tools"], ["--week", "1"]])
  func `one participant or one quiz is shown in full`(words: [String]) throws {
    let bench = try Self.bench()
    let name = words.joined().replacing("--", with: "")
    for form in ["text", "csv", "json", "html"] {
      let ended = try bench.command(["progress"] + words + ["--format", form]).run()
      #expect(ended.status == 0, "\(ended.error)")
      if form == "text" { expectGolden(Self.transcript(ended), "progress-\(name).txt") }
    }
  }

  @Test func `progress for research names nobody`() throws {
    let bench = try Self.bench()
    let words = ["progress", "--anonymous", "--format", "csv"]
    let tables = try [words, words].map { try bench.command($0).run() }
    for ended in tables {
      #expect(ended.status == 0)
      #expect(ended.output.hasPrefix("participant,group,"))
      for text in ["Ana", "王"] { #expect(!ended.output.contains(text)) }
      // A random name may begin like an identifier by chance.
      #expect(ended.output.firstMatch(of: /\bp0[0-9]\b/) == nil)
    }
    let names = tables.map { ended in
      Set(ended.output.split(separator: "\r\n").dropFirst().map { $0.prefix { $0 != "," } })
    }
    #expect(names[0].count == names[1].count)
    #expect(names[0].isDisjoint(with: names[1]))
    for words in [[], ["--format", "json"], ["--format", "csv", "--participant", "p01"]] {
      #expect(try bench.command(["progress", "--anonymous"] + words).run().status == 64)
    }
  }

  @Test func `what does not exist is refused with a remedy`() throws {
    let bench = try Self.bench()
    let refused = try [
      ["--participant", "p33"], ["--week", "9"], ["--quiz", "joints"], ["--quiz", "nothing"],
      ["--group", "C"], ["--participant", "p01", "--week", "1"], ["carpentry"],
    ].map { try bench.command(["progress"] + $0).run().transcript }
    expectGolden(refused.joined(separator: "\n"), "progress-refused.txt")
  }

  @Test func `without a record everybody's progress is empty, and nothing is created`() throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    let ended = try bench.seminar("progress")
    #expect(ended.status == 0)
    #expect(ended.output.contains("There are no participants"))
    #expect(try bench.contents() == before)
  }

  @Test func `an excuse is given, listed and taken back`() throws {
    let bench = try Self.bench()
    let given = try bench.seminar(
      "roster",
      "override",
      "p02",
      "--quiz",
      "tools",
      "--excuse",
      "--reason",
      "on mission"
    )
    #expect(given.output == "p02 gets an excuse at joinery/tools\n")
    #expect(try bench.seminar("roster", "override").output.contains("an excuse"))
    #expect(try bench.seminar("progress", "--format", "csv").output.contains(",excused,"))
    let back = try bench.seminar(
      "roster",
      "override",
      "p02",
      "--quiz",
      "tools",
      "--no-excuse",
      "--reason",
      "is back"
    )
    #expect(back.output == "p02 gets no excuse any more at joinery/tools\n")
    #expect(!(try bench.seminar("progress", "--format", "csv").output.contains(",excused,")))
  }

  @Test func `the rule is published with the timetable, and again when it changes`() throws {
    let bench = try Self.bench()
    let words = "The rule for passing applies from now on"
    #expect(try bench.seminar("publish").output.contains(words))
    #expect(try !bench.seminar("publish").output.contains(words))
    try bench.edit("curricula/joinery.yaml", "{minimum: 60,", "{minimum: 70,")
    #expect(try bench.seminar("progress").output.contains("has another rule"))
    #expect(try bench.seminar("publish").output.contains(words))
    #expect(try bench.seminar("markbook", "verify").status == 0)
  }

  @Test func `dates of exceptions are those of the programme's zone`() throws {
    let bench = try Self.bench()
    let day = try bench.seminar(
      "roster",
      "override",
      "p01",
      "--closes",
      "2026-12-24",
      "--reason",
      "was ill"
    )
    #expect(
      day.output
        == "p01 gets a new closing time (Friday 25 December 2026, 00:00, New York time) "
        + "at all quizzes\n"
    )
    let time = try bench.seminar(
      "roster",
      "override",
      "p01",
      "--opens",
      "2026-12-24 18:00",
      "--extra-time",
      "1,5",
      "--reason",
      "was ill"
    )
    #expect(time.output.contains("1.5 times the time"))
    #expect(time.output.contains("(Thursday 24 December 2026, 18:00, New York time)"))
  }
}
