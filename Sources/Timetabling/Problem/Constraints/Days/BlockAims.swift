internal import Curricula
internal import Diagnostics

/// Blocks that are for certain groups, or for the rooms of one place.
enum BlockAims {
  /// For each declaration of blocks for groups, that other groups have no session in them.
  static func groups(in problem: Problem) -> [Constraint] {
    declared(in: problem) { !$0.groups.isEmpty }.compactMap { blocks in
      let block = problem.blocks[blocks[0]]
      let others = problem.sessions.indices.filter { session in
        !block.admits(problem.sessions[session].groups.map { problem.curriculum.groups[$0].id })
      }
      guard !others.isEmpty else { return nil }
      let isThen = Set(blocks)
      let who = block.groups.map { "'\($0)'" }.listed()
      let origin = Origin(
        "block-groups",
        .hard,
        .given,
        Statement("\(named(blocks, in: problem)) only for \(who)", topic: .calendar),
        at: block.location
      )
      return Constraint(
        origin,
        Single(of: others, reads: .block) { isThen.contains($0.block) ? 1 : 0 }
      )
    }
  }

  /// For each declaration of blocks for a place, that no room of another place is used in them.
  static func places(in problem: Problem) -> [Constraint] {
    let rooms = problem.curriculum.rooms
    return declared(in: problem) { $0.place != nil }.compactMap { blocks in
      let block = problem.blocks[blocks[0]]
      let isElsewhere = rooms.map { !block.admits($0) }
      guard let place = block.place, isElsewhere.contains(true) else { return nil }
      let isThen = Set(blocks)
      let origin = Origin(
        "block-place",
        .hard,
        .given,
        Statement("\(named(blocks, in: problem)) only for rooms in '\(place)'", topic: .calendar),
        at: block.location
      )
      let all = Array(problem.sessions.indices)
      return Constraint(
        origin,
        Single(of: all, reads: [.block, .room]) { placement in
          let room = placement.room
          return isThen.contains(placement.block) && room.map({ isElsewhere[$0] }) == true ? 1 : 0
        }
      )
    }
  }

  /// The blocks that are meant, by their declarations.
  private static func declared(
    in problem: Problem,
    where isMeant: (Block) -> Bool
  ) -> [[Int]] {
    var order: [Diagnostic.Location] = []
    var blocks: [Diagnostic.Location: [Int]] = [:]
    for (index, block) in problem.blocks.enumerated() where isMeant(block) {
      if blocks[block.location] == nil { order.append(block.location) }
      blocks[block.location, default: []].append(index)
    }
    return order.compactMap { blocks[$0] }
  }

  private static func named(_ blocks: [Int], in problem: Problem) -> String {
    let first = problem.blocks[blocks[0]].id
    return blocks.count == 1
      ? "the block \(first) is" : "\(blocks.count) blocks, from \(first) on, are"
  }
}
