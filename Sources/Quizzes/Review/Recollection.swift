/// One item that was asked in one attempt, judged as a review counts it.
public struct Recollection: Hashable, Sendable {
  /// The attempt, by its identifier in the markbook.
  public var attempt: String
  /// What the attempt was for.
  public var kind: Attempt.Kind
  /// The item by its identifier in the attempt.
  public var item: Item.ID
  /// Where the item is written.
  public var origin: Item.Origin
  /// When the participant learnt whether the response was right.
  public var time: Timestamp
  /// The day of that instant, in days since 1970-01-01, where the programme takes place.
  public var day: Int
  /// How well the item was remembered.
  public var rating: FSRS6.Rating

  /// Creates a recollection.
  public init(
    attempt: String,
    kind: Attempt.Kind,
    item: Item.ID,
    origin: Item.Origin,
    time: Timestamp,
    day: Int,
    rating: FSRS6.Rating
  ) {
    self.attempt = attempt
    self.kind = kind
    self.item = item
    self.origin = origin
    self.time = time
    self.day = day
    self.rating = rating
  }
}

extension FSRS6.Rating {
  /// The rating of a response: only a fully right one was remembered.
  ///
  /// Without a certainty a right response counts as good, although it may have been guessed.
  public init(fraction: Rational, certainty: Certainty? = nil) {
    self =
      switch certainty {
      case _ where fraction < 1: .again
      case .low: .hard
      case .middle, nil: .good
      case .high: .easy
      }
  }
}

extension Attempt {
  /// What an attempt says about the items that the participant remembers.
  ///
  /// Where feedback follows each response, the first response to each item counts, when it was given;
  /// after a hint it counts as one with doubt.
  /// A graded attempt counts once it is submitted, with its last responses; an item without one was
  /// not remembered.
  ///
  /// - Parameters:
  ///   - id: The attempt's identifier in the markbook.
  ///   - quiz: The quiz, read from the text with which the attempt was sat.
  ///   - day: The day of an instant, in days since 1970-01-01.
  /// - Returns: At most one for each item, in the order in which the items were shown.
  public func recollections(
    id: String,
    of quiz: Quiz,
    day: (Timestamp) -> Int
  ) -> [Recollection] {
    guard let progress else { return [] }
    let kind = progress.start.kind
    let origins = kind == .review ? quiz.origins : [:]
    return progress.items.compactMap { name in
      guard let item = quiz[name], item.isJudgedAtOnce,
        let (time, rating) = judged(item, in: progress)
      else { return nil }
      let own = Item.Origin(quiz: progress.start.quiz, item: name)
      guard let origin = kind == .review ? origins[name] : own else { return nil }
      return Recollection(
        attempt: id,
        kind: kind,
        item: name,
        origin: origin,
        time: time,
        day: day(time),
        rating: rating
      )
    }
  }

  private func judged(_ item: Item, in progress: Progress) -> (Timestamp, FSRS6.Rating)? {
    switch progress.start.kind {
    case .graded:
      guard let submittedAt else { return nil }
      let given = progress.responses[item.id]
      // A person's mark counts before that of the program.
      let fraction =
        progress.marks[item.id].map { $0.mark / item.maximum }
        ?? given.map { item.fraction(of: $0.response) } ?? 0
      return (submittedAt, .init(fraction: fraction, certainty: given?.certainty))
    case .practice, .review:
      return firstResponse(to: item).map { time, response, isHinted in
        let certainty = isHinted ? .low : progress.responses[item.id]?.certainty
        return (time, .init(fraction: item.fraction(of: response), certainty: certainty))
      }
    }
  }

  /// The first whole response to an item, and whether a hint came before it.
  private func firstResponse(to item: Item) -> (Timestamp, Response, isHinted: Bool)? {
    var isHinted = false
    for event in events {
      switch event.kind {
      case .hinted(item.id): isHinted = true
      case .responded(let responded), .tried(let responded):
        guard responded.item == item.id, responded.response.isComplete else { continue }
        return (event.time, responded.response, isHinted)
      case .started, .hinted, .certain, .skipped, .flagged, .moved, .left, .resumed, .identified,
        .submitted, .extended, .expired, .marked, .remarked, .shown:
        continue
      }
    }
    return nil
  }
}
