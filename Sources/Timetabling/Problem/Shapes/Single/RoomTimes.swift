internal import Curricula

/// What it costs to be in a room at a time, whichever session it is: closed days, hours.
///
/// Sessions of equal minutes form a class. For each class and room there is a row by block, a row by
/// start, or none; and a row of what a block costs at its best start.
struct RoomTimes: Sendable {
  /// For each session its class.
  private(set) var classOf: [Int] = []
  private(set) var byBlock: PlacementDraft.Tables
  private(set) var byStart: PlacementDraft.Tables
  /// For each block the least cost of a start in it; hard only where all starts are.
  private var leastByBlock: PlacementDraft.Tables
  private let rooms: Int

  init(_ terms: PlacementTerms, _ problem: Problem, startBase: [Int]) {
    byBlock = PlacementDraft.Tables(width: problem.blocks.count)
    byStart = PlacementDraft.Tables(width: startBase.last ?? 0)
    leastByBlock = byBlock
    rooms = terms.byRoom.count
    var classes: [Int: Int] = [:]
    for (session, facts) in problem.sessions.enumerated() {
      if let known = classes[facts.minutes] {
        classOf.append(known)
        continue
      }
      classOf.append(classes.count)
      classes[facts.minutes] = classes.count
      for (room, terms) in terms.byRoom.enumerated() {
        append(room, terms, session, problem, startBase)
      }
    }
  }

  /// Adds the rows of a room and of the class of a session.
  private mutating func append(
    _ room: Int,
    _ terms: [PlacementTerms.Term],
    _ session: Int,
    _ problem: Problem,
    _ startBase: [Int]
  ) {
    let blockTerms = terms.reading { !$0.contains(.start) }
    let startTerms = terms.reading { $0.contains(.start) }
    var blocks = [Change](repeating: .none, count: byBlock.width)
    var starts = [Change](repeating: .none, count: startTerms.isEmpty ? 0 : byStart.width)
    var least = blocks
    for block in problem.blocks.indices {
      var placement = Placement(
        session: session,
        block: block,
        start: problem.blocks[block].start,
        room: room,
        trainers: []
      )
      blocks[block] = blockTerms.cost(of: placement)
      least[block] = blocks[block]
      if startTerms.isEmpty { continue }
      var cheapest: Change?
      for (index, start) in problem.starts(of: session, in: block).enumerated() {
        placement.start = start
        let cost = startTerms.cost(of: placement)
        starts[startBase[block] + index] = cost
        if cheapest.map({ (cost.hard, cost.soft) < ($0.hard, $0.soft) }) ?? true { cheapest = cost }
      }
      if let cheapest { least[block] = blocks[block] + cheapest }
    }
    leastByBlock.append(terms.isEmpty ? nil : least)
    byBlock.append(blockTerms.isEmpty ? nil : blocks)
    byStart.append(startTerms.isEmpty ? nil : starts)
  }

  /// Whether it matters when a session begins in a room.
  func asksForStarts(_ session: Int, in room: Int) -> Bool {
    byStart.rowOf[classOf[session] * rooms + room] >= 0
  }

  /// What it costs to begin a session in a room in a block, at a start by its place in rows by start.
  func cost(_ session: Int, in room: Int, _ block: Int, start: Int) -> Change {
    let cell = classOf[session] * rooms + room
    return byBlock[cell, block] + byStart[cell, start]
  }

  /// What it costs at least to hold a session in a room in a block.
  func least(_ session: Int, in room: Int, _ block: Int) -> Change {
    leastByBlock[classOf[session] * rooms + room, block]
  }
}
