internal import Curricula
internal import Diagnostics

/// Every kind of constraint there is.
///
/// A new constraint is a file beside this one, its test, and its line here.
enum Catalogue {
  /// The constraints that people declare by name.
  static let readers: [any ConstraintReader.Type] = [
    Apart.self, Break.self, Consecutive.self, EvenLoad.self, First.self, HeldBy.self, HeldIn.self,
    Last.self, Load.self, NotIdle.self, NotInARow.self, NotIsolated.self, OneRoom.self, Order.self,
    Pin.self, RoomFeatures.self, RoomSeats.self, SameTime.self, Separate.self, Span.self,
    Spread.self, StandIn.self, StartsAt.self, StartsWith.self, Times.self, Together.self,
    Travel.self, WeeksInARow.self, Window.self,
  ]

  /// The constraints in the nature of a programme and of what its things say of themselves.
  private static let inherent: [@Sendable (Problem) -> [Constraint]] = [
    InsideBlock.all, BlockAims.groups, BlockAims.places, Clash.all, CalendarDays.taken,
    CalendarDays.preferred, TrainerDays.all, OpenHours.trainers, GroupDays.all, OpenHours.groups,
    RoomDays.all, OpenHours.rooms, RoomFeatures.all, RoomSeats.all, Order.needs,
  ]

  /// All constraints of a curriculum, those declared by name last.
  static func constraints(in problem: Problem, _ findings: inout Findings) -> [Constraint] {
    var constraints = inherent.flatMap { $0(problem) }
    for declaration in problem.curriculum.declarations {
      guard let reader = readers.first(where: { $0.name == declaration.name }) else {
        findings.report(unknown(declaration))
        continue
      }
      if var arguments = Arguments(declaration, for: reader, in: problem, &findings) {
        constraints += reader.read(&arguments)
        findings.report(contentsOf: arguments.findings)
      }
    }
    return constraints
  }

  private static func unknown(_ declaration: Declaration) -> Diagnostic {
    let names = readers.map { $0.name }
    return Diagnostic(
      .error,
      at: declaration.location,
      "there is no constraint '\(declaration.name.visible)'",
      remedy: didYouMean(
        declaration.name,
        among: names,
        otherwise: "use one of " + names.quoted()
      )
    )
  }
}
