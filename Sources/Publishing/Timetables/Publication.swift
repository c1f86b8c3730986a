internal import Curricula
internal import Diagnostics
public import Timetabling

/// What came of laying a programme out, ready to be shown in any form.
///
/// Every form is a pure function of the publication and its arguments: the same bytes each time.
public struct Publication: Sendable {
  /// What was to be laid out.
  public let problem: Problem
  /// What came of it.
  public let outcome: Outcome
  /// The seed with which it was laid out.
  public let seed: UInt64
  /// The placements as people see them, in the order of time; none without a timetable.
  public private(set) var appointments: [Appointment]
  /// For whom it is shown.
  public private(set) var audience = Audience.everybody
  /// What may break a rule.
  private(set) var waivers: [Revision.Waiver] = []
  /// The revision since which the audience no longer takes part; `nil` while it does.
  var departure: Int?
  /// What the timetable costs, constraint by constraint, the dearest first.
  let charges: [Charge]

  /// Makes an outcome ready to be shown.
  ///
  /// - Complexity: That of ``Problem/penalties(of:)``.
  public init(_ outcome: Outcome, of problem: Problem, seed: UInt64) {
    self.problem = problem
    self.outcome = outcome
    self.seed = seed
    switch outcome {
    case .laidOut(let solution):
      appointments = solution.timetable.placements
        .map { (placement: $0, shown: Appointment($0, in: problem)) }
        .sorted { left, right in
          (left.shown.begins, left.placement.block, left.placement.session)
            < (right.shown.begins, right.placement.block, right.placement.session)
        }
        .map(\.shown)
      charges = Charge.all(of: solution.timetable)
    case .infeasible:
      appointments = []
      charges = []
    }
  }

  /// The same, only with what concerns an audience; what the timetable costs concerns everybody.
  public func publication(for audience: Audience) -> Publication {
    publication(for: audience, attending: [audience])
  }

  /// The same for an audience that has taken the place of others, or is some of them together.
  func publication(for audience: Audience, attending present: [Audience]) -> Publication {
    var publication = self
    publication.audience = audience
    publication.appointments = appointments.filter { appointment in
      present.contains { $0.attends(appointment) }
    }
    return publication
  }

  /// The same with what may break a rule, to be shown.
  public func waived(by waivers: [Revision.Waiver]) -> Publication {
    var publication = self
    publication.waivers = waivers
    return publication
  }

  /// The same with sessions that were held as they were published then.
  public func stating(_ held: [Revision.Entry]) -> Publication {
    let facts = Dictionary(held.map { ($0.session, $0) }) { first, _ in first }
    var publication = self
    for index in appointments.indices {
      guard let fact = facts[appointments[index].session.id] else { continue }
      publication.appointments[index].begins = fact.begins
      publication.appointments[index].ends = fact.ends
      publication.appointments[index].place = fact.place
      publication.appointments[index].note = fact.note
      guard
        fact.room != appointments[index].room?.id
          || fact.roomName != appointments[index].room?.name
      else { continue }
      publication.appointments[index].room = fact.room.map { id in
        var room = Room(id: id, name: fact.roomName ?? id, location: curriculum.location)
        room.parts = fact.rooms ?? []
        room.link = fact.link
        return room
      }
    }
    return publication
  }

  /// What was to be laid out, as people wrote it.
  var curriculum: Curriculum { problem.curriculum }

  /// The sum of the penalties, hard violations first.
  var cost: Cost {
    charges.reduce(.zero) { $0 + $1.cost }
  }

  /// In how many places hard constraints are broken, in words: `1 place`.
  var brokenPlaces: String {
    charges.filter { $0.origin.weight == .hard }.reduce(0) { $0 + $1.places }.counted("place")
  }
}

/// What one constraint adds to the cost of a timetable.
struct Charge: Sendable {
  /// Where the constraint comes from.
  let origin: Origin
  /// The sum of the excess of its violations, in the constraint's unit.
  let excess: Int
  /// In how many places it is broken: the number of its violations.
  let places: Int
  /// The identifiers of the sessions concerned, in the order of the curriculum.
  let sessions: [String]

  /// The excess at the constraint's weight.
  var cost: Cost { Cost(excess, at: origin.weight) }

  /// How the penalty comes about: `2 × 3 = 6`.
  var sum: String {
    switch origin.weight {
    case .soft(let weight): "\(weight) × \(excess) = \(cost.soft)"
    case .hard: "hard, broken in \(places.counted("place"))"
    }
  }

  /// The charges of a timetable, the dearest first, else in the order of the constraints.
  static func all(of timetable: Timetable) -> [Charge] {
    let problem = timetable.problem
    let penalties = problem.penalties(of: timetable)
    let charges = problem.constraints.indices.compactMap { index -> Charge? in
      let violations = penalties.filter { $0.constraint == index }.map(\.violation)
      guard !violations.isEmpty else { return nil }
      let sessions = Set(violations.flatMap(\.sessions)).sorted()
      return Charge(
        origin: problem.constraints[index].origin,
        excess: violations.reduce(0) { $0 + $1.excess },
        places: violations.count,
        sessions: sessions.map { problem.curriculum.sessions[$0].id }
      )
    }
    return charges.enumerated()
      .sorted { left, right in
        left.1.cost == right.1.cost ? left.0 < right.0 : left.1.cost > right.1.cost
      }
      .map(\.1)
  }
}
