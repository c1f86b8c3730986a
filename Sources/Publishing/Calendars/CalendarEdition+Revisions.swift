internal import Foundation

extension CalendarEdition {
  /// What a calendar says of its history by all that was published, the last revision being the one
  /// shown.
  ///
  /// SEQUENCE counts the revisions in which a session looks different from before, was cancelled, or
  /// came back; LAST-MODIFIED is when that last happened.
  ///
  /// - Parameters:
  ///   - revisions: All revisions in order; at least one.
  ///   - status: Whether sessions that take place are certain.
  public init?(_ revisions: [Revision], status: Status? = nil) {
    guard let last = revisions.last else { return nil }
    self.init(stamp: last.published)
    var known: [String: Revision.Entry] = [:]
    var isHeld: Set<String> = []
    for revision in revisions {
      for entry in revision.entries {
        let before = known.updateValue(entry, forKey: entry.session)
        identities[entry.session] = entry.identity
        let isNew = isHeld.insert(entry.session).inserted
        guard let before else {
          histories[entry.session] = History(
            changes: 0,
            lastChanged: revision.published,
            status: status
          )
          continue
        }
        if isNew || entry.looksDifferent(from: before) { change(entry.session, revision, status) }
      }
      for session in isHeld.sorted() where revision.entry(of: session) == nil {
        isHeld.remove(session)
        change(session, revision, .cancelled)
      }
    }
    cancelled = known.values.filter { !isHeld.contains($0.session) }
      .sorted { ($0.begins, $0.session) < ($1.begins, $1.session) }
  }

  private mutating func change(_ session: String, _ revision: Revision, _ status: Status?) {
    histories[session]?.changes += 1
    histories[session]?.lastChanged = revision.published
    histories[session]?.status = status
  }
}
