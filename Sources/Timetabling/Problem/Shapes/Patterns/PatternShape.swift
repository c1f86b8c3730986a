/// A shape that is nothing but a formula over each day of some placements.
protocol PatternShape: Shape {
  /// The placements that make up the row of a day.
  var row: Selection { get }

  /// Whether sessions that are left out could have helped to satisfy it.
  var needsAll: Bool { get }

  /// What an excess is a multiple of as far as it is no sum of lengths and times; 0 where it is only that.
  var step: Int { get }

  /// The formula.
  func pattern(in problem: Problem) -> any DayPattern
}

extension PatternShape {
  var outlook: Outlook { .days(of: row, step: step) }

  func count(in draft: inout Draft, at level: Level) { draft.watch(self, at: level) }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    compiler.follow(rowsOf: self, at: weight)
  }
}

extension PatternShape where Self: SelectionShape {
  var row: Selection { selection }
}

extension Draft {
  /// Enters a shape whose formula is asked for every day that a move changes.
  mutating func watch(_ shape: some PatternShape, at level: Level) {
    patterns.append(entry(shape, of: shape.row, at: level))
    savesAnything()
  }
}

extension TrackCompiler {
  /// Follows the formula of a shape where there are so many sessions for a row.
  ///
  /// Where sessions of other parts could help, there would be more to pay without them.
  ///
  /// - Returns: Whether it is followed.
  @discardableResult
  mutating func follow(
    rowsOf shape: some PatternShape,
    at weight: Weight,
    from least: Int = 2
  ) -> Bool {
    let extent = extent(of: shape.selection)
    let isWhole = extent.isWhole && self.extent(of: shape.row).isWhole
    if !isWhole { giveUp() }
    guard isWhole || !shape.needsAll, extent.scope.count >= least else { return false }
    add(shape.pattern(in: problem), of: shape.row, extent, weight)
    return true
  }
}
