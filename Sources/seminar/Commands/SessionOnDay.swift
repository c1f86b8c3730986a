import ArgumentParser
import Curricula

/// A session and a day, as in `w5s1=2026-04-14`.
struct SessionOnDay {
  let session: String
  let date: CivilDate

  /// Reads an argument, or says what is wrong with it.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw ValidationError(
        "'\(argument)' is not a session and a day; write both, as in w5s1=2026-04-14"
      )
    }
    guard let date = CivilDate(parts[1]) else {
      throw ValidationError("'\(parts[1])' is not a date; write year-month-day")
    }
    session = String(parts[0])
    self.date = date
  }
}
