internal import Curricula

/// When a session is held as somebody wrote it, counted as the programme counts; `nil` where nothing is
/// written.
///
/// In a block that passes midnight, what is written of the next day counts on the day before.
struct WrittenSpan: Sendable {
  /// The day on which it counts.
  let date: CivilDate?
  /// When it begins, in minutes since the midnight at which the day begins.
  let start: Int?
  /// When it ends, in minutes since the same midnight.
  let end: Int?

  /// Counts a day, a beginning and an end as they were written.
  init(date: CivilDate?, start: Int?, end: Int?, in curriculum: Curriculum) {
    guard let date, let start else {
      (self.date, self.start, self.end) = (date, start, end)
      return
    }
    let (day, first) = curriculum.counted(date, start)
    self.date = day
    self.start = first
    let passesMidnight = curriculum.blocks.contains { block in
      block.date == day && block.contains(first) && block.end > 1440
    }
    self.end = end.map { written in
      let last = written + first - start
      return last < first && passesMidnight ? last + 1440 : last
    }
  }
}
