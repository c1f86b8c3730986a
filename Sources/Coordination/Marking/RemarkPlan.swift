public import Quizzes
public import Records

/// What marking a quiz's attempts again by its present file would change.
public struct RemarkPlan: Sendable {
  /// One attempt as it would be marked.
  public struct Row: Sendable {
    /// The attempt.
    public let recorded: RecordedAttempt
    /// What it earns now; `nil` while it is open.
    public let before: Score?
    /// What it would earn; `nil` while it is open.
    public let after: Score?

    /// Whether another mark or another verdict would follow.
    public var moves: Bool {
      before?.total != after?.total || before?.maximum != after?.maximum
        || before?.isPassed != after?.isPassed
    }
  }

  /// An item that was changed otherwise than in its key or marks, and how many attempts have it.
  public struct Mismatch: Hashable, Sendable {
    /// The item.
    public let item: Item.ID
    /// What was changed.
    public let change: Correction.Change
    /// How many attempts have the item as it was.
    public internal(set) var count: Int
  }

  /// The quiz's name.
  public let name: String
  /// The corrected quiz.
  public let quiz: Quiz
  /// The graded attempts that would be marked again, in the order in which they started.
  public private(set) var rows: [Row] = []
  /// How many graded attempts stay as they are marked, because nothing that counts was changed.
  public private(set) var unchangedCount = 0
  /// What keeps the attempts from being marked again; then ``rows`` must not be recorded.
  public private(set) var mismatches: [Mismatch] = []

  /// Compares the present file with the versions by which the attempts are marked.
  ///
  /// - Parameters:
  ///   - quiz: The quiz as its file says now.
  ///   - name: The quiz's name.
  ///   - markbook: Where the attempts are recorded.
  ///   - now: The present.
  /// - Throws: What the markbook refuses, or ``AttemptProblem``.
  public init(
    of quiz: Quiz,
    named name: String,
    in markbook: Markbook,
    at now: Moment
  ) throws {
    (self.quiz, self.name) = (quiz, name)
    let version = Markbook.version(of: quiz.text)
    var texts = QuizTexts()
    func known(_ hash: String) throws -> Quiz? {
      guard hash != version else { return quiz }
      return try texts.quiz(ofVersion: hash, named: name, in: markbook)
    }
    for recorded in try markbook.attempts(of: name) where recorded.kind == .graded {
      let reading = try AttemptReading(recorded, in: markbook, at: now, &texts)
      guard let progress = reading.attempt.progress, let sat = try known(recorded.version) else {
        continue
      }
      let present = progress.remarks.last?.what.version ?? recorded.version
      guard present != version, let marking = try known(present) else {
        unchangedCount += 1
        continue
      }
      do {
        let correction = try Correction(from: sat, to: quiz, of: progress.items)
        let difference = try Correction(from: marking, to: quiz, of: progress.items)
        guard difference.changesMarking else {
          unchangedCount += 1
          continue
        }
        let renumbered = try correction.attempt(reading.attempt).progress
        let after = reading.marked == nil ? nil : renumbered.map(correction.quiz.score)
        rows.append(Row(recorded: recorded, before: reading.marked?.score, after: after))
      } catch let refused as Correction.Refused {
        note(refused.mismatches)
      }
    }
  }

  private mutating func note(_ found: [Correction.Mismatch]) {
    for mismatch in found {
      let known = mismatches.firstIndex {
        $0.item == mismatch.item && $0.change == mismatch.change
      }
      if let known {
        mismatches[known].count += 1
      } else {
        mismatches.append(Mismatch(item: mismatch.item, change: mismatch.change, count: 1))
      }
    }
  }

  /// Records that the attempts are marked by the present file, open ones once they are submitted.
  ///
  /// Where this breaks off, the attempts recorded so far are marked again, and the same plan made
  /// afresh has only the others.
  ///
  /// - Parameters:
  ///   - reason: Why, which participants are told.
  ///   - decidedBy: Who decided it.
  ///   - markbook: Where the attempts are recorded.
  ///   - now: The present.
  /// - Throws: ``MarkbookError``.
  public func record(
    because reason: String,
    decidedBy: String,
    in markbook: Markbook,
    at now: Moment
  ) throws(MarkbookError) {
    precondition(mismatches.isEmpty, "a quiz that was changed otherwise must not mark attempts")
    guard !rows.isEmpty else { return }
    let version = try markbook.keep(quiz.text)
    let remarked = Event.Remarked(by: version, because: reason, decidedBy: decidedBy)
    for row in rows {
      try append(Event(.remarked(remarked), at: now), to: row.recorded, in: markbook)
    }
  }

  /// Appends the event, also when a sitting goes on with the attempt meanwhile.
  private func append(
    _ event: Event,
    to recorded: RecordedAttempt,
    in markbook: Markbook
  ) throws(MarkbookError) {
    var (count, tries) = (recorded.eventCount, 0)
    while true {
      do {
        try markbook.append([event], to: recorded.id, after: count)
        return
      } catch {
        guard case .continuedElsewhere(_, let found, _) = error.fault, tries < 100 else {
          throw error
        }
        (count, tries) = (found, tries + 1)
      }
    }
  }
}
