/// Sessions of a problem that can change places without any constraint noticing.
///
/// Only one of the orders of such sessions needs to be looked at. That keeps the exact method small
/// where few constraints tell the sessions apart, as when most of them are left out for a trial.
///
/// For sessions in one row: if two have the same minutes and options and count alike in every
/// constraint, and the first needs nothing that the second does not need, and everything that needs the
/// second needs the first, then every timetable with the second before the first stays possible when
/// the two change places. Costs are not looked at.
struct Interchange {
  private let problem: Problem
  private let track: Track
  private var needed: [Set<Need>]
  private var needing: [Set<Need>]
  private var roles: [Role]

  /// An order with another session.
  private struct Need: Hashable {
    let session: Int
    let days: Limits
  }

  /// What tells a session apart beside its orders.
  private struct Role: Hashable {
    var minutes: Int
    /// The constraints that count it.
    var counted: [Int] = []
    /// The rooms and the trainers, where a constraint looks at them.
    var rooms: [Int] = []
    var teams: [[Int]] = []
    /// For each block that it can use, 1 for each room and team that tell.
    var options: [[Int]] = []
    /// The session itself, where its options depend on more than this says.
    var itself: Int?
  }

  init(of problem: Problem, _ track: Track) {
    self.problem = problem
    self.track = track
    let none = [Set<Need>](repeating: [], count: problem.sessions.count)
    needed = none
    needing = none
    roles = problem.sessions.map { Role(minutes: $0.minutes) }
    readConstraints()
    readOptions()
  }

  /// Orders that leave only one of the orders of interchangeable sessions, each as the earlier and the
  /// later session.
  var orders: [(earlier: Int, later: Int)] {
    roles.indices.flatMap { first in
      roles.indices.filter { first != $0 && isBefore(first, $0) }.map { (first, $0) }
    }
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    guard roles[first] == roles[second],
      needed[first].isSubset(of: needed[second]),
      needing[second].isSubset(of: needing[first])
    else { return false }
    let isMutual = needed[first] == needed[second] && needing[first] == needing[second]
    if isMutual { return first < second }
    // Limits from above could break when a session moves forward.
    return (needed[first].union(needed[second]).union(needing[first]).union(needing[second]))
      .allSatisfy { $0.days.most == nil }
  }

  private mutating func readConstraints() {
    for (index, constraint) in problem.constraints.enumerated() {
      if case .order(let earlier, let later, let days) = constraint.shape.tie {
        needed[later].insert(Need(session: earlier, days: days))
        needing[earlier].insert(Need(session: later, days: days))
      }
      for (position, distinction) in constraint.shape.distinctions.enumerated() {
        switch distinction {
        case .membership(let selection):
          count(selection, index + position * problem.constraints.count)
        case .rooms: tellRooms()
        case .everything: for session in roles.indices { roles[session].itself = session }
        }
      }
    }
  }

  private mutating func count(_ selection: Selection, _ index: Int) {
    for session in problem.sessions.indices(possiblyIn: selection) {
      roles[session].counted.append(index)
    }
    if selection.dependsOnRooms { tellRooms() }
    guard selection.dependsOnTrainers else { return }
    for session in roles.indices {
      roles[session].teams = problem.sessions[session].teams.map(\.trainers)
    }
  }

  private mutating func tellRooms() {
    for session in roles.indices { roles[session].rooms = problem.sessions[session].rooms }
  }

  private mutating func readOptions() {
    for (rank, session) in track.sessions.enumerated() {
      for day in track.days.indices {
        for option in track.options[day][rank] {
          if option.dependsOnStart { roles[session].itself = session }
          let room = roles[session].rooms.isEmpty ? -1 : option.room ?? -1
          let team = roles[session].teams.isEmpty ? -1 : option.team
          roles[session].options.append([option.block, room, team])
        }
      }
    }
  }
}
