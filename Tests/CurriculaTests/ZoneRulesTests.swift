import Diagnostics
import Foundation
import SampleZones
import Testing

@testable import Curricula

@Suite struct ZoneChangesTests {
  private func changes(_ zone: SampleZone) throws -> ZoneChanges { try ZoneChanges(zone.bytes) }

  /// Seconds since 1970 of a moment in UTC.
  private func utc(_ text: String) throws -> Int {
    Int(try Date(text, strategy: .iso8601).timeIntervalSince1970)
  }

  @Test(arguments: [1, 2, 3, 4])
  func `listed changes count in every version`(version: Int) throws {
    var zone = SampleZone("<+03>-3")
    zone.version = version
    zone.first = 3600
    zone.changes = [(1000, 7200), (2000, 10800)]
    let read = try changes(zone)
    #expect(
      [-5, 999, 1000, 1999, 2000, 999_999].map(read.offset) == [
        3600, 3600, 7200, 7200, 10800, 10800,
      ]
    )
    #expect(read.nextChange(after: 0) == 1000)
    #expect(read.nextChange(after: 1000) == 2000)
    #expect(read.nextChange(after: 2000) == nil)
  }

  @Test(arguments: [
    ("EST5EDT,M3.2.0,M11.1.0", "2040-03-11T06:59:59Z", -18000),
    ("EST5EDT,M3.2.0,M11.1.0", "2040-03-11T07:00:00Z", -14400),
    ("EST5EDT,M3.2.0,M11.1.0", "2040-11-04T05:59:59Z", -14400),
    ("EST5EDT,M3.2.0,M11.1.0", "2040-11-04T06:00:00Z", -18000),
    // Ireland calls its winter time the exception.
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2040-01-01T12:00:00Z", 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2040-07-01T12:00:00Z", 3600),
    // The half hour of Lord Howe Island, in the southern summer.
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2041-01-01T00:00:00Z", 39600),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2041-07-01T00:00:00Z", 37800),
    // Hours before and after the day, as in Nuuk.
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-03-25T00:59:59Z", -7200),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-03-25T01:00:00Z", -3600),
    // Summer time all the year.
    ("XXX3EDT4,0/0,J365/23", "2040-12-31T23:30:00Z", -14400),
    ("XXX3EDT4,0/0,J365/23", "2041-01-01T02:30:00Z", -14400),
    ("AAA0BBB,J60,J300", "2040-03-01T01:59:59Z", 0),
    ("AAA0BBB,J60,J300", "2040-03-01T02:00:00Z", 3600),
    ("MST7", "2400-02-29T00:00:00Z", -25200),
  ])
  func `the rule of the future gives the offset`(
    rule: String,
    moment: String,
    offset: Int
  ) throws {
    #expect(try changes(SampleZone(rule)).offset(at: utc(moment)) == offset)
  }

  @Test func `the next change follows the rule`() throws {
    let read = try changes(SampleZone("CET-1CEST,M3.5.0,M10.5.0/3"))
    #expect(try read.nextChange(after: utc("2039-12-31T00:00:00Z")) == utc("2040-03-25T01:00:00Z"))
    #expect(try read.nextChange(after: utc("2040-03-25T01:00:00Z")) == utc("2040-10-28T01:00:00Z"))
  }

  @Test(arguments: [
    "", "5", "EST", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0",
    "EST5EDT,M3.2.0,M11.1.7",
    "EST168", "EST5:60", "EST5EDT,J0,J5", "EST5EDT,366,5", "EST5EDT,M3.2.0,M11.1.0,",
  ])
  func `a rule that is not written so is refused`(rule: String) {
    #expect(ZoneFooter(rule) == nil)
  }

  @Test func `a file that ends early is damaged, wherever it ends`() {
    var zone = SampleZone("MST7")
    zone.changes = [(1000, 7200), (2000, 10800)]
    let bytes = zone.bytes
    for count in 4..<bytes.count {
      #expect(throws: ZoneChanges.Fault.self) { try ZoneChanges(Array(bytes.prefix(count))) }
    }
  }

  @Test func `other faults are named`() {
    func fault(_ bytes: [UInt8]) -> ZoneChanges.Fault? {
      do {
        _ = try ZoneChanges(bytes)
        return nil
      } catch {
        return error
      }
    }
    #expect(fault([]) == .otherForm)
    #expect(fault(Array("# version 2026a".utf8)) == .otherForm)
    #expect(fault(SampleZone("nonsense").bytes) == .footer("nonsense"))
    var zone = SampleZone("MST7")
    zone.leapSeconds = 2
    #expect(fault(zone.bytes) == .leapSeconds)
    zone.leapSeconds = 0
    zone.first = 100_000
    #expect(fault(zone.bytes) == .damaged)
    zone.first = 0
    zone.changes = [(2000, 0), (1000, 3600)]
    #expect(fault(zone.bytes) == .damaged)
  }
}

@Suite struct ZoneDatabaseTests {
  private let rules = ZoneDatabase(
    folder: "/tz",
    release: ZoneRelease("2031c"),
    names: { ["America/Vancouver", "Europe/Vienna"] },
    read: { name in
      switch name {
      case "America/Vancouver": SampleZone("MST7").bytes
      case "Europe/Vienna": Array("broken".utf8)
      default: nil
      }
    }
  )

  @Test func `zones go by the rules in use when they are made`() throws {
    let winter = Date(timeIntervalSince1970: 1_796_000_000)
    let old = try #require(Zone("America/Vancouver"))
    try ZoneDatabase.$inUse.withValue(rules) {
      let new = try #require(Zone("America/Vancouver"))
      #expect(new.offsetMinutes(at: winter) == -420)
      #expect(new.nextChange(after: winter) == nil)
      #expect(new != old)
      #expect(Zone.rulesVersion == "2031c")
      #expect(Zone.names == ["America/Vancouver", "Europe/Vienna", "UTC"])
      #expect(Zone("Asia/Tokyo") == nil)
      #expect(Zone("UTC") == .utc)
    }
  }

  @Test func `a zone whose file cannot be read is reported in the curriculum`() {
    let text = "curriculum: c\ntitle: C\nzone: Europe/Vienna\nstarts: 2031-01-06\nweeks: 1\n"
    ZoneDatabase.$inUse.withValue(rules) {
      #expect {
        try Curriculum.parse(SourceText(file: "c.yaml", text: text))
      } throws: { error in
        (error as? Findings)?.diagnostics.contains {
          $0.location.line == 3 && $0.message.contains("it is not a TZif file")
        } == true
      }
    }
  }

  @Test func `releases are in the order of their letters`() {
    let names = ["2025b", "2025z", "2025za", "2026a"]
    #expect(names.reversed().compactMap { ZoneRelease($0) }.sorted().map(\.name) == names)
    #expect(["", "unknown", "2025", "b2025", "2026A"].compactMap { ZoneRelease($0) } == [])
  }
}
