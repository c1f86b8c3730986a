extension MultipleResponse {
  /// How wrongly chosen options count.
  ///
  /// Every chosen key earns 1 / keys.
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
  }
}
