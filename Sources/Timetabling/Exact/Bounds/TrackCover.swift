internal import Curricula

/// Parts of a problem in each of which one session is held at a time, to bound the cost of all.
///
/// What a group attends, what a trainer holds for certain, and what can only be in one room are parts;
/// they may share sessions. Each soft constraint counts in one part only, as does what a single session
/// costs, so that the bounds of the parts add up. Hard constraints count in every part, as far as they
/// concern it.
struct TrackCover {
  private let problem: Problem
  private(set) var parts: [Track.Part]

  /// The most sessions in a part, so that it is soon bounded.
  private static let sizeLimit = 48
  /// The most parts of several sessions.
  private static let countLimit = 200
  /// The most rooms of which it is followed which are used together.
  private static let roomLimit = 6

  /// Chooses the parts, the largest first.
  ///
  /// - Complexity: O(constraints × parts).
  init(_ problem: Problem) {
    self.problem = problem
    var chosen: [Set<Int>] = []
    var groups: [[Int]] = []
    for sessions in Self.rows(of: problem) where groups.count < Self.countLimit {
      let set = Set(sessions)
      guard !chosen.contains(where: { set.isSubset(of: $0) }) else { continue }
      chosen.append(set)
      var rest = sessions[...]
      let pieces = (sessions.count + Self.sizeLimit - 1) / Self.sizeLimit
      for piece in 0..<pieces {
        let count = rest.count / (pieces - piece)
        groups.append(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
    }
    let covered = Set(groups.joined())
    groups += problem.sessions.indices.filter { !covered.contains($0) }.map { [$0] }
    var penalised: Set<Int> = []
    parts = groups.map { sessions in
      let own = Set(sessions).subtracting(penalised)
      penalised.formUnion(own)
      return Track.Part(
        sessions: sessions,
        penalised: own,
        softConstraints: [],
        followsRooms: problem.curriculum.rooms.count <= Self.roomLimit
      )
    }
    share()
  }

  /// The sessions that certainly share a group, a trainer or a room, the largest sets first.
  private static func rows(of problem: Problem) -> [[Int]] {
    problem.exclusiveSets.filter { $0.count > 1 }.enumerated().sorted { left, right in
      (right.element.count, left.offset) < (left.element.count, right.offset)
    }
    .map(\.element)
  }

  /// Lets each soft constraint count in the part that has most of its sessions.
  private mutating func share() {
    var partsOfSession = [[Int]](repeating: [], count: problem.sessions.count)
    for (index, part) in parts.enumerated() {
      for session in part.sessions { partsOfSession[session].append(index) }
    }
    for (index, constraint) in problem.constraints.enumerated() where constraint.weight != .hard {
      var counts: [Int: Int] = [:]
      for session in problem.sessions(sharedBy: constraint) {
        for part in partsOfSession[session] { counts[part, default: 0] += 1 }
      }
      let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best { parts[best.key].softConstraints?.insert(index) }
    }
  }

  /// A soft penalty that no timetable is below, `nil` when it is proved that there is none at all; by so
  /// many steps of the exact method for all parts together.
  func bound(steps: Int, shouldStop: @escaping () -> Bool) -> Int? {
    var sum = 0
    var left = steps
    for (index, part) in parts.enumerated() {
      guard !shouldStop() else { break }
      var watch = Watch(steps: left / (parts.count - index), shouldStop: shouldStop)
      let allowed = watch.remaining
      guard let bound = bound(of: part, &watch) else { return nil }
      sum = sum.cappedSum(bound)
      left -= allowed - max(0, watch.remaining)
    }
    return sum
  }

  private func bound(of part: Track.Part, _ watch: inout Watch) -> Int? {
    guard let track = Track(problem, part) else { return 0 }
    var method = ExactMethod(track) { width in
      PartBounds.Effort(whole: min(10_000, 10 * width), part: min(3_000, 10 * width))
    }
    var bound = 0
    for width in [64, 1_024, 16_384] {
      let result = method.run(width: width, below: .max, &watch)
      if result.bound == .max { return nil }
      bound = max(bound, result.bound)
      if watch.isOver || result.bound == result.penalty { break }
    }
    return bound
  }
}

extension Problem {
  /// The sessions among which a constraint counts something; none for one on single placements.
  fileprivate func sessions(sharedBy constraint: Constraint) -> [Int] {
    switch constraint.shape.outlook {
    case .single, .overlaps, .holding: []
    case .amounts, .days, .growing, .several:
      sessions.indices(possiblyIn: constraint.shape.selection)
    }
  }
}
