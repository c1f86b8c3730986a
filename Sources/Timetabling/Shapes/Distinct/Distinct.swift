/// The number of different blocks, days, weeks or rooms that some placements use lies within limits.
///
/// Excess: the number above the most, or below the least; 0 without any placement.
struct Distinct: Shape {
  let selection: Selection
  let dimension: Dimension
  let limits: Limits

  /// What is counted when different.
  enum Dimension: Hashable, Sendable {
    case bucket(Bucket)
    case room
  }

  let outlook = Outlook.several

  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    guard !placements.isEmpty else { return [] }
    let used =
      switch dimension {
      case .bucket(let bucket): Set(placements.map { timetable.bucket(bucket, of: $0) })
      case .room: Set(placements.compactMap(\.room))
      }
    let excess = limits.excess(used.count)
    return excess > 0 ? [Violation(by: placements, excess: excess)] : []
  }

  /// A move of a session changes the number by at most 1.
  func count(in draft: inout Draft, at level: Level) {
    let settled = draft.settled(selection)
    draft.distincts.append(
      (Distinct(selection: settled, dimension: dimension, limits: limits), level)
    )
    draft.saves(in: settled, level) { _ in 1 }
  }

  var tie: Tie {
    guard case .bucket(let bucket) = dimension, let most = limits.most, most <= 1 else {
      return .none
    }
    return .together(in: bucket)
  }

  /// Sessions left out could make up a number of more than one.
  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    guard limits.least <= 1 || excerpt.hasAll(of: selection),
      let selection = selection.kept(excerpt.position)
    else { return nil }
    return Distinct(selection: selection, dimension: dimension, limits: limits)
  }

  func coarse(in problem: Problem) -> Coarse { .kept }

  var distinctions: [Distinction] {
    [.membership(selection)] + (dimension == .room ? [.rooms] : [])
  }

  func eased(by excess: Int) -> Easing {
    Easing(limits, by: excess) {
      Distinct(selection: selection, dimension: dimension, limits: $0)
    }
  }
}

extension Problem {
  /// That sessions use at most so many blocks.
  func usingBlocks(atMost most: Int, _ weight: Weight) -> Constraint {
    Constraint(
      silent(weight),
      Distinct(
        selection: .sessions(Array(sessions.indices)),
        dimension: .bucket(.block),
        limits: Limits(most: most)
      )
    )
  }
}
