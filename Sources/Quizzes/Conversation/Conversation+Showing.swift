internal import Diagnostics

// What a conversation says. Everything here only reads.
extension Conversation {
  /// An item as it is shown in this attempt.
  func shownItem(_ id: Item.ID) -> ShownItem? {
    attempt.progress.flatMap { quiz.shown(id, in: $0) }
  }

  /// The item where the participant is; `nil` behind the last one.
  var currentItem: ShownItem? {
    switch attempt.progress?.place {
    case .item(let id): shownItem(id)
    case .end, nil: nil
    }
  }

  /// Asks what there is to ask, after a line about the time where one is due.
  mutating func ask(at now: Moment, _ draft: inout Draft) -> Turn {
    draft.lines += announcement(at: now)
    return draft.turn(.ask(prompt))
  }

  /// What asks for the next line.
  var prompt: Prompt {
    var prompt = presentPrompt
    if let unsent { prompt.earlier = unsent }
    return prompt
  }

  private var presentPrompt: Prompt {
    let commands = Command.allCases.map(\.name)
    let yesOrNo = ["yes", "no"] + commands
    switch (question, currentItem) {
    case (.leaving, _):
      return Prompt(
        text: "Stop now? Your responses are kept. (yes or no): ",
        completions: yesOrNo
      )
    case (.certainty, _):
      return Prompt(
        text: "How certain are you? (1 low, 2 middle, 3 high): ",
        completions: ["1", "2", "3"] + commands
      )
    case (.submission, _), (.place, nil):
      return Prompt(text: "Submit now? (yes or no): ", completions: yesOrNo)
    case (.place, let shown?):
      return prompt(for: shown, commands)
    }
  }

  private func prompt(for shown: ShownItem, _ commands: [String]) -> Prompt {
    let given = attempt.progress?.responses[shown.item.id]
    switch shown.item.kind {
    case .cloze(let cloze):
      let gap = min(gap, cloze.gaps.count - 1)
      let part = shown.shownGap(gap, of: cloze)
      let before = given ?? nil
      let tried = attempt.progress?.tries[shown.item.id]?.last?.response
      return Prompt(
        text: "Gap \(gap + 1) of \(cloze.gaps.count) (\(part.expectation)): ",
        completions: part.completions + commands,
        earlier: (before?.response ?? tried)?.filling(gap).map { part.typedForm(of: $0) }
      )
    case .essay:
      return Prompt(
        text: "Next line (. ends the text, - takes the last line back): ",
        completions: commands,
        keepsParagraphs: true,
        goesOn: isWriting,
        characterLimit: Self.essayLimit
      )
    case .description:
      return Prompt(text: "Press Enter to continue: ", completions: commands)
    case .singleChoice, .multipleResponse, .trueFalse, .numerical, .shortText, .matching,
      .ordering:
      return Prompt(
        text: "Response (\(shown.expectation)): ",
        completions: shown.completions + commands,
        earlier: given?.typed
      )
    }
  }

  /// What is being asked, shown again.
  func presentQuestion() -> [Line] {
    switch question {
    case .place: place()
    case .certainty(let item): shownItem(item).map(certaintyQuestion) ?? []
    case .submission: overview()
    case .leaving: []
    }
  }

  /// The item where the participant is, or the overview behind the last one.
  func place() -> [Line] {
    guard let shown = currentItem, let progress = attempt.progress else { return overview() }
    var lines = sectionHeading(before: shown.item)
    lines += shown.question(isFlagged: progress.flagged.contains(shown.item.id))
    lines += hints(on: shown)
    switch (shown.item.kind, progress.responses[shown.item.id]) {
    case (.essay(let essay), let given): lines += soFar(written(essay, shown), given)
    case (.description, _), (_, nil): break
    case (.cloze, let given?) where !given.response.isComplete:
      lines.append(Line(.detail, "Your response so far: \(shown.text(of: given.response))"))
    case (_, let given?):
      lines.append(Line(.detail, "Your response so far: \(shown.text(of: given.response))"))
      lines.append(Line(.detail, "Press Enter to keep it."))
    }
    return lines
  }

