internal import Curricula
internal import Diagnostics

/// Any two of some sessions are at least so many days apart.
///
/// Excess: for each two placements the days by which the distance between their days is below the
/// least. The same day is 0 days apart, the next day 1.
struct Apart: Shape {
  let sessions: [Int]
  let leastDays: Int

  var selection: Selection { .sessions(sessions) }

  let outlook = Outlook.several

  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    return placements.indices.flatMap { first in
      placements[(first + 1)...].map { second in
        let days = timetable.date(of: second).days(since: timetable.date(of: placements[first]))
        return Violation(by: [placements[first], second], excess: leastDays - days)
      }
    }.filter { $0.excess > 0 }
  }

  func count(in draft: inout Draft, at level: Level) {
    let placed = sessions.filter { draft.isPlaced[$0] }
    draft.aparts.append((Apart(sessions: placed, leastDays: leastDays), level))
    draft.savesAnything()
  }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    if !extent.isWhole { compiler.giveUp() }
    guard leastDays > 0, extent.scope.count > 1 else { return }
    if weight == .hard {
      compiler.estrange(extent.scope)
      guard leastDays > 1 else { return }
    } else if extent.scope.count > 2 {
      // Only neighbours are followed.
      compiler.giveUp()
    }
    compiler.couple(ApartRule(leastDays: leastDays), selection, extent, weight, compiler.dayBits)
  }

  let tie = Tie.none

  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    let members = sessions.compactMap(excerpt.position)
    return members.count > 1 ? Apart(sessions: members, leastDays: leastDays) : nil
  }

  func coarse(in problem: Problem) -> Coarse { .kept }

  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing {
    let least = max(0, leastDays - excess)
    return .limit(Apart(sessions: sessions, leastDays: least), before: leastDays, after: least)
  }
}

/// Carry: the index plus 1 of the last day used.
private struct ApartRule: PresenceRule {
  let leastDays: Int

  let stateless = Coupling.Stateless.no

  func advance(
    _ carry: Int,
    _ contribution: Int?,
    _ step: DayStep,
    _ coupling: Coupling,
    in track: Track
  ) -> (carry: Int, excess: Int) {
    let count = step.set.intersection(coupling.members).count
    guard count > 0 else { return (carry, 0) }
    var sum = leastDays.saturatingMultiplied(by: count * (count - 1) / 2)
    if carry > 0 { sum += max(0, leastDays - track.days(from: carry - 1, to: step.day)) }
    return (coupling.isComplete(after: step) ? 0 : step.day + 1, sum)
  }
}

extension Apart: ConstraintReader {
  static let name = "apart"

  /// Reads `apart: {of: module cyber, least: 2 days}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    guard
      let arguments = Arguments(
        declaration,
        keys: ["least"],
        isFixed: true,
        in: frame,
        &findings
      ),
      let least = arguments.required("least", &findings)?.quantity(of: ["days"], &findings)
    else { return [] }
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(
          .wishes,
          Statement(
            "any two of \(subject.label) are at least \(least.spelled) apart",
            about: subject
          ),
          hasLimit: true
        ),
        Apart(sessions: subject.sessions, leastDays: least.amount)
      )
    }
  }
}
