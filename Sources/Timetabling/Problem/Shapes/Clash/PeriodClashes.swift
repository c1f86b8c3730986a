internal import Curricula

/// The clashes of a problem in which each block is a period: it holds one session of any resource.
struct PeriodClashes {
  /// A kind that shares resources with another.
  struct Neighbour {
    let kind: Int
    let share: Int
  }

  /// For each session its kind; 0 for sessions that are not placed.
  private(set) var kindOf: [Int]
  /// For each kind the kinds with which it shares groups or trainers, itself included.
  private(set) var neighbours: [[Neighbour]]
  /// For each room how often it is said that it holds one session at a time.
  private(set) var roomLevels: [Int]
  /// The trainers who depend on the placement, likewise.
  private(set) var trainers: [(trainer: Int, level: Int)] = []
  /// The clashes that do not fit: soft ones.
  private(set) var rest: (selections: [Selection], levels: [Level]) = ([], [])

  /// The most entries that the table of kinds and blocks, or their neighbours, may have.
  private static let sizeLimit = 1 << 25

  /// The clashes, `nil` where some block can hold two sessions of a resource, where a session can be in
  /// several rooms at once, or where the tables would be too large.
  init?(_ draft: Draft) {
    let problem = draft.problem
    guard draft.hasPeriods else { return nil }
    roomLevels = Array(repeating: 0, count: problem.curriculum.rooms.count)
    var resources = [[Int]](repeating: [], count: problem.sessions.count)
    var levels: [Int] = []
    for (selection, level) in zip(draft.clashes.things, draft.clashes.levels) {
      guard level.soft == 0 else {
        rest.selections.append(selection)
        rest.levels.append(level)
        continue
      }
      switch selection {
      case .sessions(let sessions):
        guard sessions.count > 1 else { continue }
        for session in sessions { resources[session].append(levels.count) }
        levels.append(level.hard)
      case .trainer(let trainer): trainers.append((trainer, level.hard))
      case .room(let room): roomLevels[room] += level.hard
      case .rooms: return nil
      }
    }
    var kinds: [[Int]: Int] = [:]
    var wants: [[Int]] = []
    kindOf = resources.map { resources in
      if let known = kinds[resources] { return known }
      kinds[resources] = wants.count
      wants.append(resources)
      return wants.count - 1
    }
    var holders = [[Int]](repeating: [], count: levels.count)
    for (kind, resources) in wants.enumerated() {
      for resource in resources { holders[resource].append(kind) }
    }
    let pairs = holders.reduce(0) { $0 + $1.count * $1.count }
    guard pairs <= Self.sizeLimit, wants.count * problem.blocks.count <= Self.sizeLimit else {
      return nil
    }
    var shares = [Int](repeating: 0, count: wants.count)
    neighbours = wants.map { resources in
      var found: [Int] = []
      for resource in resources {
        for kind in holders[resource] {
          if shares[kind] == 0 { found.append(kind) }
          shares[kind] += levels[resource]
        }
      }
      let list = found.sorted().map { Neighbour(kind: $0, share: shares[$0]) }
      for kind in found { shares[kind] = 0 }
      return list
    }
  }
}
