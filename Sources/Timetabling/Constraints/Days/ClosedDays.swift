internal import Curricula

/// No session on closed days of the calendar, and rather none on days to avoid.
///
/// Excess: 1 for each placement, of a session concerned, on one of the days. A closed day is hard; a
/// day to avoid has its weight.
enum ClosedDays {
  static func all(in frame: Frame) -> [Constraint] {
    frame.curriculum.calendar.compactMap { entry in
      let subject = entry.subject(in: frame)
      let origin: Origin
      switch entry.effect {
      case .closed:
        let concerned = entry.isGeneral ? "" : " for \(subject.label)"
        origin = Origin(
          "closed-days",
          .hard,
          .given,
          Statement(
            "\(entry.days) is closed\(concerned): \(entry.name)",
            about: subject,
            topic: .calendar
          ),
          .instruction("hold sessions also on \(entry.days), \(entry.name)", onDay: .hold),
          reason: entry.reason,
          at: entry.location
        )
      case .avoid(let weight):
        origin = Origin(
          "avoid-days",
          .soft(weight),
          .given,
          Statement(subject, "should not be held on \(entry.days): \(entry.name)"),
          reason: entry.reason,
          at: entry.location
        )
      case .prefer: return nil
      }
      let isClosed = frame.blocks.map { entry.days.contains($0.date) }
      return Constraint(
        origin,
        Single(of: subject, reads: .block, isAlike: true) { isClosed[$0.block] ? 1 : 0 }
      )
    }
  }
}

extension CalendarEntry {
  /// Whether it concerns all sessions.
  fileprivate var isGeneral: Bool { themes.isEmpty && modules.isEmpty }

  /// The sessions concerned.
  func subject(in frame: Frame) -> Subject {
    guard !isGeneral else { return .all(in: frame) }
    let names = modules.map { "module '\($0)'" } + themes.map { "theme \($0)" }
    return Subject(
      "sessions of \(names.joined(separator: ", "))",
      sessions: frame.sessions.indices.filter { concerns(frame.curriculum.sessions[$0]) },
      mentioning: Set(modules.map { .module($0) })
    )
  }
}
