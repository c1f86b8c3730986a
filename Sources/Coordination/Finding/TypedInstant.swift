public import Curricula
public import Quizzes

/// Reads the instants that coordinators type: a date, with or without a time, in a programme's zone.
public enum TypedInstant {
  /// Which end of a day a date without a time means.
  public enum End: Sendable {
    /// Its first instant.
    case first
    /// The instant at which the next day begins.
    case last
  }

  /// Why a text is not an instant.
  public enum Fault: Error, Hashable, Sendable {
    /// It is written in another way.
    case unreadable
    /// The clocks of the zone skip this time, because they are put forward.
    case skipped(Zone)
  }

  /// Reads `2026-12-24`, `2026-12-24 18:00` or an instant with its offset.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - zone: The zone in which a time without an offset is meant.
  ///   - end: What a date without a time means.
  /// - Returns: The instant.
  /// - Throws: ``Fault``.
  public static func read(
    _ text: String,
    in zone: Zone,
    dayMeans end: End
  ) throws(Fault) -> Timestamp {
    if let instant = Timestamp(text) { return instant }
    let parts = text.trimmingPrefix(" ").split { $0 == "T" || $0 == "t" || $0.isWhitespace }
    guard (1...2).contains(parts.count), let day = CivilDate(parts[0]) else { throw .unreadable }
    guard parts.count == 2 else {
      let date = end == .first ? day : day.adding(days: 1)
      // Where the clocks skip midnight, the day begins later.
      for minutes in stride(from: 0, through: 180, by: 15) {
        if let instant = zone.instant(on: date, minutes: minutes) { return Timestamp(instant) }
      }
      throw .skipped(zone)
    }
    guard let time = TimeOfDay(parts[1]) else { throw .unreadable }
    guard let instant = zone.instant(on: day, minutes: time.minutes) else { throw .skipped(zone) }
    return Timestamp(instant)
  }
}
