extension Distinct {
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    switch dimension {
    case .bucket(let bucket?): relax(bucket, in: &relaxation, weight)
    case .start(let beginning): relax(beginning, in: &relaxation, weight)
    case .room: relaxation.limitRooms(of: selection, to: limits.top, weight)
    case .bucket(nil): return
    }
  }

  private func relax(_ bucket: Bucket, in relaxation: inout BlockRelaxation, _ weight: Weight) {
    let buckets = relaxation.used(bucket, by: selection)
    let used = buckets.compactMap(\.self)
    if let most = limits.most {
      let breaches = relaxation.require(
        used.map { Term(1, $0) },
        atMost: most,
        weight,
        atWorst: relaxation.members(of: selection).count
      )
      if most == 1, selection.isFixed, let breaches {
        relaxation.bundles.append(
          BlockRelaxation.Bundle(
            sessions: relaxation.members(certainlyIn: selection),
            bucket: bucket,
            used: buckets,
            breaches: breaches
          )
        )
      }
    }
    // Who takes in nothing needs no buckets.
    let isHeld = !relaxation.members(certainlyIn: selection).isEmpty
    if limits.least > 1, isHeld, relaxation.isExact(selection) {
      relaxation.require(used.map { Term(1, $0) }, atLeast: limits.least, weight)
    }
  }

  /// On different days, or in blocks that do not overlap, beginnings are different; those that are the
  /// same on one day are at once.
  private func relax(
    _ beginning: Beginning,
    in relaxation: inout BlockRelaxation,
    _ weight: Weight
  ) {
    guard let most = limits.most else { return }
    var used = selection.isFixed ? relaxation.beginnings(of: selection, as: beginning) ?? [] : []
    // Where there would be too many moments, or it is open who is meant, only the blocks are told apart.
    for blocks in used.isEmpty ? relaxation.parts(of: beginning) : [] {
      let literals = relaxation.held(by: selection, in: blocks).map(\.literal)
      if !literals.isEmpty { used.append(relaxation.any(of: literals)) }
    }
    relaxation.require(
      used.map { Term(1, $0) },
      atMost: most,
      weight,
      atWorst: relaxation.members(of: selection).count
    )
    guard most == 1, weight == .hard else { return }
    let certain = relaxation.members(certainlyIn: selection)
    switch beginning {
    case .exact: relaxation.requireSameMoment(of: certain, in: relaxation.order)
    case .inWeek:
      for blocks in relaxation.buckets(.week) {
        relaxation.requireSameMoment(of: certain, in: blocks)
      }
    }
  }
}
