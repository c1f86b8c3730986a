/// What an attempt earned: computed from its responses and the quiz, never stored.
public struct Score: Hashable, Sendable {
  /// What one item earned.
  public struct Entry: Hashable, Sendable {
    /// The item.
    public var item: Item.ID
    /// The fraction earned, at most 1; `nil` without a response, and while a person has yet to mark
    /// it.
    public var fraction: Rational?
    /// How certain the participant was; `nil` where that does not count.
    public var certainty: Certainty?
    /// Whether a person has yet to mark the response.
    public var isAwaited: Bool
    /// The mark for a fraction of 1, before any certainty.
    public var full: Rational
    /// The most that could have been earned.
    public var maximum: Rational

    /// Creates what one item earned.
    public init(
      item: Item.ID,
      fraction: Rational?,
      maximum: Rational,
      full: Rational? = nil,
      certainty: Certainty? = nil,
      isAwaited: Bool = false
    ) {
      self.item = item
      self.fraction = fraction
      self.maximum = maximum
      self.full = full ?? maximum
      self.certainty = certainty
      self.isAwaited = isAwaited
    }

    /// The mark earned; 0 without a response.
    public var mark: Rational {
      guard let fraction else { return 0 }
      return (certainty?.earned(by: fraction) ?? fraction) * full
    }
  }

  /// The items in the order in which they were shown, without descriptions.
  public var entries: [Entry]
  /// The least percentage that passes; `nil` when nobody fails.
  public var passPercent: Rational?

  /// Creates a score.
  public init(entries: [Entry], passPercent: Rational?) {
    self.entries = entries
    self.passPercent = passPercent
  }

  /// The sum of the marks; negative only where certainty costs.
  public var total: Rational {
    entries.reduce(0) { $0 + $1.mark }
  }

  /// The most that could have been earned.
  public var maximum: Rational {
    entries.reduce(0) { $0 + $1.maximum }
  }

  /// What follows from all entries together.
  public var sum: Sum { Sum(of: self) }

  /// The score in percent of the maximum, exactly; show it with ``places`` digits.
  public var percent: Rational { sum.percent }

  /// How many digits after the point to show of the score and of its pass mark, so that what is
  /// shown agrees with the verdict: usually 2.
  public var places: Int {
    places(least: 2)
  }

  /// How many digits after the point to show of the score, so that it agrees with the verdict.
  ///
  /// - Parameter least: The fewest digits wanted.
  /// - Returns: At least as many.
  public func places(least: Int) -> Int {
    sum.places(least: least)
  }

  /// Whether nobody has yet to mark anything.
  public var isFinal: Bool {
    !entries.contains(where: \.isAwaited)
  }

  /// Whether the score passes, by the exact percentage; `nil` when nobody fails, and while marks
  /// are awaited without which it is not decided.
  public var isPassed: Bool? {
    sum.isPassed
  }
}

extension Quiz {
  /// What an attempt has earned so far.
  ///
  /// The quiz must be read from the text with which the attempt is sat; items that it does not have
  /// are left out.
  public func score(of progress: Attempt.Progress) -> Score {
    let entries = progress.items.compactMap { id in
      self[id].flatMap { entry(for: $0, in: progress) }
    }
    return Score(entries: entries, passPercent: passPercent)
  }

  /// What one item earned; `nil` for a description.
  func entry(for item: Item, in progress: Attempt.Progress) -> Score.Entry? {
    guard item.kind != .description else { return nil }
    let given = progress.responses[item.id]
    let asksCertainty = asksCertainty(about: item)
    var entry = Score.Entry(
      item: item.id,
      fraction: nil,
      maximum: asksCertainty ? 3 * item.maximum : item.maximum,
      full: item.maximum
    )
    if let marked = progress.marks[item.id] {
      entry.fraction = item.maximum > 0 ? min(1, max(0, marked.mark / item.maximum)) : 0
      if asksCertainty { entry.maximum = item.maximum }
    } else if case .essay = item.kind {
      entry.isAwaited = given != nil
    } else if let response = given?.response ?? progress.tries[item.id]?.last?.response {
      // Whoever gave up after a wrong try is marked by that try, as if it were the last.
      let tries = progress.tries[item.id, default: []].map(\.response)
      entry.fraction = item.fraction(
        of: response,
        after: given == nil ? Array(tries.dropLast()) : tries,
        hints: progress.hints[item.id, default: 0],
        penalty: penalty
      )
      entry.certainty = asksCertainty ? given?.certainty ?? .assumed : nil
    }
    return entry
  }

  /// Whether participants say how certain they are of a response to an item.
  func asksCertainty(about item: Item) -> Bool {
    switch item.kind {
    case .essay, .description: false
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText, .matching,
      .ordering, .cloze:
      asksCertainty
    }
  }
}
