internal import Curricula

/// A session with its start, its room and its trainers.
///
/// Sessions, blocks, rooms and trainers are given by their index in the problem.
public struct Placement: Hashable, Sendable {
  /// The session.
  public var session: Int
  /// The block in which it is held.
  public var block: Int
  /// When it begins, in minutes since midnight.
  public var start: Int
  /// The room; `nil` where the curriculum has no rooms.
  public var room: Int?
  /// The trainers, in ascending order.
  public var trainers: [Int]

  /// Creates a placement.
  public init(session: Int, block: Int, start: Int, room: Int?, trainers: [Int]) {
    self.session = session
    self.block = block
    self.start = start
    self.room = room
    self.trainers = trainers
  }
}

/// All placements of a problem's sessions, or some of them.
public struct Timetable: Sendable {
  /// The problem that the placements refer to.
  public let problem: Problem
  /// The placements, by session.
  public private(set) var placements: [Placement]
  private var position: [Int?]

  /// Creates a timetable; of two placements of one session the later counts.
  public init(of problem: Problem, _ placements: [Placement] = []) {
    self.problem = problem
    var bySession = [Placement?](repeating: nil, count: problem.sessions.count)
    for placement in placements { bySession[placement.session] = placement }
    self.placements = bySession.compactMap(\.self)
    position = Array(repeating: nil, count: problem.sessions.count)
    for (index, placement) in self.placements.enumerated() { position[placement.session] = index }
  }

  /// The placement of a session, `nil` when it is not placed.
  public func placement(of session: Int) -> Placement? {
    position[session].map { placements[$0] }
  }

  /// The placements of some sessions.
  public func placements(of sessions: [Int]) -> [Placement] {
    sessions.compactMap(placement(of:))
  }

  /// The placements that a selection takes in, in the order of time.
  public func placements(of selection: Selection) -> [Placement] {
    let chosen =
      selection.isFixed
      ? placements(of: selection.named) : placements.filter(selection.takesIn)
    return chosen.sorted { left, right in
      (left.block, left.start, left.session) < (right.block, right.start, right.session)
    }
  }

  /// When a placement ends, in minutes since midnight.
  public func end(of placement: Placement) -> Int {
    placement.start + problem.sessions[placement.session].minutes
  }

  /// The day of a placement, as an index of the problem's days.
  public func day(of placement: Placement) -> Int {
    problem.dayOfBlock[placement.block]
  }

  /// The week of a placement, from 1.
  public func week(of placement: Placement) -> Int {
    problem.blocks[placement.block].week
  }

  /// Whether two placements share a minute.
  public func overlap(_ left: Placement, _ right: Placement) -> Bool {
    day(of: left) == day(of: right) && left.start < end(of: right) && right.start < end(of: left)
  }

  /// The date of a placement.
  func date(of placement: Placement) -> CivilDate {
    problem.days[day(of: placement)].date
  }

  /// The placements gathered by what they share, in the order of the key.
  public func gather<Key: Comparable & Hashable>(
    _ placements: [Placement],
    by key: (Placement) -> Key
  ) -> [(key: Key, placements: [Placement])] {
    Dictionary(grouping: placements, by: key)
      .map { (key: $0.key, placements: $0.value) }
      .sorted { $0.key < $1.key }
  }
}
