internal import Diagnostics

/// Reads sessions, and makes the members of those that repeat.
struct SessionReader {
  /// The kinds that the curriculum declares.
  let kinds: [Session.Kind]
  /// Who takes part.
  let groups: GroupNames
  /// When anything is open; `nil` where the calendar of the curriculum could not be read.
  let days: ProgrammeDays?
  /// The series that were read.
  private(set) var series: [Series] = []
  /// When members of series are held.
  private(set) var windows: [Declaration] = []

  /// Reads sessions of a curriculum.
  init(kinds: [Session.Kind], groups: GroupNames, days: ProgrammeDays?) {
    self.kinds = kinds
    self.groups = groups
    self.days = days
  }

  /// The session of a value, or the members where it is a series; none where it cannot be read.
  mutating func sessions(
    _ node: Node,
    module: String,
    _ findings: inout Findings
  ) -> [Session] {
    let keys = Session.keys + SeriesRule.keys
    guard let fields = Fields(node, of: "session", keys: keys, &findings) else { return [] }
    guard SeriesRule.keys.contains(where: { fields.entry($0) != nil }) else {
      let session = Session(fields, module: module, kinds: kinds, &findings)
      return session.map { [groups.resolving($0)] } ?? []
    }
    guard case .mapping(let entries) = node.content,
      let id = fields.required("id", &findings)?.identifier(&findings),
      let rule = SeriesRule(fields, of: id, groups, days, &findings)
    else { return [] }
    var members: [Series.Member] = []
    var sessions: [Session] = []
    for member in rule.members {
      var unreported = Findings()
      let written = rule.written(member, entries)
      guard
        let fields = Fields(written, of: "session", keys: keys, &unreported),
        var session = Session(
          fields,
          module: module,
          kinds: kinds,
          member: Session.Membership(series: id, group: member.group, number: member.number),
          &findings
        )
      else { continue }
      session.location = fields.location(of: "id")
      let needsOwn = session.needs.contains { $0.session == id }
      if rule.isInOrder, !needsOwn, let last = members.last, last.group == member.group {
        session.needs.append(Session.Need(session: last.session, location: rule.location))
      }
      sessions.append(groups.resolving(session))
      members.append(
        Series.Member(session: session.id, group: member.group, number: member.number)
      )
      if let window = rule.window(of: member, named: session.id) { windows.append(window) }
    }
    guard !members.isEmpty else { return [] }
    series.append(Series(id: id, members: members, location: fields.location(of: "id")))
    return sessions
  }
}
