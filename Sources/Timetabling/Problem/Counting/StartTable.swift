internal import Curricula

/// For each start that is possible in a block, the number of its beginning.
struct StartTable: ~Copyable {
  /// For each sort of beginning, the number of different ones.
  let counts: FlatTable<Int>
  /// For each block where its starts begin.
  private let base: FlatTable<Int32>
  /// For each block when it begins, in minutes since midnight.
  private let blockStart: FlatTable<Int32>
  /// For each sort of beginning and each start its number.
  private let numbers: FlatTable<Int32>
  private let startCount: Int
  private let grid: Int32

  /// Creates the table, an empty one where nothing asks for it.
  init(_ problem: Problem, isAsked: Bool) {
    var base: [Int32] = []
    var starts: [(block: Int, start: Int)] = []
    for (index, block) in problem.blocks.enumerated() where isAsked {
      base.append(Int32(starts.count))
      starts += stride(from: block.start, through: block.end, by: problem.curriculum.grid).map {
        (index, $0)
      }
    }
    var numbers: [Int32] = []
    var counts: [Int] = []
    for beginning in Beginning.allCases {
      var known: [Int: Int32] = [:]
      for (block, start) in starts {
        let key = problem.key(of: beginning, block, start)
        let number = known[key] ?? Int32(known.count)
        known[key] = number
        numbers.append(number)
      }
      counts.append(known.count)
    }
    self.counts = FlatTable(counts)
    self.base = FlatTable(base)
    blockStart = FlatTable(problem.blocks.map { Int32($0.start) })
    self.numbers = FlatTable(numbers)
    startCount = starts.count
    grid = Int32(problem.curriculum.grid)
  }

  /// The number of a place's beginning, of a sort.
  @inline(__always)
  func bucket(_ sort: Int, of place: Place) -> Int {
    let step = (place.start &- blockStart[place.block]) / grid
    return Int(numbers[sort &* startCount &+ Int(base[place.block] &+ step)])
  }
}
