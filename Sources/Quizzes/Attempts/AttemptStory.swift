internal import Diagnostics

/// What happened in an attempt, in time order and in sentences.
public struct AttemptStory: Hashable, Sendable {
  /// One thing that happened.
  public struct Chapter: Hashable, Sendable {
    /// When.
    public let time: Timestamp
    /// What, in one word, such as `responded`.
    public let kind: String
    /// The item that it is about; `nil` for what is about the whole attempt.
    public let item: Item.ID?
    /// What, as a sentence.
    public let sentence: String
  }

  /// What happened, in order.
  public let chapters: [Chapter]

  /// Tells an attempt.
  ///
  /// - Parameters:
  ///   - attempt: The attempt as it was sat.
  ///   - quiz: The version that was sat; `nil` where its text was lost.
  ///   - wording: An instant in words.
  public init(
    of attempt: Attempt,
    at quiz: Quiz?,
    wording: @escaping (Timestamp) -> String
  ) {
    let teller = Teller(
      progress: attempt.progress,
      quiz: quiz,
      wording: wording
    )
    var isAway = false
    var isStarted = false
    chapters = attempt.events.map { event in
      let (item, sentence) = teller.sentence(event.kind, isAway: isAway || !isStarted)
      switch event.kind {
      case .left: isAway = true
      case .extended, .marked, .remarked, .shown, .identified: break
      case .started, .responded, .tried, .hinted, .certain, .skipped, .flagged, .moved, .resumed,
        .submitted, .expired:
        (isAway, isStarted) = (false, true)
      }
      return Chapter(
        time: event.time,
        kind: event.encoded.kind,
        item: item,
        sentence: sentence
      )
    }
  }
}

/// Puts events into sentences.
private struct Teller {
  let progress: Attempt.Progress?
  let quiz: Quiz?
  let wording: (Timestamp) -> String

  func sentence(_ kind: Event.Kind, isAway: Bool) -> (item: Item.ID?, String) {
    switch kind {
    case .started(let start): (nil, self.start(start))
    case .responded(let responded): (responded.item, response(responded, "Responded to"))
    case .tried(let responded): (responded.item, response(responded, "Tried"))
    case .hinted(let item): (item, "Took a hint on \(name(item)).")
    case .certain(let item, let certainty):
      (item, "Said how certain the response to \(name(item)) is: \(certainty.rawValue) of 3.")
    case .skipped(let item): (item, "Left \(name(item)) for later.")
    case .flagged(let item, true): (item, "Flagged \(name(item)).")
    case .flagged(let item, false): (item, "Took the flag off \(name(item)).")
    case .moved(let item?): (item, "Went to \(name(item)).")
    case .moved(nil): (nil, "Went to the end.")
    case .left(let reason): (nil, "Left: \(words(reason)).")
    case .resumed where isAway: (nil, "Came back.")
    case .resumed:
      (
        nil,
        "Continued; the previous sitting had been interrupted or taken over."
      )
    case .identified(let identification):
      (nil, "The participant is now \(words(identification)).")
    case .submitted: (nil, "Submitted.")
    case .extended(let new): (nil, self.extension(new))
    case .expired: (nil, "Closed, because the time was up.")
    case .marked(let marked):
      (
        marked.item,
        "\(marked.by) gave \(name(marked.item)) \(marks(marked.mark))."
          + (marked.comment.isEmpty ? "" : " Comment: \(marked.comment)")
      )
    case .remarked(let remarked):
      (
        nil,
        "\(remarked.by) marked it again with the corrected version "
          + "\(remarked.version.prefix(8)). Reason: \(remarked.reason)"
      )
    case .shown(let phase): (nil, "Right answers were shown \(words(phase)).")
    }
  }

  private func start(_ start: Event.Start) -> String {
    let items =
      quiz.flatMap { quiz in progress.map { quiz.asked(in: $0).count } }
      ?? start.arrangement.entries.count
    let end = start.deadline.map { ", to end on \(wording($0.time))" } ?? ""
    return "Started attempt \(start.number) at \(start.quiz) (\(start.kind.rawValue)) with "
      + "\(items.counted("item"))\(end)."
      + (start.identification.map { " The participant was \(words($0))." } ?? "")
  }

  private func response(_ responded: Event.Responded, _ verb: String) -> String {
    let shown = progress.flatMap { quiz?.shown(responded.item, in: $0) }
    let text = (shown?.text(of: responded.response) ?? responded.typed).onOneLine
    let seconds = Rational(Int128(max(0, responded.milliseconds)), over: 1000).rounded(places: 1)
    return "\(verb) \(name(responded.item)) after \(seconds) s: \(text)"
  }

  private func `extension`(_ new: Event.Extension) -> String {
    let end = new.deadline.map { "It ends on \(wording($0.time)) now" } ?? "It has no deadline now"
    return "\(end), decided by \(new.by). Reason: \(new.reason)"
  }

  private func name(_ item: Item.ID) -> String {
    let number = progress.flatMap { progress in
      quiz.flatMap { $0.asked(in: progress).firstIndex(of: item) }
    }
    return number.map { "item \($0 + 1) (\(item))" } ?? "'\(item)'"
  }

  private func words(_ reason: Event.Reason) -> String {
    switch reason {
    case .quit: "asked to stop"
    case .endOfInput: "the input ended"
    case .interrupt: "interrupted the program"
    case .hangUp: "the connection broke"
    case .terminated: "the program was asked to end"
    }
  }

  private func words(_ identification: Identification) -> String {
    switch identification {
    case .account(let name): "identified by the system's account \(name)"
    case .key(let fingerprint?): "identified by the SSH key \(fingerprint)"
    case .key(nil): "identified by an SSH key"
    case .certificate(let name?): "identified by the SSH certificate \(name)"
    case .certificate(nil): "identified by an SSH certificate"
    case .claimed: "named on the command line, which nobody checked"
    case .guest: "a guest"
    }
  }

  private func words(_ phase: Quiz.Feedback.Phase) -> String {
    switch phase {
    case .rightAfter: "right after it ended"
    case .later: "before the quiz closed"
    case .afterClose: "after the quiz had closed"
    }
  }
}
