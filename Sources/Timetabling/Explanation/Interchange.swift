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
  private var needed: [Set<Tie>]
  private var needing: [Set<Tie>]
  private var roles: [Role]

  /// An order with another session.
  private struct Tie: Hashable {
    let session: Int
    let leastDays: Int
    let mostDays: Int?
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
    let none = [Set<Tie>](repeating: [], count: problem.sessions.count)
    needed = none
    needing = none
    roles = problem.sessions.map { Role(minutes: $0.minutes) }
    readConstraints()
    readOptions()
  }

  /// Orders that leave only one of the orders of interchangeable sessions, each as the earlier and the
  /// later session.
  var orders: [OrderForm] {
    roles.indices.flatMap { first in
      roles.indices.filter { first != $0 && isBefore(first, $0) }.map {
        OrderForm(earlier: first, later: $0, leastDays: 0, mostDays: nil)
      }
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
      .allSatisfy { $0.mostDays == nil }
  }

  private mutating func readConstraints() {
    for (index, constraint) in problem.constraints.enumerated() {
      switch constraint.form {
      case .placement, .clash: continue
      case .order(let form):
        let limits = (form.leastDays, form.mostDays)
        needed[form.later].insert(
          Tie(session: form.earlier, leastDays: limits.0, mostDays: limits.1)
        )
        needing[form.earlier].insert(
          Tie(session: form.later, leastDays: limits.0, mostDays: limits.1)
        )
      case .load(let form): count(form.selection, index)
      case .distinct(let form):
        count(form.selection, index)
        if case .room = form.of { tellRooms() }
      case .span(let form): count(form.selection, index)
      case .sequence(let form):
        count(form.selection, index)
        if case .backToBack(let among) = form.pattern {
          count(.sessions(among), index + problem.constraints.count)
        }
      case .apart(let form): count(.sessions(form.sessions), index)
      case .other:
        guard !(constraint is InsideBlock) else { continue }
        for session in roles.indices { roles[session].itself = session }
      }
    }
  }

  private mutating func count(_ selection: Selection, _ index: Int) {
    for session in problem.scope(of: selection) { roles[session].counted.append(index) }
    switch selection {
    case .sessions: break
    case .trainer:
      for session in roles.indices {
        roles[session].teams = problem.sessions[session].teams.map(\.trainers)
      }
    case .room: tellRooms()
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
