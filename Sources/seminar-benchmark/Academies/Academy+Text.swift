import Curricula

extension Academy {
  /// The curriculum as text.
  func text() -> String {
    var lots = lots
    var lines = [
      "curriculum: academy", "title: Academy of \(size.groups) groups", "zone: Europe/Vienna",
      "starts: 2026-09-07", "weeks: \(size.weeks)", "grid: \(Self.minutesPerStep)", "blocks:",
    ]
    for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] {
      lines.append("  - {every: \(day), from: 9:00, to: 12:00}")
      lines.append("  - {every: \(day), from: 13:00, to: 16:00}")
    }
    lines.append("groups:")
    for (group, people) in people.enumerated() {
      lines.append("  - {id: g\(group), name: Group \(group), size: \(people)}")
    }
    lines.append("rooms:")
    var held = Set(sessions.map { [$0.room, $0.day] })
    for (room, seats) in seats.enumerated() {
      let closed = days { held.contains([room, $0]) || lots.below(30) > 0 }
      lines.append(
        "  - {id: r\(room), name: Room \(room), seats: \(seats), "
          + "features: [\(hasScreen(room) ? "screen" : "")], closed: [\(closed)]}"
      )
    }
    lines.append("trainers:")
    held = Set(sessions.map { [$0.trainers[0], $0.day] })
    for trainer in 0..<size.trainers {
      let away = days { held.contains([trainer, $0]) || lots.below(5) > 0 }
      lines.append(
        "  - {id: t\(trainer), name: Trainer \(trainer), zone: Europe/Vienna, away: [\(away)]}"
      )
    }
    lines += ["themes:", "  - {id: T1, title: One}", "modules:"]
    var module = ""
    for (index, session) in sessions.enumerated() {
      if session.module != module {
        module = session.module
        lines += ["  - id: \(module)", "    title: Module \(module)", "    sessions:"]
      }
      lines.append("      - \(text(of: session, index))")
    }
    lines += [
      "constraints:", "  - seats: all sessions",
      "  - {load: {of: each group, per: day, most: 240 minutes}, weight: 1}",
      "  - {not-idle: each group, weight: 1}",
      "  - {span: {of: each module, most: 14 days}, weight: 5}",
      "  - {one-room: each module, weight: 10}",
      "  - {spread: {of: each trainer, most: 5 days}, weight: 30}",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of session: Session, _ index: Int) -> String {
    let names = session.trainers.map { "t\($0)" }.joined(separator: ", ")
    let groups = session.groups.map { "g\($0)" }.joined(separator: ", ")
    return "{id: s\(index), title: Session, kind: lecture, minutes: \(session.minutes), "
      + "themes: [T1], \(session.trainers.count > 1 ? "one-of" : "trainers"): [\(names)], "
      + "groups: [\(groups)], needs: [\(session.before.map { "s\($0)" } ?? "")], "
      + "features: [\(session.needsScreen ? "screen" : "")]}"
  }

  /// The dates of the days that are not left out.
  private func days(leavingOut isLeftOut: (Int) -> Bool) -> String {
    guard let monday = CivilDate("2026-09-07") else { return "" }
    return (0..<size.weeks * 5).filter { !isLeftOut($0) }
      .map { monday.adding(days: $0 / 5 * 7 + $0 % 5).description }
      .joined(separator: ", ")
  }
}
