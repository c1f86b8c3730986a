public import Curricula
internal import Diagnostics

/// A message that tells one recipient what changed for them, and nothing else.
public struct Notice: Sendable {
  /// Whom it is for.
  public let recipient: Recipient
  /// What changed for the recipient, in the order of the new times.
  public let changes: [Change]
  /// The programme.
  let curriculum: Curriculum
  /// The number of the revision with the changes.
  let revision: Int
  /// Whom the revision before named, and who left.
  let departures: Departures
  /// What was held for the recipient, and stays as it was.
  let held: [Revision.Entry]
  /// What did not take place although it was published.
  let notHeld: [Revision.NotHeld]

  /// Whether the recipient no longer takes part.
  var isLast: Bool { departures.has(recipient.kind, recipient.id) }

  /// What became of one session for the recipient.
  public struct Change: Sendable {
    /// How it was published before; `nil` when it did not concern the recipient.
    public let before: Revision.Entry?
    /// How it is published now; `nil` when it no longer concerns the recipient.
    public let after: Revision.Entry?
    /// What happened to the session.
    public let kinds: [RevisionDifference.Change.Kind]
  }

  /// The messages about a difference, groups first, then rooms and trainers: to each whom a change
  /// concerns, and to each who left.
  ///
  /// - Parameters:
  ///   - difference: What changed.
  ///   - curriculum: The programme.
  ///   - revision: The number of the revision with the changes.
  ///   - departures: Whom the revision before named, and who left.
  ///   - held: What was held and stays as it was.
  ///   - notHeld: What did not take place although it was published.
  /// - Returns: One for each of them.
  public static func all(
    of difference: RevisionDifference,
    in curriculum: Curriculum,
    revision: Int,
    leaving departures: Departures = .none,
    held: [Revision.Entry] = [],
    notHeld: [Revision.NotHeld] = []
  ) -> [Notice] {
    Recipient.all(of: curriculum, and: difference, leaving: departures).compactMap { recipient in
      let changes = difference.changes.compactMap { Change($0, for: recipient) }
      guard !changes.isEmpty || departures.has(recipient.kind, recipient.id) else { return nil }
      return Notice(
        recipient: recipient,
        changes: changes,
        curriculum: curriculum,
        revision: revision,
        departures: departures,
        held: held.filter(recipient.isConcerned),
        notHeld: notHeld
      )
    }
  }

  /// What the message is about, on one line.
  public var subject: String {
    changes.isEmpty
      ? "Timetable changed: \(curriculum.title.legible)"
      : "Timetable changed (\(changes.count.counted("session"))): \(curriculum.title.legible)"
  }

  /// The message for a text file: to whom, about what, and its body.
  public func text(width: Int = 72) -> String {
    var page = TextPage(width: width)
    let address = recipient.email.map { " <\($0)>" } ?? ""
    page.write("To: \(recipient.name)\(address)")
    page.write("Subject: \(subject)")
    page.skip()
    return page.text + body(width: width)
  }
}

extension Notice.Change {
  /// A change as the recipient sees it; `nil` where there is nothing to see.
  fileprivate init?(_ change: RevisionDifference.Change, for recipient: Recipient) {
    before = change.before.flatMap { recipient.isConcerned(by: $0) ? $0 : nil }
    after = change.after.flatMap { recipient.isConcerned(by: $0) ? $0 : nil }
    guard before != nil || after != nil else { return nil }
    guard let before, let after else {
      kinds = change.kinds
      return
    }
    kinds = change.kinds.filter { kind in
      switch (kind, recipient.kind) {
      case (.reclocked, .group), (.reclocked, .trainer):
        Self.isReclocked(before, after, for: recipient)
      case (.moved, .room), (.retitled, .room), (.regrouped, .room): true
      case (_, .room): false
      case (_, .group), (_, .trainer): true
      }
    }
    if kinds.isEmpty { return nil }
  }

  /// Whether the clock of a trainer or group shows another time than before; that of one who lives in the
  /// zone of the programme shows the same, but at another moment.
  private static func isReclocked(
    _ before: Revision.Entry,
    _ after: Revision.Entry,
    for recipient: Recipient
  ) -> Bool {
    let clock = recipient.clock ?? ""
    let known = [before, after].count { $0.localTimes?[clock] != nil }
    // For groups, this was not always recorded.
    let isAtMoment = known == 0 || known == 1 && recipient.kind == .group
    return isAtMoment
      ? before.begins != after.begins || before.ends != after.ends
      : after.reclocked(since: before).contains(clock)
  }
}
