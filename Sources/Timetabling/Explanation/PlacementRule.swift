/// A constraint that is nothing but a form over single placements.
struct PlacementRule: Constraint {
  var origin: Origin
  let rule: PlacementForm

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: rule.sessions)
      .map { Violation(by: [$0], excess: rule.excess($0)) }
      .filter { $0.excess > 0 }
  }

  var form: Form { .placement(rule) }
}
