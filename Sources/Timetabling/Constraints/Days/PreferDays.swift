internal import Curricula

/// Sessions concerned are best held on certain days of the calendar.
///
/// Excess: 1 for each placement, of a session concerned, on another day. Soft.
struct PreferDays: PlacementConstraint {
  var origin: Origin
  let subject: Subject
  let isPreferred: [Bool]

  var reads: PlacementForm.Parts { .block }

  var isAlike: Bool { true }

  func excess(of placement: Placement) -> Int { isPreferred[placement.block] ? 0 : 1 }

  static func all(in frame: Frame) -> [any Constraint] {
    frame.curriculum.calendar.compactMap { entry in
      guard case .prefer(let weight) = entry.effect else { return nil }
      let subject = entry.subject(in: frame)
      return PreferDays(
        origin: Origin(
          "prefer-days",
          .soft(weight),
          "\(subject.label) should be held on \(entry.days): \(entry.name)",
          relaxation: nil,
          reason: entry.reason,
          at: entry.location
        ),
        subject: subject,
        isPreferred: frame.blocks.map { entry.days.contains($0.date) }
      )
    }
  }
}
