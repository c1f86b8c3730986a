internal import Curricula
internal import Diagnostics
internal import Timetabling

extension CheckedTimetable {
  /// The same as a JSON document, version 1.
  public func json() -> String {
    let ids = problem.curriculum.sessions.map(\.id)
    func members(_ penalty: Problem.Penalty) -> [(key: String, value: JSON)] {
      let origin = problem.constraints[penalty.constraint].origin
      return [
        ("constraint", .text(origin.name)), ("sentence", .text(origin.sentence)),
        ("reason", .optional(origin.reason)), ("excess", .integer(penalty.violation.excess)),
        ("sessions", .texts(penalty.violation.sessions.map { ids[$0] })),
        ("declared", .text(origin.location.description)),
      ]
    }
    let penalties = problem.penalties(of: timetable).compactMap { penalty -> JSON? in
      guard case .soft(let weight) = problem.constraints[penalty.constraint].weight else {
        return nil
      }
      let sum = Cost(penalty.violation.excess, at: .soft(weight)).soft
      return .object(
        members(penalty) + [("weight", .integer(weight)), ("penalty", .integer(sum))]
      )
    }
    return JSON.object([
      ("format", .text("seminar-timetable-check")), ("version", .integer(1)),
      ("curriculum", .text(problem.curriculum.id)), ("file", .text(file)),
      ("valid", .flag(isValid)),
      ("readings", .texts(readings)),
      ("waivers", .list(waivers.map(\.json))),
      (
        "problems",
        .list(
          findings.sorted.map { finding in
            .object([
              ("severity", .text(finding.severity.rawValue)),
              ("message", .text(finding.message)), ("remedy", .optional(finding.remedy)),
              ("place", .text(finding.location.description)),
            ])
          }
        )
      ),
      (
        "violations",
        .list(broken.map { .object(members($0) + [("details", .texts(facts(of: $0)))]) })
      ),
      ("cost", .object([("hard", .integer(cost.hard)), ("soft", .integer(cost.soft))])),
      (
        "best",
        best.map { .object([("cost", .integer($0.cost)), ("bound", .integer($0.bound))]) } ?? .null
      ),
      ("penalties", .list(penalties)),
    ]).document
  }
}
