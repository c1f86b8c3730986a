internal import Diagnostics

extension Conversation {
  /// What is shown of the submitted attempt in a phase.
  func results(in phase: Quiz.Feedback.Phase) -> Results {
    quiz.results(of: attempt, correctedBy: present.corrected, showing: present.showing[phase])
  }

  /// What is shown after a response in practice.
  func feedback(on shown: ShownItem) -> [Line] {
    guard let progress = attempt.progress, let judged = quiz.judged(shown, in: progress) else {
      return []
    }
    let lines = judged.feedback(showing: quiz.feedback.during)
    return lines.isEmpty ? [Line(.acknowledgement, "Kept.")] : lines
  }
}

extension Quiz {
  /// What participants are shown of a submitted attempt; nothing of an open one.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - details: What may be shown.
  /// - Returns: The score, and of what counts the items too, as far as they may be shown.
  public func results(of attempt: Attempt, showing details: Set<Feedback.Detail>) -> Results {
    guard let progress = attempt.progress, attempt.submittedAt != nil else { return Results() }
    let score = score(of: progress)
    guard !details.isEmpty else {
      return Results(verdict: [Line(.detail, "The result is not shown now.")])
    }
    if case .review = progress.start.kind { return Results(verdict: reviewed(score)) }
    var results = Results()
    if details.contains(.marks) { results.summary += total(score) }
    if details.contains(.marks), case .graded = progress.start.kind {
      results.summary += passing(score)
    }
    results.verdict = results.summary
    if details.contains(.verdicts) { results.verdict += lookAgain(score) }
    if details.contains(.marks) { results.verdict += calibration(score) }
    if case .practice = progress.start.kind {
      results.verdict.append(Line(.detail, "This was practice. It does not count."))
      return results
    }
    results.items = asked(in: progress).compactMap { id in
      shown(id, in: progress).map { shown in
        let judged = judged(shown, in: progress)
        return Results.Item(
          number: shown.number,
          isRight: judged?.needsNoSecondLook(showing: details) ?? false,
          lines: shown.question(isFlagged: false) + (judged?.feedback(showing: details) ?? [])
        )
      }
    }
    return results
  }

  /// The same by a corrected version of the quiz, where there is one that fits.
  func results(
    of attempt: Attempt,
    correctedBy corrected: Quiz?,
    showing details: Set<Feedback.Detail>
  ) -> Results {
    guard let corrected, let progress = attempt.progress, let remark = progress.remarks.last,
      let correction = try? Correction(from: self, to: corrected, of: progress.items),
      let renumbered = try? correction.attempt(attempt)
    else { return results(of: attempt, showing: details) }
    var results = correction.quiz.results(of: renumbered, showing: details)
    if details.contains(.marks) {
      let notice = Line(.notice, "Marked with a corrected version: \(remark.what.reason)")
      results.verdict.insert(notice, at: 0)
    }
    return results
  }

  /// An item with what was responded to it and what that earned.
  func judged(_ shown: ShownItem, in progress: Attempt.Progress) -> JudgedItem? {
    entry(for: shown.item, in: progress).map { entry in
      JudgedItem(
        shown: shown,
        entry: entry,
        response: progress.responses[shown.item.id]?.response
          ?? progress.tries[shown.item.id]?.last?.response,
        costs: progress.hintCount(on: shown.item.id),
        marked: progress.marks[shown.item.id]
      )
    }
  }

  /// What is said behind a review, which has no score.
  private func reviewed(_ score: Score) -> [Line] {
    let right = score.entries.count { $0.fraction == 1 }
    let sum = "Fully right: \(right) of \(score.entries.counted("item"))."
    return [Line(.heading, sum), Line(.detail, "This was a review. It does not count.")]
  }

  private func total(_ score: Score) -> [Line] {
    let sum = "\(score.shownTotal) of \(marks(score.maximum))"
    let percent = score.percent.rounded(places: score.places)
    let total = Line(.heading, "Score: \(sum), \(percent) percent.")
    let awaited = score.entries.count { $0.isAwaited }
    guard awaited > 0 else { return [total] }
    let verb = awaited.agreeing("waits", "wait")
    let more = "\(awaited.counted("response")) \(verb) to be marked by a person."
    return [total, Line(.detail, "So far: \(more)")]
  }

  private func passing(_ score: Score) -> [Line] {
    guard let pass = score.passPercent else { return [] }
    let needed = "The pass mark is \(pass.shownAsPassMark(places: score.places))."
    guard let isPassed = score.isPassed else {
      return [Line(.detail, "Not decided yet. \(needed)")]
    }
    return [isPassed ? Line(.right, "Passed. \(needed)") : Line(.wrong, "Not passed. \(needed)")]
  }

  private func lookAgain(_ score: Score) -> [Line] {
    let missed = score.entries.indices.filter {
      score.entries[$0].fraction != 1 && !score.entries[$0].isAwaited
    }
    guard !missed.isEmpty else { return [] }
    let numbers = missed.map { "\($0 + 1)" }
    let items = numbers.count.agreeing("item", "items")
    return [Line(.detail, "Not fully right: \(items) \(numbers.listed()).")]
  }

  /// How the certainties fit, where they count.
  private func calibration(_ score: Score) -> [Line] {
    let calibration = score.calibration
    guard asksCertainty, let mean = calibration.mean else { return [] }
    let bands = calibration.bands.map { band in
      let share = (100 * band.accuracy).rounded(places: 0)
      let words =
        switch band.fit {
        case .tooCertain: "you were too certain"
        case .fitting: "that fits"
        case .tooDoubtful: "you could be more certain"
        }
      return Line(
        .option,
        "\(band.count.counted("response")), \(share) percent right: \(words)",
        label: "Certainty \(band.certainty.rawValue):"
      )
    }
    return [Line(.heading, "Your certainty")] + bands
      + [Line(.detail, "On average \(mean.rounded()) per mark; from -6 to 3 is possible.")]
  }
}
