import Curricula
import Foundation
import Testing

@testable import Publishing

@Suite struct ZoneClockTests {
  /// Instants around changes of the offset, some of them at odd seconds, and others.
  private static let instants: [Double] =
    [
      1_774_448_000, 1_772_953_200, 1_793_512_800, 63_593_070, 1_301_752_800, 0, -1, 951_782_400,
    ].flatMap { middle in
      [-86_400, -1800, -900.5, -61, -1, -0.25, 0, 0.75, 1, 59, 60, 899, 900, 5400].map {
        middle + $0
      }
    }

  @Test(arguments: [
    "UTC", "America/New_York", "Asia/Kolkata", "Africa/Monrovia", "Australia/Lord_Howe",
    "Pacific/Chatham",
  ])
  func `a clock that remembers shows what the zone says`(name: String) throws {
    let zone = try #require(Zone(name))
    var clock = ZoneClock(zone)
    for seconds in Self.instants + Self.instants {
      let instant = Date(timeIntervalSince1970: seconds)
      for (isPlain, text) in [
        (false, zone.timestamp(of: instant)), (true, zone.plainTimestamp(of: instant)),
      ] {
        var bytes: [UInt8] = []
        clock.append(instant, isPlain: isPlain, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
      }
    }
  }
}
