/// The minutes or the number of sessions in each block, day or week, or in the whole programme, lie
/// within limits.
///
/// `least` counts in every block, and in every day and week that has a block. The amount of the
/// programme depends on the timetable only where a trainer or a room may or may not get a session.
struct Load: SelectionShape {
  var selection: Selection
  let measure: Measure
  /// Where amounts are summed up; `nil` for the whole programme.
  let per: Bucket?
  var limits: Limits

  var outlook: Outlook { per == nil ? .several : .amounts }
  var isInMinutes: Bool { measure == .minutes && per != nil }

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    let held = timetable.gather(placements) { timetable.bucket(per, of: $0) }
    let byBucket = Dictionary(uniqueKeysWithValues: held.map { ($0.key, $0.placements) })
    return timetable.problem.buckets(per).compactMap { bucket in
      let placements = byBucket[bucket] ?? []
      let amount = placements.reduce(0) {
        $0 + measure.amount(ofMinutes: timetable.problem.sessions[$1.session].minutes)
      }
      let excess = limits.excess(amount)
      return excess > 0 ? Violation(by: placements, excess: excess) : nil
    }
  }

  /// A move of a session changes its amount in at most two buckets.
  func count(in draft: inout Draft, at level: Level) {
    let formula = LoadFormula(measure: measure, dimension: .bucket(per), limits: limits)
    let entry = draft.entry(formula, of: selection, at: level)
    draft.loads.append(entry)
    draft.saves(in: entry.selection, level) { 2 * measure.amount(ofMinutes: $0) }
  }

  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    for blocks in relaxation.buckets(per) {
      relaxation.limit(selection, measure, to: limits, in: blocks, weight)
    }
  }

  var tie: Tie { .none }
  /// Sessions left out could fill a least amount.
  var needsAll: Bool { limits.least > 0 || per == nil }
  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { per == nil ? [.everything] : [.membership(selection)] }

  func eased(by excess: Int) -> Easing {
    guard per != nil else { return .none(because: "no timetable changes how much there is in all") }
    return Easing(self, \.limits, by: excess)
  }
}
