internal import Curricula

/// Sessions concerned are best held on certain days.
///
/// Excess: 1 for each placement on another day.
struct PreferDays: Constraint {
  let origin: Origin
  let days: DateSpan
  let sessions: [Int]
  let blocks: [Block]

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: sessions)
      .filter { !days.contains(timetable.problem.blocks[$0.block].date) }
      .map { Violation(by: [$0], excess: 1) }
  }

  var form: Form { .onBlocks(sessions, among: blocks, where: { !days.contains($0.date) }) }

  static func all(in frame: Frame) -> [any Constraint] {
    frame.curriculum.calendar.compactMap { entry in
      guard case .prefer(let weight) = entry.effect else { return nil }
      return PreferDays(
        origin: Origin(
          "prefer days",
          .soft(weight),
          "its sessions on \(entry.days): \(entry.name)",
          relaxation: nil,
          reason: entry.reason,
          at: entry.location
        ),
        days: entry.days,
        sessions: frame.sessions.indices.filter {
          entry.concerns(frame.curriculum.sessions[$0])
        },
        blocks: frame.blocks
      )
    }
  }
}
