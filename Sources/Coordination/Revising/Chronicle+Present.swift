public import Curricula
public import Foundation
public import Publishing

extension Chronicle {
  /// What was published of a programme until the present.
  ///
  /// A session was held once its published start has passed, also earlier on the same day.
  ///
  /// - Parameters:
  ///   - revisions: The revisions as they were recorded.
  ///   - curriculum: The present curriculum.
  ///   - now: The present.
  ///   - today: Another first day that can be changed, from midnight on; `nil` for the present.
  ///   - missed: The identifiers of sessions that did not take place.
  ///   - reason: Why they did not.
  ///   - text: The text of the curriculum's file, which the next revision records.
  /// - Returns: The chronicle.
  /// - Throws: ``RevisionRefusal`` when something that did not take place was not to, and when the rules of
  ///   time zones are older than those by which something was published.
  public static func present(
    _ revisions: [Revision],
    of curriculum: Curriculum,
    now: Date,
    today: CivilDate? = nil,
    missed: [String] = [],
    reason: String = "",
    text: String? = nil
  ) throws(RevisionRefusal) -> Chronicle {
    let clock = curriculum.zone.wallClock(at: now)
    let isNow = today.map { $0 == clock.date } ?? true
    func chronicle(_ notHeld: [Revision.NotHeld]) -> Chronicle {
      Chronicle(
        revisions,
        of: curriculum,
        today: today ?? clock.date,
        // A start in the minute that is passing has passed.
        at: isNow ? clock.minutes + 1 : 0,
        notHeld: notHeld,
        text: text
      )
    }
    let before = chronicle([])
    if let newest = before.newestZoneRules, let own = ZoneRelease(Zone.rulesVersion), own < newest {
      throw .olderZoneRules(own.name, than: newest.name)
    }
    var notHeld: [Revision.NotHeld] = []
    for session in missed {
      guard let entry = before.last?.entry(of: session) else {
        throw .unpublishedSession(session, among: before.last?.entries.map(\.session) ?? [])
      }
      guard before.isHeld(entry) else {
        throw .notYetBegun(session, on: entry.wallClock(in: curriculum.zone).date)
      }
      notHeld.append(
        Revision.NotHeld(session: session, begins: entry.begins, reason: reason)
      )
    }
    return notHeld.isEmpty ? before : chronicle(notHeld)
  }
}