  private func soFar(_ text: String, _ given: Attempt.Progress.Given?) -> [Line] {
    guard !text.isEmpty else { return [] }
    let heading = given == nil ? "Your text begins like this:" : "Your text so far:"
    let more = given?.response.isComplete == true ? [Line(.detail, "Press Enter to keep it.")] : []
    return [Line(.detail, heading)] + Line.lines(.feedback, text) + more
  }

  /// The title of a section before its first item.
  private func sectionHeading(before item: Item) -> [Line] {
    guard let progress = attempt.progress,
      let section = quiz.sections.first(where: { $0.id == item.section }),
      progress.items.first(where: { quiz[$0]?.section == section.id }) == item.id
    else { return [] }
    return [Line(.heading, section.title)] + (section.text.map { Line.lines(.detail, $0) } ?? [])
      + [.gap]
  }

  /// The hints that were seen, and what others cost.
  private func hints(on shown: ShownItem) -> [Line] {
    let all = shown.item.hints.count
    guard let progress = attempt.progress, !quiz.asksCertainty, all > 0,
      !progress.isAnswered(shown.item.id)
    else { return [] }
    let seen = min(progress.hintCount(on: shown.item.id), all)
    let lines = (0..<seen).flatMap { hint($0 + 1, on: shown.item) }
    guard seen < all else { return lines }
    let cost = (100 * (shown.item.penalty ?? quiz.penalty)).rounded(places: 0)
    let text = "\((all - seen).counted("hint")) with :hint; each costs \(cost) percent of the mark."
    return lines + [Line(.detail, text)]
  }

  /// What is said once an attempt has begun.
  static let promise = Line(
    .detail,
    "Each response is saved at once. Type :quit to stop and continue later, :help for more."
  )

  /// What the participant should know before the attempt begins.
  public var briefing: [Line] {
    guard let progress = attempt.progress else { return [] }
    let maximum = quiz.score(of: progress).maximum
    var lines = introduction()
    let number = quiz.asked(in: progress).count
    lines.append(Line(.detail, "\(number.counted("item")), \(marks(maximum))."))
    switch progress.start.kind {
    case .graded:
      lines.append(Line(.detail, "Graded: you see the result after you submit."))
      if let pass = quiz.passPercent {
        lines.append(Line(.detail, "To pass, you need \(pass.shownAsPassMark())."))
      }
    case .practice:
      lines.append(Line(.detail, "Practice: you see after each response whether it was right."))
    case .review:
      let promise = "Review: you see after each response whether it was right. It never counts."
      lines.append(Line(.detail, promise))
    }
    if quiz.asksCertainty { lines.append(Line(.detail, Certainty.explanation)) }
    return lines + timeAllowed()
  }

  func welcomeBack(at now: Moment) -> [Line] {
    guard let progress = attempt.progress else { return [] }
    let asked = quiz.asked(in: progress)
    let given = asked.count { progress.isAnswered($0) }
    let number = "You are continuing attempt \(progress.start.number)."
    let share = "Items with a response: \(given) of \(asked.count)."
    let time = progress.deadline == nil ? [] : [Line(.detail, timeLeft(at: now))]
    return introduction() + [Line(.detail, "\(number) \(share)")] + time
  }

  private func introduction() -> [Line] {
    [Line(.title, quiz.title)] + Line.lines(.status, quiz.status)
      + (quiz.notice.map { Line.lines(.notice, $0) } ?? [])
  }

