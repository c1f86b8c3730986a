internal import Curricula

/// For each selection and day the placements in the order of time.
///
/// The order is that of ``Timetable/placements(of:)``: block, start, session. The lists are linked
/// through one slot for each selection that a session may belong to at once.
struct DayLists: ~Copyable {
  /// Who belongs to which list.
  var membership: Membership
  /// The number of selections.
  let count: Int
  private let dayCount: Int
  /// For each session its first slot, and where the last ones end.
  private let slots: FlatTable<Int32>
  private let sessions: FlatTable<Int32>
  private var heads: FlatTable<Int32>
  private var next: FlatTable<Int32>

  init(of selections: [Selection], _ draft: Draft, _ board: borrowing Board) {
    let problem = draft.problem
    let membership = Membership(of: selections, in: problem)
    count = selections.count
    dayCount = board.dayCount
    var trainers = [Int](repeating: 0, count: problem.curriculum.trainers.count)
    var rooms = [Int](repeating: 0, count: problem.curriculum.rooms.count)
    for selection in selections {
      switch selection {
      case .sessions: break
      case .trainer(let trainer): trainers[trainer] += 1
      case .room(let room): rooms[room] += 1
      case .rooms(let some): for room in some { rooms[room] += 1 }
      }
    }
    let roomSlots = rooms.max() ?? 0
    var slots: [Int32] = [0]
    for (session, facts) in problem.sessions.enumerated() {
      let seats =
        facts.teams.map { team in team.trainers.reduce(0) { $0 + trainers[$1] } }.max() ?? 0
      let fixed = membership.fixedRange(session).count
      slots.append(slots[session] + Int32(fixed + seats + roomSlots))
    }
    sessions = FlatTable(
      problem.sessions.indices.flatMap { session in
        [Int32](repeating: Int32(session), count: Int(slots[session + 1] - slots[session]))
      }
    )
    heads = FlatTable(repeating: -1, count: selections.count * board.dayCount)
    next = FlatTable(repeating: -1, count: Int(slots[problem.sessions.count]))
    self.slots = FlatTable(slots)
    self.membership = membership
  }

  /// The first slot of a list on a day; -1 at its end.
  @inline(__always)
  func first(_ list: Int, on day: Int) -> Int32 { heads[list &* dayCount &+ day] }

  /// The slot after another one; -1 at the end.
  @inline(__always)
  func after(_ slot: Int32) -> Int32 { next[slot] }

  /// The session in a slot.
  @inline(__always)
  func session(_ slot: Int32) -> Int { Int(sessions[slot]) }

  /// Puts a session into its lists, with a sign of 1, or takes it out; the board shows where the others
  /// are.
  mutating func count(_ session: Int, at place: Place, _ sign: Int32, on board: inout Board) {
    if sign > 0 {
      add(session, at: place, on: &board)
    } else {
      remove(session, at: place, on: &board)
    }
  }

  private mutating func add(_ session: Int, at place: Place, on board: inout Board) {
    var slot = slots[session]
    let day = Int(board.day[place.block])
    for index in membership.find(session, at: place, on: &board) {
      let list = Int(membership.found(index).counter)
      let head = list &* dayCount &+ day
      var previous: Int32 = -1
      var following = heads[head]
      while following >= 0, isBefore(sessions[following], Int32(session), place, on: &board) {
        previous = following
        following = next[following]
      }
      next[slot] = following
      if previous < 0 { heads[head] = slot } else { next[previous] = slot }
      slot &+= 1
    }
  }

  private mutating func remove(_ session: Int, at place: Place, on board: inout Board) {
    var slot = slots[session]
    let day = Int(board.day[place.block])
    for index in membership.find(session, at: place, on: &board) {
      let list = Int(membership.found(index).counter)
      let head = list &* dayCount &+ day
      if heads[head] == slot {
        heads[head] = next[slot]
      } else {
        var previous = heads[head]
        while next[previous] != slot { previous = next[previous] }
        next[previous] = next[slot]
      }
      slot &+= 1
    }
  }

  @inline(__always)
  private func isBefore(
    _ other: Int32,
    _ session: Int32,
    _ place: Place,
    on board: inout Board
  ) -> Bool {
    let held = board.places[other]
    if held.block != place.block { return held.block < place.block }
    if held.start != place.start { return held.start < place.start }
    return other < session
  }
}
