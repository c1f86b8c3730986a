import Foundation
import PseudoTerminal
import Testing

/// An edition that has ended, in a file of its own.
@Suite struct ArchiveCommandTests {
  /// A programme that was published and sat, with a participant of another programme.
  private func ended() throws -> Workbench { try Self.endedEdition.copy() }

  private static let endedEdition = MadeWorkbench {
    let bench = try Workbench.joinery()
    #expect(try bench.seminar("publish", "--today", "2026-03-24").status == 0)
    try bench.enroll("id,name,programme\np01,Ana,joinery/2026\np02,Bo,joinery/2027\n")
    _ = try bench.seminar("quiz", "tools", "--as", "p01", input: "a\n:quit\n")
    return bench
  }

  /// What a command shows of the edition, without the head, which every markbook has its own of.
  private func lines(of ended: Program.Ended) -> [Substring] {
    ended.output.split(separator: "\n").filter { !$0.contains("p02") && !$0.hasPrefix("head:") }
  }

  @Test func `an archive is read by the commands as the markbook is`() throws {
    let bench = try ended()
    let commands = [
      ["scores", "--format", "csv"], ["progress", "--format", "csv"], ["revisions"],
      ["certificates", "--format", "csv"], ["markbook", "attempts"],
    ]
    let before = try commands.map { try bench.command($0).run() }
    let archived = try bench.seminar("markbook", "archive", "2026")
    #expect(archived.status == 0, "\(archived.error)")
    let file = "markbook-joinery-2026.sqlite"
    #expect(archived.output.hasPrefix("Archived joinery/2026 in \(file): "))
    #expect(archived.output.contains("1 attempt, 1 participant; every hash was verified."))
    #expect(archived.output.contains("--markbook \(file)"))
    for (command, there) in zip(commands, before) {
      let here = try bench.command(command + ["--markbook", file]).run()
      #expect(here.status == there.status, "\(command): \(here.error)")
      #expect(lines(of: here).elementsEqual(lines(of: there)), "\(command)")
    }
    let verified = try bench.seminar("markbook", "verify", "--markbook", file)
    #expect(verified.status == 0, "\(verified.output)")
    #expect(try bench.seminar("roster", "list", "--format", "csv").output.contains("p02"))
  }

  @Test func `it is reported as a document, and replaced only when that is wanted`() throws {
    let bench = try ended()
    let words = ["markbook", "archive", "--curriculum", "joinery/2026", "-o", "old.sqlite"]
    let report = try bench.command(words + ["--format", "json"]).run()
    let object = try JSONSerialization.jsonObject(with: Data(report.output.utf8))
    let document = try #require(object as? [String: Any])
    #expect(document["format"] as? String == "seminar-archive")
    #expect(document["edition"] as? String == "2026")
    #expect(document["attempts"] as? Int == 1)
    #expect((document["heads"] as? [String])?.count == 1)
    let again = try bench.command(words).run()
    #expect(again.status == 73 && again.error.contains("--force"))
    #expect(try bench.command(words + ["--force"]).run().status == 0)
    let merged = try bench.seminar("markbook", "merge", "old.sqlite")
    #expect(merged.status == 65)
    #expect(merged.error.contains("it is the archive of an edition"))
    let forgotten = try bench.seminar("markbook", "forget", "p01", "--yes")
    #expect(forgotten.output.contains("old.sqlite"))
  }

  @Test func `an edition with sessions to come is not archived`() throws {
    let bench = try ended()
    let started = try bench.seminar("edition", "start", "2099", "--starts", "2099-03-24")
    #expect(started.status == 0, "\(started.error)")
    let before = try bench.contents()
    let refused = try bench.seminar("markbook", "archive", "2099")
    #expect(refused.status == 77)
    #expect(refused.error.contains("'joinery/2099' has sessions until"))
    #expect(try bench.contents() == before)
  }

  @Test func `a self-paced edition is archived only once its file is gone`() throws {
    let bench = try ended()
    try bench.write(
      """
      curriculum: courses
      title: Courses
      edition: summer
      pace: self
      modules:
        - {id: saws, title: Saws}

      """,
      to: "curricula/courses.yaml"
    )
    let refused = try bench.seminar("markbook", "archive", "summer")
    #expect(refused.status == 77)
    #expect(refused.error.contains("'courses/summer' is self-paced and has no last day"))
    #expect(refused.error.contains("move its file out of 'curricula' first"))
    try FileManager.default.removeItem(atPath: bench.path("curricula/courses.yaml"))
    #expect(try bench.seminar("markbook", "archive", "summer").status == 66)
  }

  @Test(arguments: [
    (["2062"], 66, "there is no edition '2062'"), ([], 64, "no edition is named"),
    (["2026", "--output", "-"], 64, "cannot be written to standard output"),
    (["2026", "--output", "markbook.sqlite", "--force"], 64, "this is the markbook itself"),
    (["2026", "--markbook", "none.sqlite"], 66, "there is no markbook here"),
  ])
  func `what cannot be archived is said, and nothing is written`(
    arguments: [String],
    status: Int32,
    words: String
  ) throws {
    let bench = try ended()
    let before = try bench.contents()
    let refused = try bench.command(["markbook", "archive"] + arguments).run()
    #expect(refused.status == status)
    #expect(refused.output == "")
    #expect(refused.error.contains(words), "\(refused.error)")
    #expect(try bench.contents() == before)
  }

  @Test func `a name that two curricula have is asked for in full`() throws {
    let bench = try ended()
    let other = try bench.text(of: "curricula/joinery.yaml")
      .replacing("curriculum: joinery", with: "curriculum: turning")
    try bench.write(other, to: "curricula/turning.yaml")
    let refused = try bench.seminar("markbook", "archive", "2026")
    #expect(refused.status == 64)
    #expect(refused.error.contains("joinery/2026, turning/2026"))
    #expect(try bench.seminar("markbook", "archive", "joinery/2026").status == 0)
    let empty = try bench.seminar("markbook", "archive", "turning/2026")
    #expect(empty.status == 66)
    #expect(empty.error.contains("nothing has been recorded of 'turning/2026'"))
  }
}
