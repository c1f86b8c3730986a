internal import Curricula

/// Sessions concerned are best held on certain days of the calendar.
///
/// Excess: 1 for each placement, of a session concerned, on another day. Soft.
enum PreferDays {
  static func all(in frame: Frame) -> [Constraint] {
    frame.curriculum.calendar.compactMap { entry in
      guard case .prefer(let weight) = entry.effect else { return nil }
      let subject = entry.subject(in: frame)
      let isPreferred = frame.blocks.map { entry.days.contains($0.date) }
      return Constraint(
        Origin(
          "prefer-days",
          .soft(weight),
          .given,
          Statement(subject, "should be held on \(entry.days): \(entry.name)"),
          reason: entry.reason,
          at: entry.location
        ),
        Single(of: subject, reads: .block, isAlike: true) { isPreferred[$0.block] ? 0 : 1 }
      )
    }
  }
}
