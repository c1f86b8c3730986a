import ArgumentParser
import Coordination
import Curricula

// How what is asked of a revision is written on the command line.

extension TrainerAway {
  /// Reads `unodc=2026-04-28,2026-05-05..2026-05-08`.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spans = parts.dropFirst().first?.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let spans else {
      throw ValidationError("'\(argument)' is not a trainer with days; write trainer=2026-04-28")
    }
    let days = try spans.map { span in
      let ends = try span.split(separator: "..", omittingEmptySubsequences: false).map {
        try CivilDate(argument: String($0))
      }
      guard (1...2).contains(ends.count), let first = ends.first, let last = ends.last,
        let days = DateSpan(from: first, to: last)
      else {
        throw ValidationError("'\(span)' is not a span of days; write 2026-04-28..2026-04-30")
      }
      return days
    }
    self.init(trainer: String(parts[0]), days: days, written: argument)
  }
}

extension PinnedSession {
  /// Reads `w5s1` or `w5s1=2026-04-14`.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty else {
      throw ValidationError("'\(argument)' is not a session; write session or session=2026-04-14")
    }
    self.init(
      session: String(parts[0]),
      date: parts.count == 2 ? try CivilDate(argument: String(parts[1])) : nil,
      written: argument
    )
  }
}

extension CivilDate {
  /// A day written as an argument.
  init(argument text: String) throws {
    guard let date = CivilDate(text) else {
      throw ValidationError("'\(text)' is not a date; write year-month-day")
    }
    self = date
  }
}
