internal import Curricula
internal import Diagnostics

/// Any two of some sessions are at least so many days apart.
struct Apart: Shape {
  let sessions: [Int]
  var leastDays: Int

  var selection: Selection { .sessions(sessions) }

  var outlook: Outlook { .several }
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
    let formula = ApartFormula(leastDays: leastDays)
    draft.aparts.append(draft.entry(formula, of: selection, at: level))
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

  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    let members = relaxation.members(of: selection)
    let days = relaxation.problem.days
    let used = members.map { relaxation.used(.day, by: .sessions([$0])) }
    for first in members.indices {
      for second in members.indices where second > first {
        var near: [(excess: Int, literals: [Literal])] = []
        for (day, literal) in used[first].enumerated() {
          for (other, otherLiteral) in used[second].enumerated() {
            let distance = abs(days[day].date.days(since: days[other].date))
            guard let literal, let otherLiteral, distance < leastDays else { continue }
            near.append((leastDays - distance, [!literal, !otherLiteral]))
          }
        }
        relaxation.require(near, weight)
      }
    }
  }

  var tie: Tie { .none }

  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    let members = sessions.compactMap(excerpt.position)
    return members.count > 1 ? Apart(sessions: members, leastDays: leastDays) : nil
  }

  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { [.membership(selection)] }

  func eased(by excess: Int) -> Easing { Easing(self, \.leastDays, by: -excess) }
}

/// Carry: the index plus 1 of the last day used.
private struct ApartRule: PresenceRule {
  let leastDays: Int

  let stateless = Coupling.Stateless.no

  func advance(_ carry: Int, _ step: DayStep, _ coupling: Coupling, in track: Track) -> Advance {
    let count = step.set.intersection(coupling.members).count
    guard count > 0 else { return (carry, 0) }
    var sum = leastDays.saturatingMultiplied(by: count * (count - 1) / 2)
    if carry > 0 { sum += max(0, leastDays - track.days(from: carry - 1, to: step.day)) }
    return (coupling.isComplete(after: step) ? 0 : step.day + 1, sum)
  }
}

extension Apart: ConstraintReader {
  static let name = "apart"
  static let keys = ["least"]
  static let isFixed = true

  /// Reads `apart: {of: module cyber, least: 2 days}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    guard let least = arguments.quantity("least", in: "days") else { return [] }
    return arguments.constraints(hasLimit: true) {
      Statement("any two of \($0.label) are at least \(least.spelled) apart", about: $0)
    } as: {
      Apart(sessions: $0.sessions, leastDays: least.amount)
    }
  }
}
