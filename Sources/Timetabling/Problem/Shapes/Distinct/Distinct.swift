/// The number of different blocks, days, weeks, rooms or beginnings of some placements lies within limits.
struct Distinct: SelectionShape {
  var selection: Selection
  let dimension: Dimension
  var limits: Limits

  var outlook: Outlook {
    switch dimension {
    case .room, .start: needsAll ? .several : .growing
    case .bucket: .several
    }
  }
  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    guard !placements.isEmpty else { return [] }
    let used =
      switch dimension {
      case .bucket(let bucket): Set(placements.map { timetable.bucket(bucket, of: $0) })
      case .room: Set(placements.compactMap(\.room))
      case .start(let beginning):
        Set(placements.map { timetable.problem.key(of: beginning, $0.block, $0.start) })
      }
    let excess = limits.excess(used.count)
    return excess > 0 ? [Violation(by: placements, excess: excess)] : []
  }

  /// A move of a session changes the number by at most 1.
  func count(in draft: inout Draft, at level: Level) {
    let formula = DistinctFormula(
      dimension: dimension,
      least: Int32(clamping: limits.least),
      most: Int32(clamping: limits.top)
    )
    let entry = draft.entry(formula, of: selection, at: level)
    draft.distincts.append(entry)
    draft.saves(in: entry.selection, level) { _ in 1 }
  }

  var tie: Tie {
    guard let most = limits.most, most <= 1 else { return .none }
    switch dimension {
    case .bucket(let bucket?): return .together(in: bucket)
    case .start(.exact): return .together(in: .day)
    case .bucket(nil), .room, .start(.inWeek): return .none
    }
  }

  /// Sessions left out could make up a number of more than one.
  var needsAll: Bool { limits.least > 1 }
  /// Beginnings are not known while only days are chosen.
  var coarse: Coarse {
    switch dimension {
    case .bucket, .room: .kept
    case .start: .dropped
    }
  }

  var distinctions: [Distinction] {
    [.membership(selection)] + (dimension == .room ? [.rooms] : [])
  }

  func eased(by excess: Int) -> Easing { Easing(self, \.limits, by: excess) }
}

extension Problem {
  /// That sessions use at most so many blocks.
  func usingBlocks(atMost most: Int, _ weight: Weight) -> Constraint {
    let all = Selection.sessions(Array(sessions.indices))
    let limits = Limits(most: most)
    return rule(Distinct(selection: all, dimension: .bucket(.block), limits: limits), weight)
  }
}
