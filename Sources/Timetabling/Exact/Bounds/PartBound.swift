/// What some units of a track still cost at least after a day, whatever the others do.
///
/// Found backwards from the last day: for each set of the units that can have been held, the cheapest
/// way to hold the others on the days left, by the visits, spans, amounts and single placements that
/// the part is charged with. What must be held between two units of one day takes its minutes too.
struct PartBound {
  /// What a part is charged with.
  ///
  /// What different parts are charged with must add up to no more than the costs themselves.
  struct Charge {
    /// The units, ascending.
    var units: [Int]
    /// Days with one of the members, each at the weight, but the first where it is free.
    var visits: [(members: UInt64, weight: Int, isFirstFree: Bool)] = []
    /// Days from the first of the members to the last, each at the weight.
    var spans: [(members: UInt64, weight: Int)] = []
    /// Amounts of each day.
    var amounts: [Track.DayAmount] = []
  }

  private let graph: IdealGraph
  /// For each ideal and each number of days gone the least cost, in units.
  private let table: [Int32]
  private let stride: Int
  private let unit: Int

  /// Stands for what cannot be.
  static let never = Int32.max

  /// The most entries of the table, four bytes each.
  static let sizeLimit = 60_000_000

  /// Finds the bounds, `nil` when there would be too many.
  init?(_ track: Track, _ charge: Charge, limit: Int, _ watch: inout Watch) {
    let stride = track.days.count + 1
    guard stride <= UInt128.bitWidth,
      let graph = IdealGraph(track, charge.units, limit: min(limit, Self.sizeLimit / stride))
    else { return nil }
    var solver = PartSolver(track, charge, graph)
    solver.solve(&watch)
    guard !watch.isOver else { return nil }
    self.graph = graph
    self.stride = stride
    table = solver.table
    unit = solver.unit
  }

  /// The least cost after a day, `Int.max` when the rest cannot be held any more.
  @inline(__always)
  func rest(after day: Int, held: UInt64) -> Int {
    let ideal = graph.index(of: held)
    guard ideal >= 0 else { return 0 }
    let value = table[ideal * stride + day + 1]
    return value == Self.never ? .max : Int(value) * unit
  }
}
