internal import Curricula
internal import Diagnostics
internal import Timetabling

extension Publication {
  /// The version of the JSON form, described in the article *Timetable JSON*.
  public static let jsonVersion = 2

  /// The outcome as a JSON document with all that its cost is computed from.
  public func json() -> String {
    var members: [(key: String, value: JSON)] = [
      ("format", .text("seminar-timetable")),
      ("version", .integer(Self.jsonVersion)),
      ("curriculum", .text(curriculum.id)),
      ("title", .text(curriculum.title)),
      ("edition", .text(curriculum.edition)),
      ("proposal", .optional(curriculum.proposal)),
      ("place", .optional(curriculum.place)),
      ("zone", .text(curriculum.zone.name)),
      ("zoneRules", .text(Zone.rulesVersion)),
      ("seed", .unsigned(seed)),
    ]
    switch outcome {
    case .laidOut(let solution):
      let cost = cost
      let isOptimal = cost.hard == 0 && solution.bound >= cost.soft
      members += [
        ("status", .text(isOptimal ? "optimal" : "feasible")),
        ("cost", .object([("hard", .integer(cost.hard)), ("soft", .integer(cost.soft))])),
        ("bound", .integer(solution.bound)),
        ("placements", .list(appointments.map(json(of:)))),
        ("penalties", .list(penalties(of: solution.timetable))),
      ]
    case .infeasible(let conflict):
      members += [
        ("status", .text("infeasible")),
        ("cost", .null),
        ("bound", .null),
        ("placements", .list([])),
        ("penalties", .list([])),
      ]
      members += Self.members(of: conflict)
    }
    members.append(("programme", curriculum.json(of: problem)))
    return JSON.object(members).document
  }

  /// Why there is no timetable, and what would make one possible.
  ///
  /// - Parameters:
  ///   - conflict: The declarations and the repairs.
  ///   - cost: What the cost of a repair is, in a word.
  /// - Returns: The members of an object.
  static func members(
    of conflict: Conflict,
    cost: String = "cost"
  ) -> [(key: String, value: JSON)] {
    [
      ("conflict", .list(conflict.facts.map(json(of:)))),
      ("repairs", .list(conflict.repairs.map { json(of: $0, cost: cost) })),
    ]
  }

  private func json(of appointment: Appointment) -> JSON {
    .object([
      ("session", .text(appointment.session.id)),
      ("title", .text(appointment.session.title)),
      ("kind", .text(appointment.session.kind.id)),
      ("module", .text(appointment.module.id)),
      ("week", .integer(appointment.week)),
      ("block", .text(appointment.block.id)),
      ("start", .text(curriculum.zone.timestamp(of: appointment.begins))),
      ("end", .text(curriculum.zone.timestamp(of: appointment.ends))),
      ("minutes", .integer(appointment.session.minutes)),
      ("room", .optional(appointment.room?.id)),
      ("rooms", .texts(appointment.room?.singles ?? [])),
      ("trainers", .texts(appointment.trainers.map(\.id))),
      ("groups", .texts(appointment.groups.map(\.id))),
    ])
  }

  private func penalties(of timetable: Timetable) -> [JSON] {
    problem.penalties(of: timetable).map { penalty in
      let origin = problem.constraints[penalty.constraint].origin
      let excess = penalty.violation.excess
      let (weight, sum): (JSON, JSON) =
        switch origin.weight {
        case .hard: (.null, .null)
        case .soft(let weight):
          (.integer(weight), .integer(Cost(excess, at: origin.weight).soft))
        }
      return .object([
        ("constraint", .text(origin.name)),
        ("sentence", .text(origin.sentence)),
        ("reason", .optional(origin.reason)),
        ("weight", weight),
        ("excess", .integer(excess)),
        ("penalty", sum),
        ("sessions", .texts(penalty.violation.sessions.map { curriculum.sessions[$0].id })),
        ("declared", .text(origin.location.description)),
      ])
    }
  }

  private static func json(of fact: Origin) -> JSON {
    .object([
      ("constraint", .text(fact.name)),
      ("sentence", .text(fact.sentence)),
      ("reason", .optional(fact.reason)),
      ("declared", .text(fact.location.description)),
    ])
  }

  private static func json(of change: FileEdit.LineChange) -> JSON {
    .object([
      ("line", .integer(change.line)), ("old", .texts(change.old)), ("new", .texts(change.new)),
    ])
  }

  private static func json(of repair: Conflict.Repair, cost: String) -> JSON {
    .object(
      [("change", .text(repair.sentence)), (cost, .integer(repair.cost))] + writing(of: repair)
    )
  }

  /// How a repair is written into the file, and its single changes, as members of an object.
  static func writing(of repair: Conflict.Repair) -> [(key: String, value: JSON)] {
    [
      ("code", .optional(repair.writing?.code)),
      ("edits", .list((repair.writing?.changes ?? []).map(json(of:)))),
      ("byHand", .optional(repair.writing?.reason)),
      (
        "changes",
        .list(
          repair.changes.map { change in
            .object([
              ("change", .text(change.sentence)),
              ("constraint", .text(change.fact.name)),
              ("declared", .text(change.fact.location.description)),
            ])
          }
        )
      ),
    ]
  }
}
