import Testing

@testable import Timetabling
@testable import seminar_benchmark

/// How much a block takes beside breaks, against all rows of sessions.
@Suite struct TimeBesideBreaksTests {
  /// All starts, tried one after the other, of sessions that come as often as they like.
  private struct AllRows {
    let lengths: [Int]
    let run: Int
    let pause: Int
    let grid: Int
    let block: Int

    /// The most minutes after an end, in a run that began at a time.
    func most(after end: Int = 0, since begin: Int? = nil) -> Int {
      var best = 0
      for start in stride(from: 0, through: block, by: grid) where start >= end {
        for length in lengths where start + length <= block {
          let goesOn = begin.flatMap { start - end < pause ? $0 : nil }
          if let goesOn, start + length - goesOn > run { continue }
          best = max(best, length + most(after: start + length, since: goesOn ?? start))
        }
      }
      return best
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `it is what the best row takes`(seed: UInt64) {
    var lots = DrawingLots(seed: seed)
    let rows = AllRows(
      lengths: (0...lots.below(2)).map { _ in 5 * (2 + lots.below(10)) },
      run: 5 * lots.below(14),
      pause: 5 * lots.below(5),
      grid: lots.one(of: [5, 10, 15]),
      block: 5 * lots.below(19)
    )
    let time = TimeBesideBreaks(
      of: rows.lengths,
      run: rows.run,
      pause: rows.pause,
      grid: rows.grid
    )
    #expect(time.most(in: rows.block) == rows.most())
  }

  @Test func `three hours with a long break take no module of 165 minutes`() {
    let time = TimeBesideBreaks(of: [45, 45, 45, 30], run: 100, pause: 20, grid: 15)
    #expect(time.most(in: 180) == 150)
    let shorter = TimeBesideBreaks(of: [45, 45, 45, 30], run: 100, pause: 15, grid: 15)
    #expect(shorter.most(in: 180) == 165)
  }
}
