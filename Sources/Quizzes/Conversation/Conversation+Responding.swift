internal import Diagnostics

// What becomes of a line that is no command.
extension Conversation {
  mutating func respond(
    _ typed: String,
    to shown: ShownItem,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    switch shown.item.kind {
    case .cloze(let cloze): return try fill(typed, cloze, of: shown, at: now, &draft)
    case .essay(let essay): return try write(typed, essay, of: shown, at: now, &draft)
    case .description: return try read(shown, at: now, &draft)
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText, .matching,
      .ordering:
      break
    }
    let earlier = given(to: shown)
    if let earlier, typed.isEmpty || typed == earlier.typed {
      draft.lines.append(Line(.acknowledgement, "Kept as it was."))
      return try moveOn(from: shown, at: now, &draft)
    }
    let response: Response
    do {
      response = try shown.item.kind.response(typed: typed, showing: shown.order)
    } catch {
      return refuse(error, typed, at: now, &draft)
    }
    let verb = earlier == nil ? "Kept" : "Changed to"
    draft.lines.append(Line(.acknowledgement, "\(verb): \(shown.text(of: response))"))
    return try accept(response, typed, to: shown, at: now, &draft)
  }

  /// What was responded to an item; a try that was wrong does not count.
  func given(to shown: ShownItem) -> Attempt.Progress.Given? {
    attempt.progress?.responses[shown.item.id]
  }

  private mutating func refuse(
    _ misreading: Misreading,
    _ typed: String,
    at now: Moment,
    _ draft: inout Draft
  ) -> Turn {
    let more = typed.isEmpty ? " Type a response, or :skip to leave the item for later." : ""
    return refuse(misreading.description + more, at: now, &draft)
  }

  /// Records a response to a whole item, and says what there is to say about it.
  private mutating func accept(
    _ response: Response,
    _ typed: String,
    to shown: ShownItem,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let item = shown.item
    let responded = responded(response, typed, to: shown, at: now)
    let givesFeedback = attempt.progress?.start.kind.givesFeedbackAtOnce == true
    if givesFeedback, isTriedOut(response, item) {
      draft.lines.removeLast()
      return try take(wrong: responded, shown, at: now, &draft)
    }
    try record(.responded(responded), at: now, &draft)
    if givesFeedback, !quiz.asksCertainty(about: item) {
      draft.lines.removeLast()
      draft.lines += feedback(on: shown)
    }
    return try askAfresh(at: now, &draft)
  }

  private func responded(
    _ response: Response,
    _ typed: String,
    to shown: ShownItem,
    at now: Moment
  ) -> Event.Responded {
    Event.Responded(
      item: shown.item.id,
      typed: typed,
      response: response,
      milliseconds: now.milliseconds(since: shownAt)
    )
  }

  /// Whether a response is wrong and another try is left.
  private func isTriedOut(_ response: Response, _ item: Item) -> Bool {
    let shown = attempt.progress?.hintCount(on: item.id) ?? 0
    guard !quiz.asksCertainty, shown < item.hints.count else { return false }
    return item.kind.fraction(of: response).map { $0 < 1 } ?? false
  }

  /// Records a wrong try, and shows the next hint.
  private mutating func take(
    wrong responded: Event.Responded,
    _ shown: ShownItem,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    try record(.tried(responded), at: now, &draft)
    let isPartlyRight = shown.item.fraction(of: responded.response) > 0
    draft.lines.append(
      isPartlyRight ? Line(.partlyRight, "Partly right.") : Line(.wrong, "Not right.")
    )
    let count = attempt.progress?.hintCount(on: shown.item.id) ?? 0
    draft.lines += hint(count, on: shown.item)
    let left = shown.item.hints.count - count
    draft.lines.append(Line(.detail, left == 0 ? "Try once more." : "Try again."))
    gap = 0
    shownAt = now
    return ask(at: now, &draft)
  }

  /// A hint by its number, from 1.
  func hint(_ number: Int, on item: Item) -> [Line] {
    guard item.hints.indices.contains(number - 1) else { return [] }
    return Line.lines(.feedback, "Hint: \(item.hints[number - 1])")
  }

  /// A description asks nothing: any line goes on.
  private mutating func read(
    _ shown: ShownItem,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    guard given(to: shown) == nil else { return try moveOn(from: shown, at: now, &draft) }
    try record(.responded(responded(.read, "", to: shown, at: now)), at: now, &draft)
    return try askAfresh(at: now, &draft)
  }
}

// A cloze is filled gap by gap; each is recorded by itself.
extension Conversation {
  /// The gap that is asked first: the first empty one, or the first of all.
  var firstGap: Int {
    guard let shown = currentItem, case .cloze = shown.item.kind,
      case .gaps(let responses) = given(to: shown)?.response
    else { return 0 }
    return responses.firstIndex { $0 == nil } ?? 0
  }

