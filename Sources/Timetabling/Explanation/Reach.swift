internal import Curricula

/// In which blocks sessions can be held, as far as constraints on single placements and orders tell.
struct Reach {
  private let problem: Problem
  /// For each session the blocks, ascending.
  private var blocks: [Int: [Int]] = [:]

  /// By some hard constraints, given by their indices.
  ///
  /// - Complexity: O(sessions × placements × constraints) where no early placement is allowed.
  init(of sessions: [Int], by constraints: [Int], in problem: Problem) {
    self.problem = problem
    let singles = constraints.compactMap { problem.constraints[$0].single }
      .map { (single: $0, sessions: Set($0.sessions)) }
    for session in sessions {
      let rules = singles.filter { $0.sessions.contains(session) }.map(\.single)
      blocks[session] = problem.blocks.indices.filter {
        problem.allows(session, in: $0, by: rules)
      }
    }
    let orders = constraints.compactMap { index -> (earlier: Int, later: Int, least: Int)? in
      guard case .order(let earlier, let later, let days) = problem.constraints[index].shape.tie,
        blocks[earlier] != nil, blocks[later] != nil
      else { return nil }
      return (earlier, later, days.least)
    }
    while orders.reduce(false, { narrow($1.earlier, $1.later, $1.least) || $0 }) {}
  }

  /// Takes out the blocks that one order forbids; whether there were any.
  private mutating func narrow(_ earlier: Int, _ later: Int, _ least: Int) -> Bool {
    guard let before = blocks[earlier], let after = blocks[later], let first = before.first,
      let last = after.last
    else { return false }
    func follows(_ block: Int, _ other: Int) -> Bool {
      other <= block
        && problem.blocks[block].date.days(since: problem.blocks[other].date) >= least
    }
    let (kept, keptAfter) = (
      before.filter { follows(last, $0) }, after.filter { follows($0, first) }
    )
    blocks[earlier] = kept
    blocks[later] = keptAfter
    return kept.count < before.count || keptAfter.count < after.count
  }

  /// From the first to the last block of a session; `nil` where there is none.
  func span(of session: Int) -> ClosedRange<Int>? {
    guard let first = blocks[session]?.first, let last = blocks[session]?.last else { return nil }
    return first...last
  }

  /// The blocks in which one of some sessions can be held, ascending.
  func blocks(of sessions: [Int]) -> [Int] {
    sessions.reduce(into: Set()) { $0.formUnion(blocks[$1] ?? []) }.sorted()
  }
}

extension Reach {
  /// Sets of sessions of which one is held at a time, and which need more minutes than the blocks have
  /// in which they must all be held; the smallest first, and only a few.
  ///
  /// - Complexity: O(rows × blocks² × sessions); none for problems that nobody attends.
  func crowds(in rows: [[Int]]) -> [[Int]] {
    guard problem.blocks.count <= Self.most, blocks.count <= Self.most else { return [] }
    var found: [[Int]] = []
    for row in rows {
      let spans = row.compactMap { session in span(of: session).map { (session, $0) } }
      for first in Set(spans.map(\.1.lowerBound)) {
        for last in Set(spans.map(\.1.upperBound)) where first <= last {
          let inside = spans.filter { first <= $0.1.lowerBound && $0.1.upperBound <= last }
          let wanted = inside.reduce(0) { $0 + problem.sessions[$1.0].minutes }
          let minutes = problem.blocks[first...last].reduce(0) { $0 + $1.minutes }
          let crowd = inside.map(\.0).sorted()
          if wanted > minutes, !found.contains(crowd) { found.append(crowd) }
        }
      }
    }
    let sorted = found.sorted { left, right in
      left.count == right.count
        ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
    return Array(sorted.prefix(Self.told))
  }

  /// The most sessions and blocks that are looked at, and the most sets that are told.
  private static let (most, told) = (256, 4)
}

extension Problem {
  /// Whether a session can be held in a block by some constraints on single placements.
  fileprivate func allows(_ session: Int, in block: Int, by rules: [Single]) -> Bool {
    let facts = sessions[session]
    let rooms: [Int?] = facts.rooms.isEmpty ? [nil] : facts.rooms
    return starts(of: session, in: block).contains { start in
      facts.teams.contains { team in
        rooms.contains { room in
          let placement = Placement(
            session: session,
            block: block,
            start: start,
            room: room,
            trainers: team.trainers
          )
          return rules.allSatisfy { $0.excess(placement) == 0 }
        }
      }
    }
  }
}
