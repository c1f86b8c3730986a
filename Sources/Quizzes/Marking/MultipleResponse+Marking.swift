extension MultipleResponse {
  /// How wrongly chosen options count.
  ///
  /// Every chosen key earns 1 / keys, but by the rule ``weights``. The sum is never below 0 unless negative fractions are
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
    /// The sum of the fractions that the options state, where a key without one earns 1 / keys and
    /// a distractor without one costs nothing; at most 1.
    ///
    /// Source: Moodle 4.5, `qtype_multichoice_multi_question::grade_response`.
    case weights

    /// What one chosen distractor costs; `nil` where the rule does not count so.
    package func cost(keys: Int, distractors: Int) -> Rational? {
      switch self {
      case .partial: Rational(1, over: Int128(max(distractors, 1)))
      case .partialAtMostHalf: Rational(1, over: Int128(max(distractors, 2)))
      case .partialPerKey: Rational(1, over: Int128(max(keys, 1)))
      case .partialUnlessWrong: 1
      case .keysOnly: 0
      case .allOrNothing, .weights: nil
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
    let sum: Rational
    if rule == .weights {
      sum = chosen.sorted().reduce(0) { $0 + weight(of: options[$1], keys: keys) }
    } else if let cost = rule.cost(keys: keys, distractors: options.count - keys) {
      sum =
        Rational(Int128(chosenKeys), over: Int128(keys))
        - Rational(Int128(chosenDistractors)) * cost
    } else {
      sum = chosenKeys == keys && chosenDistractors == 0 ? 1 : 0
    }
    return min(1, max(allowsNegative ? -1 : 0, sum))
  }

  /// What choosing an option adds by the rule of weights.
  private func weight(of option: Item.Option, keys: Int) -> Rational {
    option.fraction ?? (option.isKey ? Rational(1, over: Int128(keys)) : 0)
  }
}
