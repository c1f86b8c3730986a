extension MultipleResponse {
  /// How wrongly chosen options count.
  ///
  /// Every chosen key earns 1 / keys. The sum is never below 0 unless negative fractions are
  /// allowed, and then never below −1.
  ///
  /// Source: `exams_eval` of the R package *exams* 2.4-2, whose names for the rules are given.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// A chosen distractor costs 1 / distractors ("false").
    case partial
    /// A chosen distractor costs 1 / distractors, at most a half ("false2").
    case partialAtMostHalf = "partial-at-most-half"
    /// A chosen distractor costs as much as a key earns, 1 / keys ("true").
    case partialPerKey = "partial-per-key"
    /// A chosen distractor costs 1, all that keys can earn ("all").
    case partialUnlessWrong = "partial-unless-wrong"
    /// A chosen distractor costs nothing ("none").
    case keysOnly = "keys-only"
    /// 1 for all keys and no distractor, 0 for anything else.
    case allOrNothing = "all-or-nothing"

    /// What one chosen distractor costs; `nil` where it costs everything.
    func cost(keys: Int, distractors: Int) -> Rational? {
      switch self {
      case .partial: Rational(1, over: Int128(max(distractors, 1)))
      case .partialAtMostHalf: Rational(1, over: Int128(max(distractors, 2)))
      case .partialPerKey: Rational(1, over: Int128(max(keys, 1)))
      case .partialUnlessWrong: 1
      case .keysOnly: 0
      case .allOrNothing: nil
      }
    }
  }

  /// The fraction for the options chosen, by their numbers in the file.
  ///
  /// - Parameters:
  ///   - chosen: The options chosen; numbers that no option has do not count.
  ///   - allowsNegative: Whether wrong options may cost more than right ones earn.
  /// - Returns: From 0, or with negative fractions from −1, to 1.
  public func fraction(
    choosing chosen: some Sequence<Int>,
    allowsNegative: Bool = false
  ) -> Rational {
    let chosen = Set(chosen).filter(options.indices.contains)
    let keys = options.count { $0.isKey }
    let chosenKeys = chosen.count { options[$0].isKey }
    let chosenDistractors = chosen.count - chosenKeys
    guard keys > 0 else { return 0 }
    guard let cost = rule.cost(keys: keys, distractors: options.count - keys) else {
      return chosenKeys == keys && chosenDistractors == 0 ? 1 : 0
    }
    let sum =
      Rational(Int128(chosenKeys), over: Int128(keys)) - Rational(Int128(chosenDistractors)) * cost
    return max(allowsNegative ? -1 : 0, sum)
  }
}
