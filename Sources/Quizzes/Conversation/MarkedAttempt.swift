/// A submitted attempt with every version of the quiz by which it was marked, and what it earned by
/// each.
public struct MarkedAttempt: Hashable, Sendable {
  /// Another marking.
  public struct Step: Hashable, Sendable {
    /// By which version, why and when.
    public let remark: Attempt.Progress.Remark
    /// What the attempt earned by it.
    public let score: Score
  }

  /// Why an attempt cannot be marked as the record says.
  public enum Problem: Error, Hashable, Sendable {
    /// The text of a version that the record names was not kept.
    case lostVersion(String)
    /// A version that the record names does not fit what was sat.
    case foreignVersion(String)
    /// The attempt is not one of its quiz.
    case refused(Refusal)
  }

  /// The quiz by which the attempt is marked now.
  public let quiz: Quiz
  /// The attempt in the numbers of that quiz.
  public let attempt: Attempt
  /// What it earned by the version that was sat.
  public let firstScore: Score
  /// The further markings in their order.
  public let steps: [Step]

  /// What the attempt earned, by the last version.
  public var score: Score {
    steps.last?.score ?? firstScore
  }

  /// Marks an attempt by the version that was sat and by each corrected one; `nil` before its start.
  ///
  /// - Parameters:
  ///   - attempt: The attempt as it was sat.
  ///   - sat: The version that was sat.
  ///   - version: The version that has a hash.
  /// - Throws: Why the versions do not fit the attempt.
  public init?(
    _ attempt: Attempt,
    of sat: Quiz,
    version: (String) -> Quiz?
  ) throws(Problem) {
    guard let progress = attempt.progress else { return nil }
    var (quiz, latest) = (sat, attempt)
    var steps: [Step] = []
    for remark in progress.remarks {
      guard let corrected = version(remark.what.version) else {
        throw .lostVersion(remark.what.version)
      }
      do {
        let correction = try Correction(from: sat, to: corrected, of: progress.items)
        (quiz, latest) = (correction.quiz, try correction.attempt(attempt))
      } catch let refusal as Refusal {
        throw .refused(refusal)
      } catch {
        throw .foreignVersion(remark.what.version)
      }
      guard let renumbered = latest.progress else { return nil }
      steps.append(Step(remark: remark, score: quiz.score(of: renumbered)))
    }
    self.quiz = quiz
    self.attempt = latest
    self.steps = steps
    firstScore = sat.score(of: progress)
  }

  /// What the participant is told of each marking after the first.
  ///
  /// - Parameter wording: An instant in words.
  /// - Returns: A sentence for each, with the reason and both scores.
  public func remarks(_ wording: (Timestamp) -> String) -> [Line] {
    zip([firstScore] + steps.map(\.score), steps).map { before, step in
      let reason = step.remark.what.reason.trimmingSuffix { $0 == "." || $0.isWhitespace }
      let change =
        before.total == step.score.total && before.maximum == step.score.maximum
        ? "\(before.total.rounded()) as before"
        : "\(before.total.rounded()) → \(step.score.total.rounded())"
      return Line(
        .notice,
        "Marked again on \(wording(step.remark.time)), because \(reason): \(change) of "
          + "\(marks(step.score.maximum))."
      )
    }
  }
}

extension String {
  /// The text without its last characters that satisfy a condition.
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}
