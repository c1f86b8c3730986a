/// How many minutes of sessions find time in a block beside the breaks between them.
///
/// Sessions of one row begin on the grid, and each length can come as often as there is time. So the
/// number is never below what is possible.
struct TimeBesideBreaks {
  /// The lengths of the sessions, in minutes.
  private let lengths: [Int]
  /// The longest run of several sessions, in minutes.
  private let run: Int
  /// The shortest pause that ends a run, in minutes.
  private let pause: Int
  private let grid: Int

  /// For sessions with some minutes that begin on a grid; one longer than a run is a run by itself.
  init(of minutes: [Int], run: Int, pause: Int, grid: Int) {
    lengths = Set(minutes.filter { $0 > 0 }).sorted()
    self.run = run
    self.pause = pause
    self.grid = grid
  }

  /// The most minutes that a block takes.
  ///
  /// - Complexity: O(block × run × lengths), in minutes.
  func most(in block: Int) -> Int {
    guard let longest = lengths.last, block > 0 else { return 0 }
    // For each end and each span of the run that ends there the most minutes; -1 where there is none.
    let width = max(run, longest) + 1
    var filled = [Int](repeating: -1, count: (block + 1) * width)
    var best = 0
    func enter(_ start: Int, after minutes: Int, span: Int, length: Int) {
      let end = start + length
      guard end <= block else { return }
      let place = end * width + span
      filled[place] = max(filled[place], minutes + length)
      best = max(best, minutes + length)
    }
    for length in lengths { enter(0, after: 0, span: length, length: length) }
    for end in 0...block {
      let (next, rested) = (onGrid(end), onGrid(end + pause))
      for span in 0..<width {
        let minutes = filled[end * width + span]
        guard minutes >= 0 else { continue }
        for length in lengths {
          enter(rested, after: minutes, span: length, length: length)
          let longer = span + next - end + length
          if longer <= run { enter(next, after: minutes, span: longer, length: length) }
        }
      }
    }
    return best
  }

  private func onGrid(_ minutes: Int) -> Int { (minutes + grid - 1) / grid * grid }
}
