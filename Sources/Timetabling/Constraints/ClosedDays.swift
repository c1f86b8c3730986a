internal import Curricula

/// No session on closed days.
///
/// Excess: 1 for each placement on one of the days.
struct ClosedDays: Constraint {
  let origin: Origin
  let days: DateSpan
  let sessions: [Int]

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: sessions)
      .filter { days.contains(timetable.problem.blocks[$0.block].date) }
      .map { Violation(by: [$0], excess: 1) }
  }

  var form: Form { .onBlocks(sessions, among: blocks, where: { days.contains($0.date) }) }

  let blocks: [Block]

  /// Closed and avoided days of the calendar; they differ only in weight.
  static func all(in frame: Frame) -> [any Constraint] {
    frame.curriculum.calendar.compactMap { entry in
      let concerned = frame.sessions.indices.filter {
        entry.concerns(frame.curriculum.sessions[$0])
      }
      let who = entry.themes.isEmpty && entry.modules.isEmpty ? "no session" : "not its sessions"
      let origin: Origin
      switch entry.effect {
      case .closed:
        origin = Origin(
          "closed days",
          .hard,
          "\(entry.days) is closed: \(entry.name)",
          relaxation: "hold sessions also on \(entry.days), \(entry.name)",
          reason: entry.reason,
          at: entry.location
        )
      case .avoid(let weight):
        origin = Origin(
          "avoid days",
          .soft(weight),
          "\(who) on \(entry.days): \(entry.name)",
          relaxation: nil,
          reason: entry.reason,
          at: entry.location
        )
      case .prefer: return nil
      }
      return ClosedDays(
        origin: origin,
        days: entry.days,
        sessions: concerned,
        blocks: frame.blocks
      )
    }
  }
}

extension Form {
  /// 1 for each of the sessions that is placed in one of the blocks with a property.
  static func onBlocks(
    _ sessions: [Int],
    among blocks: [Block],
    where isCounted: (Block) -> Bool
  ) -> Form {
    let counted = blocks.map { isCounted($0) ? 1 : 0 }
    return .placement(
      PlacementForm(sessions: sessions, reads: .block) { counted[$0.block] }
    )
  }
}
