extension Item {
  /// The fraction that a response earns after wrong tries and hints.
  ///
  /// Each try and each hint before it costs the penalty, and nothing falls below zero by it. Where a
  /// response has parts that count one by one (the left sides of a matching, the gaps of a cloze,
  /// the places of an ordering), a part pays only for the tries up to the last in which it was
  /// worse. Sources: Moodle 4.5, `qbehaviour_interactive::adjust_fraction`, and
  /// `compute_final_grade` of `qtype_match` for the parts.
  ///
  /// - Parameters:
  ///   - response: The last response.
  ///   - tries: The wrong responses before it, in their order.
  ///   - hints: How many hints were asked for besides.
  ///   - penalty: What each costs, from 0 to 1; the item's own comes first.
  /// - Returns: From 0 to 1.
  public func fraction(
    of response: Response,
    after tries: [Response],
    hints: Int = 0,
    penalty: Rational
  ) -> Rational {
    let plain = fraction(of: response)
    let penalty = self.penalty ?? penalty
    guard !tries.isEmpty || hints > 0 else { return plain }
    let paid = Rational(Int128(hints)) * penalty
    guard let parts = kind.parts(of: response) else {
      return max(0, plain - Rational(Int128(tries.count)) * penalty - paid)
    }
    let earlier = tries.map { kind.parts(of: $0) ?? [] }
    let weights = parts.reduce(0) { $0 + $1.weight }
    guard weights > 0 else { return 0 }
    let sum = parts.indices.reduce(Rational.zero) { sum, index in
      let part = parts[index]
      let worse = earlier.lastIndex { $0.count <= index || $0[index].fraction < part.fraction }
      let cost = Rational(Int128(worse.map { $0 + 1 } ?? 0)) * penalty
      return sum + max(0, part.fraction - cost) * part.weight
    }
    return max(0, sum / weights - paid)
  }
}

extension Item.Kind {
  /// What the parts of a response earn, where they count one by one; otherwise `nil`.
  fileprivate func parts(of response: Response) -> [(fraction: Rational, weight: Rational)]? {
    switch (self, response) {
    case (.matching(let matching), .matches(let rights)) where matching.rule == .partial:
      let all = matching.rights
      return matching.pairs.indices.map { pair in
        let isRight =
          rights.indices.contains(pair) && all.indices.contains(rights[pair])
          && all[rights[pair]] == matching.pairs[pair].right
        return (isRight ? 1 : 0, 1)
      }
    case (.cloze(let cloze), .gaps(let responses)):
      return cloze.gaps.indices.map { gap in
        let response = responses.indices.contains(gap) ? responses[gap] : nil
        let fraction = response.flatMap { cloze.gaps[gap].kind.itemKind.fraction(of: $0) }
        return (fraction ?? 0, cloze.gaps[gap].weight)
      }
    case (.ordering(let ordering), .order(let order)) where ordering.rule == .partial:
      return order.enumerated().map { ($0.offset == $0.element ? 1 : 0, 1) }
    default:
      return nil
    }
  }
}
