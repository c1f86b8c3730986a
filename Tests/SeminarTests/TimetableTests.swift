import Foundation
import GoldenFiles
import Testing

@Suite struct TimetableTests {
  static let forms = ["text", "csv", "json", "ics", "html", "svg"]

  @Test(arguments: forms)
  func `a timetable is shown in every form`(form: String) throws {
    let timetable = try Workbench.joinery().seminar("timetable", "--format", form)
    #expect(timetable.status == 0)
    #expect(timetable.error == "")
    // The rules of zones come with the toolchain, and how pages look is tested where they are made.
    let text = timetable.output
      .replacing(/"zoneRules": "[^"]*"/, with: "\"zoneRules\": \"2026x\"")
      .replacing(/(Rules of time zone[s:\s]+)20[0-9]{2}[a-z]/) { "\($0.1)2026x" }
      .replacing(/(?s)<style>.*<\/style>/, with: "<style>…</style>")
    expectGolden(text, "timetable.\(form == "text" ? "txt" : form)")
  }

  @Test(arguments: forms)
  func `same file, same seed: same bytes in every locale and time zone`(form: String) throws {
    let bench = try Workbench.joinery()
    let plain = try bench.seminar("timetable", "--format", form, "--seed", "7").output
    let places = [
      ["LANG": "C", "TZ": "Pacific/Kiritimati"],
      ["LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"],
      ["LANG": "ar_EG.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu", "LINES": "5"],
    ]
    for place in places {
      let again = try bench.seminar(
        "timetable",
        "--format",
        form,
        "--seed",
        "7",
        environment: place
      )
      #expect(again.output == plain)
    }
  }

  @Test func `a curriculum is named, or its file, or it is standard input`() throws {
    let bench = try Workbench.joinery()
    let only = try bench.seminar("timetable", "--format", "csv").output
    #expect(only.split(separator: "\r\n").count == 7)
    #expect(try bench.seminar("timetable", "joinery", "--format", "csv").output == only)
    let path = "curricula/joinery.yaml"
    #expect(try bench.seminar("timetable", path, "--format", "csv").output == only)
    let text = try bench.text(of: path)
    #expect(try bench.seminar("timetable", "-", "--format", "csv", input: text).output == only)
  }

  @Test func `of several curricula one must be named`() throws {
    let bench = try Workbench.joinery()
    let text = try bench.text(of: "curricula/joinery.yaml")
    let later = text.replacing("2026-", with: "2027-")
      .replacing("curriculum: joinery", with: "curriculum: later")
    try bench.write(later, to: "curricula/later.yaml")
    expectGolden(try bench.seminar("timetable").transcript, "timetable-several.txt")
    #expect(try bench.seminar("timetable", "later").status == 0)
  }

  @Test func `another first day moves the programme`() throws {
    let bench = try Workbench.joinery()
    let later = try bench.seminar("timetable", "--starts", "2027-05-04", "--format", "csv")
    #expect(later.status == 0)
    #expect(later.output.contains("2027-05-04T10:00:00-04:00"))
    #expect(later.output.contains("2027-05-18T"))
  }

  @Test func `a curriculum that cannot be laid out has exit status 1, and no calendar`() throws {
    let bench = try Workbench.joinery()
    try bench.edit("curricula/joinery.yaml", "weeks: 3", "weeks: 2")
    let text = try bench.seminar("timetable")
    #expect(text.status == 1)
    let json = try bench.seminar("timetable", "--format", "json")
    #expect(json.status == 1)
    #expect(json.output.contains("\"status\": \"infeasible\""))
    let before = try bench.contents()
    let calendar = try bench.seminar("timetable", "--format", "ics", "--output", "course.ics")
    #expect(calendar.status == 1)
    #expect(calendar.output == "")
    #expect(calendar.error.contains("there is no timetable to write as ics"))
    #expect(try bench.contents() == before)
  }

  @Test func `the timetable is written to a file, and replaced only by force`() throws {
    let bench = try Workbench.joinery()
    let shown = try bench.seminar("timetable", "--format", "html").output
    let written = try bench.seminar("timetable", "--format", "html", "--output", "course.html")
    #expect(written.transcript == "─── exit status 0 ───\n")
    #expect(try bench.text(of: "course.html") == shown)

    let before = try bench.contents()
    let refused = try bench.seminar("timetable", "-o", "course.html")
    expectGolden(refused.transcript, "output-exists.txt")
    #expect(try bench.contents() == before)

    let forced = try bench.seminar("timetable", "--format", "csv", "-o", "course.html", "--force")
    #expect(forced.status == 0)
    #expect(try bench.text(of: "course.html").hasPrefix("week,date,"))
    #expect(try bench.contents().keys.filter { $0.hasPrefix(".") } == [])
  }

  @Test func `a link is followed when the file behind it is replaced`() throws {
    let bench = try Workbench.joinery()
    try bench.write("old", to: "real.csv")
    try FileManager.default.createSymbolicLink(
      atPath: bench.path("link.csv"),
      withDestinationPath: "real.csv"
    )
    let command = ["timetable", "--format", "csv", "--output", "link.csv"]
    #expect(try bench.command(command).run().status == 73)
    #expect(try bench.command(command + ["--force"]).run().status == 0)
    #expect(try bench.text(of: "real.csv").hasPrefix("week,date,"))
    #expect(try bench.contents()["link.csv"]?.kind == .typeSymbolicLink)
  }

  @Test func `a device is written to and not replaced`() throws {
    let bench = try Workbench.joinery()
    let written = try bench.seminar("timetable", "--output", "/dev/null", "--force")
    #expect(written.status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func `an output of - is standard output`() throws {
    let bench = try Workbench.joinery()
    let before = try bench.contents()
    let shown = try bench.seminar("timetable").output
    #expect(try bench.seminar("timetable", "--output", "-").output == shown)
    #expect(try bench.contents() == before)
  }
}
