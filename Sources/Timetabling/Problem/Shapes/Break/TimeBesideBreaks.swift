/// How many minutes of sessions find time in a block beside the breaks between them.
///
/// Sessions of one row begin on the grid, and each length can come as often as there is time. So the
/// number is never below what is possible.
struct TimeBesideBreaks {
  /// The minutes of which sessions and steps of the grid are multiples; all else is counted in these.
  private let unit: Int
  /// The lengths of the sessions.
  private let lengths: [Int]
  /// The longest run of several sessions.
  private let run: Int
  /// The shortest pause that ends a run.
  private let pause: Int
  private let grid: Int

  /// For sessions with some minutes that begin on a grid; one longer than a run is a run by itself.
  init(of minutes: [Int], run: Int, pause: Int, grid: Int) {
    let lengths = Set(minutes.filter { $0 > 0 }).sorted()
    let unit = lengths.reduce(grid) { $0.greatestCommonDivisor(with: $1) }
    self.unit = unit
    self.lengths = lengths.map { $0 / unit }
    self.run = run / unit
    self.pause = (pause + unit - 1) / unit
    self.grid = grid / unit
  }

  /// The most minutes that a block takes.
  func most(in minutes: Int) -> Int { unit * mostUnits(in: minutes / unit) }

  /// - Complexity: O(block × run × lengths), in units.
  private func mostUnits(in block: Int) -> Int {
    guard let longest = lengths.last, block > 0 else { return 0 }
    // For each end and each span of the run that ends there the most time; -1 where there is none.
    let width = max(min(run, block), longest) + 1
    var filled = [Int](repeating: -1, count: (block + 1) * width)
    var best = 0
    func enter(_ start: Int, after time: Int, span: Int, length: Int) {
      let end = start + length
      guard end <= block else { return }
      let place = end * width + span
      filled[place] = max(filled[place], time + length)
      best = max(best, time + length)
    }
    for length in lengths { enter(0, after: 0, span: length, length: length) }
    for end in 0...block {
      let (next, rested) = (onGrid(end), onGrid(end + pause))
      for span in 0..<width {
        let time = filled[end * width + span]
        guard time >= 0 else { continue }
        for length in lengths {
          enter(rested, after: time, span: length, length: length)
          let longer = span + next - end + length
          if longer <= min(run, block) { enter(next, after: time, span: longer, length: length) }
        }
      }
    }
    return best
  }

  private func onGrid(_ time: Int) -> Int { (time + grid - 1) / grid * grid }
}