  /// What fills the gaps so far.
  private func filled(_ cloze: Cloze, _ shown: ShownItem) -> [Response?] {
    guard case .gaps(let responses) = given(to: shown)?.response,
      responses.count == cloze.gaps.count
    else { return Array(repeating: nil, count: cloze.gaps.count) }
    return responses
  }

  private mutating func fill(
    _ typed: String,
    _ cloze: Cloze,
    of shown: ShownItem,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let gap = min(gap, cloze.gaps.count - 1)
    let part = shown.shownGap(gap, of: cloze)
    var responses = filled(cloze, shown)
    let wasComplete = !responses.contains(nil)
    if let earlier = responses[gap], typed.isEmpty || typed == part.typedForm(of: earlier) {
      draft.lines.append(Line(.acknowledgement, "Gap \(gap + 1) is kept as it was."))
      self.gap = gap + 1
      if self.gap < cloze.gaps.count { return ask(at: now, &draft) }
      return try moveOn(from: shown, at: now, &draft)
    }
    do {
      responses[gap] = try part.item.kind.response(typed: typed, showing: part.order)
    } catch {
      return refuse(error, typed, at: now, &draft)
    }
    let text = responses[gap].map { part.text(of: $0) } ?? ""
    draft.lines.append(Line(.acknowledgement, "Kept in gap \(gap + 1): \(text)"))
    let isLast = gap == cloze.gaps.count - 1
    if !responses.contains(nil), isLast || !wasComplete {
      return try accept(.gaps(responses), typed, to: shown, at: now, &draft)
    }
    let responded = responded(.gaps(responses), typed, to: shown, at: now)
    try record(.responded(responded), at: now, &draft)
    // While a full cloze is gone through again, the place stays at it.
    if wasComplete { try record(.moved(to: shown.item.id), at: now, &draft) }
    self.gap = wasComplete ? gap + 1 : responses.firstIndex { $0 == nil } ?? 0
    shownAt = now
    return ask(at: now, &draft)
  }
}

// An essay is written line by line; each is recorded by itself.
extension Conversation {
  /// The longest essay, in characters.
  static let essayLimit = 20_000

  /// What was written of an essay so far.
  func written(_ essay: Essay, _ shown: ShownItem) -> String {
    switch given(to: shown)?.response {
    case .text(let text), .draft(let text): text
    default: essay.template ?? ""
    }
  }

  private mutating func write(
    _ typed: String,
    _ essay: Essay,
    of shown: ShownItem,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let text = written(essay, shown)
    let isFinished = given(to: shown)?.response.isComplete == true
    switch typed {
    case "" where isFinished:
      draft.lines.append(Line(.acknowledgement, "Kept as it was."))
      return try moveOn(from: shown, at: now, &draft)
    case "" where text.isEmpty:
      return refuse(.nothing, typed, at: now, &draft)
    case "." where text.isEmpty:
      return refuse(.nothing, "", at: now, &draft)
    case ".":
      let whole = text.cleanedParagraphs
      draft.lines += finished(whole, essay)
      return try accept(.text(whole), typed, to: shown, at: now, &draft)
    case "-" where text.isEmpty:
      return refuse("There is no line to take back.", at: now, &draft)
    case "-":
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let last = lines.removeLast()
      let what = last.isEmpty ? "an empty line" : last
      draft.lines.append(Line(.acknowledgement, "Taken back: \(what)"))
      let rest = lines.joined(separator: "\n")
      return try keep(rest, typed, of: shown, takenBack: String(last), at: now, &draft)
    default:
      let longer = text.isEmpty ? typed : text + "\n" + typed
      guard longer.count <= Self.essayLimit else {
        let problem = "The text is full: at most \(Self.essayLimit) characters are kept."
        return refuse(problem, at: now, &draft)
      }
      return try keep(longer, typed, of: shown, at: now, &draft)
    }
  }

  /// Records an essay that is being written, and asks for the next line.
  private mutating func keep(
    _ text: String,
    _ typed: String,
    of shown: ShownItem,
    takenBack: String? = nil,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let responded = responded(.draft(text), typed, to: shown, at: now)
    try record(.responded(responded), at: now, &draft)
    unsent = takenBack
    isWriting = true
    shownAt = now
    return ask(at: now, &draft)
  }

  /// What is said of a finished text; the last line says that it is kept.
  private func finished(_ text: String, _ essay: Essay) -> [Line] {
    let words = text.split(whereSeparator: \.isWhitespace).count
    var lines: [Line] = []
    if let least = essay.leastWords, words < least {
      lines.append(Line(.notice, "At least \(least.counted("word")) are expected."))
    }
    if let most = essay.mostWords, words > most {
      lines.append(Line(.notice, "At most \(most.counted("word")) are expected."))
    }
    return lines + [Line(.acknowledgement, "Kept: \(words.counted("word")).")]
  }
}
