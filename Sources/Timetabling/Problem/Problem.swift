public import Curricula

/// A curriculum made ready for placing: everything by index, and every constraint as a value.
public struct Problem: Sendable {
  /// The curriculum.
  public let curriculum: Curriculum
  /// The sessions in the order of the curriculum.
  public internal(set) var sessions: [SessionFacts]
  /// The blocks in the order of time.
  public let blocks: [Block]
  /// The days that have blocks, in the order of time.
  public let days: [Day]
  /// For each block the index of its day.
  public let dayOfBlock: [Int]
  /// Every constraint, those of the programme's nature first, then as declared.
  public internal(set) var constraints: [Constraint]
  /// Makes the constraints of the same problem for another curriculum; `nil` where these are the
  /// declared ones.
  var remaking: (@Sendable (Problem) -> [Constraint])?

  /// A session by indices.
  public struct SessionFacts: Sendable {
    /// How long it takes, in minutes.
    public internal(set) var minutes: Int
    /// The index of its module.
    public let module: Int
    /// The indices of its groups.
    public let groups: [Int]
    /// The sets of trainers who can hold it, the preferred first; never empty.
    public internal(set) var teams: [Team]
    /// The indices of the rooms that it may use; empty where the curriculum has no rooms.
    public let rooms: [Int]
    /// The number of people who attend.
    public let size: Int
  }

  /// Trainers who together can hold a session.
  public struct Team: Hashable, Sendable {
    /// The indices of the trainers, ascending.
    public let trainers: [Int]
    /// How many alternates stand in, an alternate counting as much as its place in the list of
    /// alternates, from 1.
    public let standIns: Int
  }

  /// A day with blocks.
  public struct Day: Sendable {
    /// The date.
    public let date: CivilDate
    /// The week of the programme, from 1.
    public let week: Int
    /// The indices of its blocks.
    public internal(set) var blocks: Range<Int>
  }
}

extension Problem {
  /// The starts at which a session can begin in a block, in minutes since midnight.
  public func starts(of session: Int, in block: Int) -> StrideThrough<Int> {
    let last = blocks[block].end - sessions[session].minutes
    return stride(from: blocks[block].start, through: last, by: curriculum.grid)
  }

  /// The cost of a timetable by the readable definitions of the constraints.
  ///
  /// - Complexity: The sum of the constraints' own; linear in constraints × placements at best.
  public func cost(of timetable: Timetable) -> Cost {
    constraints.reduce(.zero) { sum, constraint in
      constraint.violations(in: timetable).reduce(sum) {
        $0 + Cost($1.excess, at: constraint.weight)
      }
    }
  }

  /// What each constraint contributes to the cost, violation by violation, in the constraints' order.
  public func penalties(of timetable: Timetable) -> [Penalty] {
    constraints.indices.flatMap { index in
      constraints[index].violations(in: timetable).filter { $0.excess > 0 }.map {
        Penalty(constraint: index, violation: $0)
      }
    }
  }

  /// A constraint's violation; its cost is its excess at the constraint's weight.
  public struct Penalty: Sendable {
    /// The index of the constraint.
    public let constraint: Int
    /// The violation.
    public let violation: Violation
  }

  /// The index of a session by its identifier, whatever its case.
  public func session(named name: String) -> Int? {
    curriculum.sessions.firstIndex { $0.id.lowercased() == name.lowercased() }
  }
}

extension Problem {
  /// The blocks that are for the groups of one of some sessions.
  func blocks(for sessions: [Int]) -> [Block] {
    guard blocks.contains(where: { !$0.groups.isEmpty }) else { return blocks }
    let people = Set(sessions.map { self.sessions[$0].groups }).map { groups in
      groups.map { curriculum.groups[$0].id }
    }
    return blocks.filter { block in people.contains(where: block.admits) }
  }
}
