public import Curricula
internal import Foundation

/// What is different between two published timetables, session by session.
public struct RevisionDifference: Sendable {
  /// What became of one session.
  public struct Change: Sendable {
    /// The session's identifier.
    public let session: String
    /// How it was published before; `nil` when it is new.
    public let before: Revision.Entry?
    /// How it is published now; `nil` when it is cancelled.
    public let after: Revision.Entry?

    /// What happened, for people and programs.
    public enum Kind: String, CaseIterable, Sendable {
      case new, cancelled, moved, reclocked, relocated, retitled, restaffed, regrouped, described
    }

    /// What happened, the gravest first; never empty.
    public var kinds: [Kind] {
      guard let before else { return [.new] }
      guard let after else { return [.cancelled] }
      var kinds: [Kind] = []
      if after.isMoved(from: before) { kinds.append(.moved) }
      if after.isReclocked(since: before) { kinds.append(.reclocked) }
      if before.roomName != after.roomName || before.link != after.link {
        kinds.append(.relocated)
      }
      if Set(before.trainers) != Set(after.trainers) { kinds.append(.restaffed) }
      if Set(before.groups) != Set(after.groups) { kinds.append(.regrouped) }
      if before.title != after.title { kinds.append(.retitled) }
      if after.isDescribedOtherwise(than: before) { kinds.append(.described) }
      return kinds
    }

    /// What other clocks than that of the programme show, before and after.
    var clocks: [(before: String, after: String)] {
      guard let before, let after else { return [] }
      let isSame = before.begins == after.begins && before.ends == after.ends
      let moments = [before, after].map { entry in
        "\(Zone.utc.span(from: entry.begins, to: entry.ends).hours) UTC"
      }
      return (isSame ? [] : [(moments[0], moments[1])])
        + after.reclocked(since: before).map { clock in
          let times = [before, after].map { $0.localTimes?[clock] ?? "as in the programme" }
          return ("\(Revision.Entry.group(ofClock: clock) ?? clock): \(times[0])", times[1])
        }
    }
  }

  /// The changes in the order of the new times, cancelled sessions by their old ones.
  public let changes: [Change]

  /// Compares two revisions.
  public init(from old: Revision, to new: Revision) {
    let sessions = Set(old.entries.map(\.session)).union(new.entries.map(\.session))
    changes = sessions.sorted()
      .map { Change(session: $0, before: old.entry(of: $0), after: new.entry(of: $0)) }
      .filter { change in
        guard change.before != nil, change.after != nil else { return true }
        return !change.kinds.isEmpty
      }
      .sorted { left, right in
        let first = left.after ?? left.before
        let second = right.after ?? right.before
        guard let first, let second, first.begins != second.begins else {
          return left.session < right.session
        }
        return first.begins < second.begins
      }
  }

  /// The differences in words, old and new times side by side, in a zone.
  public func text(in zone: Zone, width: Int = 80) -> String {
    var page = TextPage(width: width)
    guard !changes.isEmpty else {
      page.write("There are no differences.")
      return page.text
    }
    for change in changes {
      let title = (change.after ?? change.before)?.title ?? ""
      page.write("\(change.session)  \(title.legible)")
      for kind in change.kinds {
        page.write(Self.sentence(kind, change, zone), mark: "", indent: 4)
      }
    }
    page.skip()
    page.write("Times are \(zone.city) time (\(zone.name)).")
    return page.text
  }

  private static func sentence(
    _ kind: Change.Kind,
    _ change: Change,
    _ zone: Zone
  ) -> String {
    let before = change.before.map { when($0, zone) } ?? ""
    let after = change.after.map { when($0, zone) } ?? ""
    switch kind {
    case .new: return "new: \(after)"
    case .cancelled: return "cancelled: was \(before)"
    case .moved: return "moved: \(before) → \(after)"
    case .reclocked:
      let clocks = change.clocks.map { "\($0.before) → \($0.after)" }.joined(separator: "; ")
      return "the same time in \(zone.city), another on other clocks: \(clocks)"
    case .relocated:
      let rooms = [change.before, change.after].map { $0?.roomName?.legible ?? "no room" }
      return rooms[0] == rooms[1]
        ? "another link" : "another room: \(rooms[0]) → \(rooms[1])"
    case .restaffed:
      let trainers = [change.before, change.after].map {
        $0?.trainers.joined(separator: ", ") ?? ""
      }
      return "other trainers: \(trainers[0]) → \(trainers[1])"
    case .regrouped:
      let groups = [change.before, change.after].map { $0?.groups.joined(separator: ", ") ?? "" }
      return "other groups: \(groups[0]) → \(groups[1])"
    case .described:
      let facts = [change.before, change.after].map { entry in
        [entry?.kind, entry?.moduleTitle?.legible].compactMap(\.self).joined(separator: ", ")
      }
      return "another description: \(facts[0]) → \(facts[1])"
    case .retitled: return "another title: was \(change.before?.title.legible ?? "")"
    }
  }

  private static func when(_ entry: Revision.Entry, _ zone: Zone) -> String {
    let (day, hours) = entry.span(in: zone)
    return "\(day.weekday.name.prefix(3)) \(day.short) \(hours)"
  }

  /// The differences as a JSON document, version 1.
  public func json(
    from old: Int,
    to new: Int,
    in zone: Zone,
    notes: KeyValuePairs<String, String> = [:]
  ) -> String {
    JSON.object(
      [
        ("format", .text("seminar-difference")), ("version", .integer(1)),
        ("from", .integer(old)), ("to", .integer(new)), ("zone", .text(zone.name)),
      ] + notes.map { ($0.key, .text($0.value)) } + [("changes", json(in: zone))]
    ).document
  }

  /// The changes as JSON.
  func json(in zone: Zone) -> JSON {
    .list(
      changes.map { change in
        .object([
          ("session", .text(change.session)),
          ("kinds", .texts(change.kinds.map(\.rawValue))),
          ("before", change.before.map { Self.object($0, zone) } ?? .null),
          ("after", change.after.map { Self.object($0, zone) } ?? .null),
        ])
      }
    )
  }

  private static func object(_ entry: Revision.Entry, _ zone: Zone) -> JSON {
    .object([
      ("title", .text(entry.title)), ("start", .text(zone.timestamp(of: entry.begins))),
      ("end", .text(zone.timestamp(of: entry.ends))), ("room", .optional(entry.room)),
      ("trainers", .texts(entry.trainers)), ("groups", .texts(entry.groups)),
    ])
  }
}
