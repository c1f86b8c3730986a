internal import Curricula

/// Which counters a session belongs to, by itself, by its trainers and by its room.
///
/// A question is answered by filling a list that is then read: ``find(_:at:on:)`` or ``find(_:on:)``,
/// then ``found(_:)``.
struct Membership: ~Copyable {
  /// A counter to which a session belongs before a move, after it, or both.
  struct Part: BitwiseCopyable {
    var counter: Int32
    var was: Bool
    var isNow: Bool
  }

  private let bySession: Rows
  private let byTrainer: Rows
  private let byRoom: Rows
  private var parts: FlatTable<Part>
  private var count = 0
  /// Whether no counter depends on rooms or on the choice of trainers.
  let isFixed: Bool

  /// Creates the membership of counters, one for each selection.
  init(of selections: [Selection], in problem: Problem) {
    var sessions = [[Int]](repeating: [], count: problem.sessions.count)
    var trainers = [[Int]](repeating: [], count: problem.curriculum.trainers.count)
    var rooms = [[Int]](repeating: [], count: problem.curriculum.rooms.count)
    for (counter, selection) in selections.enumerated() {
      switch selection {
      case .sessions(let members): for member in members { sessions[member].append(counter) }
      case .trainer(let trainer): trainers[trainer].append(counter)
      case .room(let room): rooms[room].append(counter)
      case .rooms(let some): for room in some { rooms[room].append(counter) }
      }
    }
    let mostByTeam =
      problem.sessions.lazy.flatMap(\.teams)
      .map { team in team.trainers.reduce(0) { $0 + trainers[$1].count } }.max() ?? 0
    let mostBySession = sessions.lazy.map(\.count).max() ?? 0
    let mostByRoom = rooms.lazy.map(\.count).max() ?? 0
    parts = FlatTable(
      repeating: Part(counter: 0, was: false, isNow: false),
      count: mostBySession + 2 * mostByTeam + 2 * mostByRoom
    )
    bySession = Rows(sessions)
    byTrainer = Rows(trainers)
    byRoom = Rows(rooms)
    isFixed = byTrainer.isEmpty && byRoom.isEmpty
  }

  /// The counters that a session belongs to by itself, to be read by ``fixed(_:)``.
  @inline(__always)
  func fixedRange(_ session: Int) -> Range<Int> { bySession.range(session) }

  /// A counter of ``fixedRange(_:)``.
  @inline(__always)
  func fixed(_ index: Int) -> Int { bySession[index] }

  /// Whether a session belongs to a counter by itself.
  @inline(__always)
  func isFixed(_ session: Int, in counter: Int) -> Bool {
    bySession.contains(session, counter)
  }

  /// A counter that was found.
  @inline(__always)
  func found(_ index: Int) -> Part { parts[index] }

  /// Finds the counters that a session belongs to at a place.
  ///
  /// - Returns: The indices for ``found(_:)``.
  mutating func find(_ session: Int, at place: Place, on board: inout Board) -> Range<Int> {
    find(Move(session: session, from: place, to: place), on: &board)
  }

  /// Finds the counters that a session belongs to before a move, after it, or both.
  ///
  /// - Returns: The indices for ``found(_:)``.
  mutating func find(_ move: Move, on board: inout Board) -> Range<Int> {
    let (from, to) = (move.from, move.to)
    count = 0
    for index in bySession.range(move.session) { keep(bySession[index], was: true, isNow: true) }
    if isFixed { return 0..<count }
    for seat in board.trainers.range(Int(from.team)) {
      let trainer = board.trainers[seat]
      let stays = from.team == to.team || board.trainers.contains(Int(to.team), trainer)
      for index in byTrainer.range(trainer) {
        keep(byTrainer[index], was: true, isNow: stays)
      }
    }
    if from.team != to.team {
      for seat in board.trainers.range(Int(to.team)) {
        let trainer = board.trainers[seat]
        if board.trainers.contains(Int(from.team), trainer) { continue }
        for index in byTrainer.range(trainer) {
          keep(byTrainer[index], was: false, isNow: true)
        }
      }
    }
    if from.room >= 0 {
      let stays = from.room == to.room
      for index in byRoom.range(Int(from.room)) {
        keep(byRoom[index], was: true, isNow: stays)
      }
      if stays { return 0..<count }
    }
    if to.room >= 0 {
      for index in byRoom.range(Int(to.room)) {
        keep(byRoom[index], was: false, isNow: true)
      }
    }
    return 0..<count
  }

  @inline(__always)
  private mutating func keep(_ counter: Int, was: Bool, isNow: Bool) {
    parts[count] = Part(counter: Int32(truncatingIfNeeded: counter), was: was, isNow: isNow)
    count &+= 1
  }
}
