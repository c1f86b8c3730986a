import Curricula
import Diagnostics
import Foundation
import Publishing
import Testing
import Timetabling

/// Names that try to be more than names, in every place where a curriculum has one.
@Suite struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "&lt;b&gt; &#60;script&#62;",
    "]]> --> <!-- {{title}} ${title}",
    "Opening\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
    "a\r\nb\u{2028}c\u{85}d\u{0}e",
    "=HYPERLINK(\"http://example.org\")",
    "one\",\"two\";three\tfour",
    "مقدمة \u{202E}في سيادة\u{202C} القانون",
    "联合国预防犯罪和刑事司法方案",
    "👩🏽‍⚖️ e\u{301}\u{301}\u{301} 🇦🇹",
    String(repeating: "long ", count: 60),
    String(repeating: "Ü", count: 300),
  ]

  private func publication(named text: String) throws -> Publication {
    var curriculum = try Sample.problem().curriculum
    curriculum.title = text
    curriculum.place = text
    curriculum.proposal = text
    for index in curriculum.sessions.indices { curriculum.sessions[index].title = text }
    for index in curriculum.trainers.indices { curriculum.trainers[index].name = text }
    for index in curriculum.rooms.indices { curriculum.rooms[index].name = text }
    for index in curriculum.groups.indices { curriculum.groups[index].name = text }
    for index in curriculum.modules.indices { curriculum.modules[index].title = text }
    return try Sample.publication(of: Problem(curriculum))
  }

  private func files(named text: String) throws -> [Publication.File] {
    let publication = try publication(named: text)
    let revision = Revision(publication, number: 1, published: Date(timeIntervalSince1970: 0))
    return publication.files([revision])
  }

  @Test(arguments: texts)
  func `pages keep their elements whatever names say`(text: String) throws {
    let plain = try files(named: "plain").filter { $0.path.hasSuffix(".html") }
    let hostile = try files(named: text).filter { $0.path.hasSuffix(".html") }
    try #require(plain.count == hostile.count)
    for (plain, hostile) in zip(plain, hostile) {
      #expect(tags(plain.text) == tags(hostile.text), "\(hostile.path)")
    }
  }

  @Test(arguments: texts)
  func `the picture has only its own elements`(text: String) throws {
    let picture = try publication(named: text).svg()
    #expect(
      Set(tags(picture).map { $0.replacing("/", with: "") }) == [
        "svg", "title", "g", "rect", "text",
      ]
    )
    #expect(!picture.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(arguments: texts)
  func `the table keeps its rows and columns`(text: String) throws {
    let written = try #require(publication(named: text).csv())
    let table = try Table.parse(SourceText(file: "programme.csv", text: written))
    #expect(table.columns.count == 19)
    #expect(table.rows.count == 6)
  }

  @Test(arguments: texts)
  func `calendars keep their events`(text: String) throws {
    for file in try files(named: text) where file.path.hasSuffix(".ics") {
      let events = try CalendarReader(file.text).events
      #expect(!events.contains { $0["UID"]?.value == "evil" })
      if file.path == "programme.ics" { #expect(events.count == 6) }
    }
  }

  @Test(arguments: texts)
  func `data can be read back`(text: String) throws {
    let data = Data(try publication(named: text).json().utf8)
    let read = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((read["title"] as? String)?.isEmpty == false)
    #expect(read["curriculum"] as? String == "sample-programme")
  }

  @Test(arguments: texts)
  func `the text stays within its width and rewrites nothing`(text: String) throws {
    let shown = try publication(named: text).text(width: 80)
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!shown.unicodeScalars.contains { $0.isHarmful })
  }
}
