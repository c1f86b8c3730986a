/// How many sessions, and how many of their minutes, blocks can take at most.
///
/// Sessions of one row begin on the grid; nothing else of a timetable is looked at. So the numbers are
/// never below what is possible.
struct Packing {
  private let minutes: [Int]
  private let grid: Int

  /// Of sessions with some minutes that begin on a grid.
  init(of minutes: [Int], grid: Int) {
    self.minutes = minutes
    self.grid = grid
  }

  /// The most of the sessions that a block of some minutes takes.
  func count(in block: Int) -> Int {
    var end = 0
    return minutes.map(onGrid).sorted().prefix { length in
      end += length
      return end <= onGrid(block)
    }.count
  }

  /// The most of the minutes that a block of some minutes takes.
  func fill(of block: Int) -> Int {
    // For each end on the grid the most minutes before it; -1 where nothing ends there.
    var most = [Int](repeating: -1, count: onGrid(block) / grid + 1)
    most[0] = 0
    for length in minutes {
      let steps = onGrid(length) / grid
      for end in stride(from: most.count - 1, through: steps, by: -1) where most[end - steps] >= 0 {
        most[end] = max(most[end], most[end - steps] + length)
      }
    }
    return min(block, most.max() ?? 0)
  }

  private func onGrid(_ minutes: Int) -> Int { (minutes + grid - 1) / grid * grid }
}
