import ArgumentParser
import Curricula

/// A session and a day, as in `w5s1=2026-04-14`.
struct SessionOnDay: ExpressibleByArgument {
  let session: String
  let date: CivilDate

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let date = CivilDate(parts[1]) else { return nil }
    session = String(parts[0])
    self.date = date
  }
}