  /// What to know before submitting.
  func overview() -> [Line] {
    guard let progress = attempt.progress else { return [] }
    let asked = quiz.asked(in: progress)
    let total = asked.count
    let unanswered = asked.filter { !progress.isAnswered($0) }
    var lines = [Line(.heading, "Before you submit")]
    if unanswered.isEmpty {
      let all = total == 1 ? "The item has" : "All \(total) items have"
      lines.append(Line(.detail, "\(all) a response."))
    } else {
      lines.append(Line(.detail, "Without a response: \(named(unanswered)) of \(total)."))
    }
    let unfinished = unanswered.filter { progress.responses[$0] != nil }
    if !unfinished.isEmpty {
      lines.append(Line(.detail, "Started but not finished: \(named(unfinished))."))
    }
    let flagged = asked.filter(progress.flagged.contains)
    if !flagged.isEmpty {
      lines.append(Line(.detail, "Flagged: \(named(flagged))."))
    }
    return lines + [Line(.detail, "After you submit, nothing can be changed.")]
  }

  /// The numbers of items, for reading aloud: `items 2, 5 and 9`.
  private func named(_ items: [Item.ID]) -> String {
    let numbers = items.compactMap { shownItem($0)?.number }.map { "\($0)" }
    return "\(numbers.count.agreeing("item", "items")) \(numbers.listed())"
  }

  /// The list of items with the responses so far.
  func review() -> [Line] {
    guard let progress = attempt.progress else { return [] }
    let rows = quiz.asked(in: progress).compactMap { shownItem($0) }.map { shown in
      var words: [String] = []
      if let given = progress.responses[shown.item.id] {
        words.append(shown.text(of: given.response).firstWords)
        if progress.start.kind.givesFeedbackAtOnce, given.response.isComplete,
          let fraction = shown.item.kind.fraction(of: given.response)
        {
          words.append(verdict(fraction))
        }
        if !given.response.isComplete { words.append("not finished") }
        if let certainty = given.certainty { words.append("certainty \(certainty.rawValue)") }
      } else {
        words.append("no response")
      }
      if progress.flagged.contains(shown.item.id) { words.append("flagged") }
      return Line(.option, words.joined(separator: "; "), label: "\(shown.number).")
    }
    return [Line(.heading, "Your responses")] + rows
  }

  private func verdict(_ fraction: Rational) -> String {
    fraction >= 1 ? "right" : fraction > 0 ? "partly right" : "wrong"
  }

  func help() -> [Line] {
    guard let progress = attempt.progress else { return [] }
    let hasHints = progress.items.contains { quiz[$0]?.hints.isEmpty == false }
    let commands = Command.allCases.filter { $0 != .hint || hasHints }.map { command in
      let argument = command == .goto ? " N" : ""
      return Line(
        .option,
        command.summary(progress.start.kind),
        label: command.name + argument
      )
    }
    let short = "You can shorten a command as long as it stays unambiguous, such as :q for :quit."
    return [Line(.heading, "Commands you can type instead of a response")] + commands
      + [Line(.detail, short)]
  }

  func farewell(at now: Moment) -> [Line] {
    let place =
      if let shown = currentItem, shown.number > 0 {
        "at item \(shown.number) of \(shown.count)"
      } else if currentItem != nil {
        "at a text to read"
      } else {
        "before submitting"
      }
    var lines = [Line(.acknowledgement, "Stopped \(place). Your responses are kept.")]
    if let left = attempt.progress?.remaining(at: now) {
      lines.append(Line(.notice, "The time keeps running. Time left: \(words(left))."))
    }
    return lines + (goOnCommand.map { [Line(.detail, "Continue with: \($0)")] } ?? [])
  }
}

extension String {
  /// The beginning of a long text, on one line.
  var firstWords: String {
    let line = split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 80 ? line.prefix(77) + "…" : line
  }
}

extension Response {
  /// What fills a gap; `nil` for an empty one.
  fileprivate func filling(_ gap: Int) -> Response? {
    guard case .gaps(let responses) = self, responses.indices.contains(gap) else { return nil }
    return responses[gap]
  }
}
