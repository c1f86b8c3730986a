import Foundation
import GoldenFiles
import Testing

/// What `seminar curriculum` shows.
@Suite struct CurriculumTests {
  @Test func `a curriculum is shown for reading, with its gaps`() throws {
    let ended = try Workbench.joinery().seminar("curriculum")
    #expect(ended.status == 0)
    expectGolden(ended.transcript, "curriculum.txt")
  }

  @Test(arguments: ["html", "json", "svg"])
  func `other forms are for browsers and programs`(form: String) throws {
    let bench = try Workbench.joinery()
    let ended = try bench.seminar("curriculum", "joinery", "--format", form)
    #expect(ended.status == 0)
    #expect(ended.error == "")
    switch form {
    case "html": #expect(ended.output.hasPrefix("<!doctype html>"))
    case "svg": #expect(ended.output.hasPrefix("<svg"))
    default: #expect(ended.output.contains("\"format\" : \"seminar-curriculum\""))
    }
  }

  @Test func `a file is written, and replaced only with --force`() throws {
    let bench = try Workbench.joinery()
    let write = ["curriculum", "--format", "html", "--output", "page.html"]
    #expect(try bench.command(write).run().status == 0)
    #expect(try bench.text(of: "page.html").contains("Evening course in joinery"))
    #expect(try bench.command(write).run().status == 73)
    #expect(try bench.command(write + ["--force"]).run().status == 0)
  }

  @Test
  func `the curriculum of this repository has 42 outcomes, and no theme or outcome is untested`()
    throws
  {
    let bench = try Workbench()
    let ended = try bench.seminar(
      "curriculum",
      "--workspace",
      Workbench.package,
      "--format",
      "json"
    )
    #expect(ended.status == 0, "\(ended.error)")
    let document = try JSONSerialization.jsonObject(with: Data(ended.output.utf8))
    let object = try #require(document as? [String: Any])
    let modules = try #require(object["modules"] as? [[String: Any]])
    let outcomes = modules.flatMap { $0["outcomes"] as? [[String: Any]] ?? [] }
    #expect(outcomes.count == 42)
    #expect(modules.allSatisfy { ($0["readings"] as? [Any])?.isEmpty == false })
    #expect(object["gaps"] as? [String] == [])
  }
}
