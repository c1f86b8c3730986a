import ArgumentParser
import Curricula
import Foundation

/// Says what the clocks of all zones show, for a comparison with another program.
struct ZonesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zones",
    abstract: "Write the offsets of all zones in a folder, twice a day for some years.",
    discussion: """
      Each line has the name of a zone and, for each run of moments with one offset, the number of the \
      first moment and the minutes ahead of UTC. Tests/ZoneReference/check_zones.py compares them.
      """
  )

  @Argument(help: "The folder with TZif files, such as /usr/share/zoneinfo.")
  var folder: String

  @Option(help: "The first year.")
  var year = 2026

  @Option(help: "How many years.")
  var years = 5

  func run() throws {
    let folder = folder
    let rules = ZoneDatabase(
      folder: folder,
      release: nil,
      names: { FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [] },
      read: { FileManager.default.contents(atPath: "\(folder)/\($0)").map(Array.init) }
    )
    ZoneDatabase.$inUse.withValue(rules) {
      for zone in Zone.names.sorted().compactMap({ Zone($0) }) { show(line(of: zone)) }
    }
  }

  private func line(of zone: Zone) -> String {
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let end = CivilDate(year: year + years, month: 1, day: 1)
    else { return zone.name }
    var line = zone.name
    var last: Int?
    for moment in 0..<end.days(since: first) * 2 {
      let seconds = first.dayNumber * 86_400 + moment * 43_200
      let offset = zone.offsetMinutes(at: Date(timeIntervalSince1970: TimeInterval(seconds)))
      if offset != last { line += " \(moment):\(offset)" }
      last = offset
    }
    return line
  }
}
