import Curricula
import SampleZones
import Testing

@testable import Coordination

@Suite struct ZoneChoiceTests {
  private func folder(_ files: [String: [UInt8]], path: String = "/tz") -> ZoneChoice.Folder {
    ZoneChoice.Folder(path: path, names: { files.keys.sorted() }, read: { files[$0] })
  }

  private func files(_ release: String, in name: String = "tzdata.zi") -> [String: [UInt8]] {
    let text = name == "tzdata.zi" ? "# version \(release)\nL Europe/London GB\n" : release + "\n"
    return [name: Array(text.utf8), "Europe/London": SampleZone("GMT0").bytes]
  }

  @Test(arguments: [
    ("2099a", "tzdata.zi", "2099a"), ("2099a", "+VERSION", "2099a"), ("2099a", "version", "2099a"),
    ("2001a", "tzdata.zi", "program"), ("unknown", "tzdata.zi", "program"),
  ])
  func `the system's rules count when they are known to be newer`(
    release: String,
    file: String,
    expected: String
  ) throws {
    let database = try ZoneChoice(named: nil, system: folder(files(release, in: file))).database
    let isProgram = database.origin == .program
    #expect((isProgram ? "program" : database.version) == expected)
  }

  @Test func `rules of the system that cannot be used are passed over`() throws {
    var files = files("2099a")
    files["Europe/London"] = Array("broken".utf8)
    #expect(try ZoneChoice(named: nil, system: folder(files)).database.origin == .program)
    #expect(try ZoneChoice(named: nil, system: nil).database.origin == .program)
  }

  @Test(arguments: ["2001a", "2099a", "unknown"])
  func `a folder that is named always counts`(release: String) throws {
    let named = folder(files(release), path: "/named")
    let choice = try ZoneChoice(named: named, system: folder(files("2098a")))
    #expect(choice.database.origin == .folder("/named"))
    #expect(choice.database.version == release)
  }

  @Test func `a named folder without a usable file is an error`() {
    for content in [[:], ["Europe/London": Array("broken".utf8)], ["README": []]] {
      #expect(throws: ZoneChoice.Fault.self) {
        try ZoneChoice(named: folder(content), system: folder(files("2099a")))
      }
    }
  }

  @Test func `a name that is only a link in the table is found`() throws {
    let database = try ZoneChoice(
      named: folder([
        "tzdata.zi": Array("# version 2099a\nL America/Bogota America/Santa_Fe\n".utf8),
        "America/Bogota": SampleZone("<-05>5").bytes,
      ]),
      system: nil
    ).database
    ZoneDatabase.$inUse.withValue(database) {
      #expect(Zone("America/Santa_Fe") != nil)
      #expect(Zone("America/Lima") == nil)
    }
  }

  @Test(arguments: [
    ("2031a", 2031, Observation.Level.ok), ("2031a", 2032, .ok), ("2031a", 2033, .warning),
    ("unknown", 2031, .note),
  ])
  func `zone rules grow old`(release: String, year: Int, level: Observation.Level) throws {
    let database = try ZoneChoice(named: folder(files(release)), system: nil).database
    #expect(database.observation(in: year).level == level)
  }
}
