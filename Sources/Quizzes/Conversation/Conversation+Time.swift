// What is said of the time. It is silent but for a few lines before a prompt, and on request.
extension Conversation {
  /// The smallest of the thresholds that the time left has reached: half of the time, five minutes,
  /// one minute.
  func threshold(at now: Moment) -> Int64? {
    guard let progress = attempt.progress, let limit = progress.deadline?.milliseconds,
      let left = progress.remaining(at: now)
    else { return nil }
    return [limit / 2, 300_000, 60_000].filter { $0 < limit && left <= $0 }.min()
  }

  /// A line about the time left when it reached a threshold since the last prompt.
  mutating func announcement(at now: Moment) -> [Line] {
    guard let threshold = threshold(at: now), threshold < announced ?? .max else { return [] }
    announced = threshold
    return [Line(.notice, timeLeft(at: now))]
  }

  /// How much time is left, in a sentence.
  func timeLeft(at now: Moment) -> String {
    guard let progress = attempt.progress else { return "" }
    guard let left = progress.remaining(at: now) else {
      return "There is no time limit. Since the start: \(words(progress.elapsed(at: now)))."
    }
    return "Time left: \(words(left))."
  }

  /// A span of milliseconds, for people.
  func words(_ milliseconds: Int64) -> String {
    Duration.milliseconds(milliseconds).words
  }

  /// How long the attempt lasts, and why that is not what the quiz says.
  func timeAllowed() -> [Line] {
    guard let deadline = attempt.progress?.deadline else { return [] }
    let allowed = words(deadline.milliseconds)
    guard let usual = quiz.conditions.timeLimit?.milliseconds, usual != deadline.milliseconds
    else { return [Line(.detail, "Time: \(allowed). It runs while you are away.")] }
    let change =
      deadline.milliseconds > usual
      ? "extended from \(words(usual))" : "because the quiz closes then"
    return [Line(.detail, "Time: \(allowed), \(change). It runs while you are away.")]
  }
}
