/// An academy made by chance: many groups that share trainers and rooms.
///
/// Each group has modules of about five sessions, each session after the one before it in its module;
/// every tenth session is held for two groups together. Blocks are the mornings and afternoons of
/// five days a week. While it is made, every session is given a time, a trainer and a room that are
/// free, and trainers and rooms are only shut where they are not needed: so there is a timetable.
struct Academy {
  /// How large an academy is.
  struct Size: Hashable {
    var groups: Int
    var trainers: Int
    var rooms: Int
    var weeks: Int
    /// The sessions of each group, without those that it shares as the second of two.
    var sessionsOfGroup: Int

    /// The size with about so many sessions: 25 for each group, a trainer for ten sessions, and three
    /// rooms for eight groups.
    init(sessions: Int, weeks: Int = 10) {
      groups = max(1, sessions / 25)
      trainers = max(2, sessions / 10)
      rooms = max(2, (groups * 3 + 7) / 8)
      self.weeks = weeks
      sessionsOfGroup = sessions / groups
    }
  }

  /// A session with what is known of it.
  struct Session {
    let module: String
    let groups: [Int]
    let minutes: Int
    let needsScreen: Bool
    /// The session right before it in the module.
    let before: Int?
    var trainers: [Int] = []
    var block = 0
    var start = 0
    var room = 0

    /// The index of the day.
    var day: Int { block / 2 }
  }

  let size: Size
  /// The people in each group.
  private(set) var people: [Int] = []
  /// For each room its seats.
  private(set) var seats: [Int] = []
  private(set) var sessions: [Session] = []
  private(set) var lots: DrawingLots

  /// Steps of a quarter of an hour in a block of three hours.
  static let steps = 12
  static let minutesPerStep = 15

  /// The blocks of all weeks.
  var blockCount: Int { size.weeks * 10 }

  /// Makes an academy; equal seeds make equal ones.
  ///
  /// - Returns: `nil` when there are too few trainers and rooms for the sessions.
  init?(_ size: Size, seed: UInt64) {
    self.size = size
    lots = DrawingLots(seed: seed &* 1_000_003 &+ UInt64(size.groups))
    people = (0..<size.groups).map { _ in 12 + lots.below(19) }
    // Every second room seats two groups.
    seats = (0..<size.rooms).map { $0 % 2 == 0 ? 60 : 30 }
    for group in 0..<size.groups { addSessions(of: group) }
    guard hold() else { return nil }
  }

  /// Whether a room has a screen: all but every fourth.
  func hasScreen(_ room: Int) -> Bool { room % 4 != 3 }

  private mutating func addSessions(of group: Int) {
    var before: Int?
    for index in 0..<size.sessionsOfGroup {
      if index % 5 == 0 { before = nil }
      let isShared = index % 10 == 3 && group % 2 == 0 && group + 1 < size.groups
      sessions.append(
        Session(
          module: "g\(group)m\(index / 5)",
          groups: isShared ? [group, group + 1] : [group],
          minutes: lots.one(of: [30, 45, 60, 60, 60, 90, 90]),
          needsScreen: lots.below(3) == 0,
          before: before
        )
      )
      before = sessions.count - 1
    }
  }
}

// MARK: - Holding

extension Academy {
  /// When somebody or something is taken, as bits for the steps of each block.
  private struct Diary {
    private var taken: [UInt16]
    private let blocks: Int

    init(_ count: Int, blocks: Int) {
      self.blocks = blocks
      taken = Array(repeating: 0, count: count * blocks)
    }

    func areFree(_ all: [Int], _ block: Int, _ bits: UInt16) -> Bool {
      all.allSatisfy { taken[$0 * blocks + block] & bits == 0 }
    }

    func firstFree(_ all: [Int], _ block: Int, _ bits: UInt16) -> Int? {
      all.first { taken[$0 * blocks + block] & bits == 0 }
    }

    mutating func take(_ one: Int, _ block: Int, _ bits: UInt16) {
      taken[one * blocks + block] |= bits
    }
  }

  /// Gives each session a time, a room and trainers; `false` when one finds none.
  private mutating func hold() -> Bool {
    var groups = Diary(size.groups, blocks: blockCount)
    var rooms = Diary(size.rooms, blocks: blockCount)
    var trainers = Diary(size.trainers, blocks: blockCount)
    for index in sessions.indices {
      let session = sessions[index]
      let length = session.minutes / Self.minutesPerStep
      let suitable = suitableRooms(for: session)
      let firstTrainer = lots.below(size.trainers)
      let all = (0..<size.trainers).map { (firstTrainer + $0) % size.trainers }
      var isHeld = false
      search: for (block, starts) in places(index) {
        for start in starts where start + length <= Self.steps {
          let bits = UInt16((1 << length) - 1) << UInt16(start)
          guard groups.areFree(session.groups, block, bits),
            let room = rooms.firstFree(suitable, block, bits),
            let trainer = trainers.firstFree(all, block, bits)
          else { continue }
          for group in session.groups { groups.take(group, block, bits) }
          rooms.take(room, block, bits)
          trainers.take(trainer, block, bits)
          sessions[index].block = block
          sessions[index].start = start
          sessions[index].room = room
          sessions[index].trainers = [trainer] + otherTrainers(than: trainer)
          isHeld = true
          break search
        }
      }
      if !isHeld { return false }
    }
    return true
  }

  /// The rooms that a session can use, beginning with any.
  private mutating func suitableRooms(for session: Session) -> [Int] {
    let attendance = session.groups.reduce(0) { $0 + people[$1] }
    let first = lots.below(size.rooms)
    return (0..<size.rooms).map { (first + $0) % size.rooms }.filter {
      seats[$0] >= attendance && (!session.needsScreen || hasScreen($0))
    }
  }

  /// One session in three may be held by one of three trainers.
  private mutating func otherTrainers(than trainer: Int) -> [Int] {
    guard size.trainers > 2, lots.below(3) == 0 else { return [] }
    return [1, 2].map { (trainer + $0) % size.trainers }
  }

  /// The blocks with the steps at which a session may begin, first a few drawn from the days around
  /// its turn, then all after the session before it.
  private mutating func places(_ index: Int) -> [(block: Int, starts: Range<Int>)] {
    let session = sessions[index]
    let turn = index % size.sessionsOfGroup
    let base = turn * max(1, blockCount - 10) / size.sessionsOfGroup
    var first = (block: 0, step: 0)
    if let before = session.before {
      let held = sessions[before]
      first = (held.block, held.start + held.minutes / Self.minutesPerStep)
    }
    let drawn = (0..<8).map { _ in min(blockCount - 1, base + lots.below(10)) }
    let late = max(first.block, base)..<blockCount
    let early = first.block..<max(first.block, base)
    return (drawn.filter { $0 >= first.block } + late + early).map { block in
      let step = block == first.block ? min(first.step, Self.steps) : 0
      return (block, step..<Self.steps)
    }
  }
}
