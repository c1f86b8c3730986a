internal import Curricula

/// What it costs to be in a room at a time, whichever session it is: closed days, hours.
///
/// Sessions of equal minutes form a class. For each class and room there is a row by block, a row by
/// start, or none.
struct RoomTimes: Sendable {
  /// For each session its class.
  private(set) var classOf: [Int] = []
  private(set) var byBlock: PlacementDraft.Tables
  private(set) var byStart: PlacementDraft.Tables

  init(_ terms: PlacementTerms, _ problem: Problem, startBase: [Int]) {
    byBlock = PlacementDraft.Tables(width: problem.blocks.count)
    byStart = PlacementDraft.Tables(width: startBase.last ?? 0)
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
    for block in problem.blocks.indices {
      var placement = Placement(
        session: session,
        block: block,
        start: problem.blocks[block].start,
        room: room,
        trainers: []
      )
      blocks[block] = blockTerms.cost(of: placement)
      if startTerms.isEmpty { continue }
      for (index, start) in problem.starts(of: session, in: block).enumerated() {
        placement.start = start
        starts[startBase[block] + index] = startTerms.cost(of: placement)
      }
    }
    byBlock.append(blockTerms.isEmpty ? nil : blocks)
    byStart.append(startTerms.isEmpty ? nil : starts)
  }
}
