/// What an attempt earned: computed from its responses and the quiz, never stored.
public struct Score: Hashable, Sendable {
  /// What one item earned.
  public struct Entry: Hashable, Sendable {
    /// The item.
    public var item: Item.ID
    /// The fraction earned, from 0 to 1; `nil` without a response.
    public var fraction: Rational?
    /// The mark for a fraction of 1.
    public var maximum: Rational

    /// Creates what one item earned.
    public init(item: Item.ID, fraction: Rational?, maximum: Rational) {
      self.item = item
      self.fraction = fraction
      self.maximum = maximum
    }

    /// The mark earned; 0 without a response.
    public var mark: Rational {
      (fraction ?? 0) * maximum
    }
  }

  /// The items in the order in which they were shown.
  public var entries: [Entry]
  /// The least percentage that passes; `nil` when nobody fails.
  public var passPercent: Rational?

  /// Creates a score.
  public init(entries: [Entry], passPercent: Rational?) {
    self.entries = entries
    self.passPercent = passPercent
  }

  /// The sum of the marks.
  public var total: Rational {
    entries.reduce(0) { $0 + $1.mark }
  }

  /// The most that could have been earned.
  public var maximum: Rational {
    entries.reduce(0) { $0 + $1.maximum }
  }

  /// The score in percent of the maximum, exactly; show it with ``Rational/rounded(places:)``.
  public var percent: Rational {
    let maximum = maximum
    return maximum == 0 ? 0 : 100 * total / maximum
  }

  /// Whether the score passes, by the exact percentage; `nil` when nobody fails.
  public var isPassed: Bool? {
    passPercent.map { percent >= $0 }
  }
}

extension Quiz {
  /// What an attempt has earned so far.
  ///
  /// The quiz must be read from the text with which the attempt is sat; items that it does not have
  /// are left out.
  public func score(of progress: Attempt.Progress) -> Score {
    let entries = progress.items.compactMap { id in
      self[id].map { item in
        Score.Entry(
          item: id,
          fraction: progress.responses[id].map { item.fraction(of: $0.response) },
          maximum: item.maximum
        )
      }
    }
    return Score(entries: entries, passPercent: passPercent)
  }
}
