extension Conversation {
  /// What is shown once an attempt is submitted.
  public func results() -> [Line] {
    guard let progress = attempt.progress, attempt.submittedAt != nil else { return [] }
    let score = quiz.score(of: progress)
    let sum = "\(score.total.rounded()) of \(marks(score.maximum))"
    let total = Line(.heading, "Score: \(sum), \(score.percent.rounded()) percent.")
    switch progress.start.kind {
    case .graded:
      return [Line(.acknowledgement, "Submitted."), total] + passing(score) + lookAgain(score)
        + feedback(progress)
    case .practice, .review:
      return [.gap, Line(.acknowledgement, "Finished."), total] + lookAgain(score)
        + [Line(.detail, "This was practice. It does not count.")]
    case .review:
      let right = score.entries.count { $0.fraction == 1 }
      let sum = "Fully right: \(right) of \(count(score.entries.count, "item"))."
      return [.gap, Line(.acknowledgement, "Finished."), Line(.heading, sum)]
        + [Line(.detail, "This was a review. It does not count.")]
    }
  }

  private func passing(_ score: Score) -> [Line] {
    guard let pass = score.passPercent, let isPassed = score.isPassed else { return [] }
    let needed = "The pass mark is \(pass.rounded()) percent."
    return [isPassed ? Line(.right, "Passed. \(needed)") : Line(.wrong, "Not passed. \(needed)")]
  }

  /// Each item with what was asked, in the order shown.
  private func feedback(_ progress: Attempt.Progress) -> [Line] {
    progress.items.compactMap { shownItem($0) }.flatMap { shown in
      [.gap] + shown.question(isFlagged: false)
        + shown.feedback(on: progress.responses[shown.item.id]?.response)
    }
  }

  private func lookAgain(_ score: Score) -> [Line] {
    let missed = score.entries.indices.filter { score.entries[$0].fraction != 1 }
    guard !missed.isEmpty else { return [] }
    let numbers = missed.map { "\($0 + 1)" }
    let items = numbers.count == 1 ? "item" : "items"
    return [Line(.detail, "Not fully right: \(items) \(list(numbers)).")]
  }
}
