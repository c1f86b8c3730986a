// What a conversation says. Everything here only reads.
extension Conversation {
  /// An item as it is shown in this attempt.
  func shownItem(_ id: Item.ID) -> ShownItem? {
    guard let progress = attempt.progress, let number = progress.number(of: id), let item = quiz[id]
    else { return nil }
    let entries = progress.start.arrangement.entries
    return ShownItem(
      item: item,
      number: number,
      count: entries.count,
      order: entries[number - 1].options
    )
  }

  /// The item where the participant is; `nil` behind the last one.
  var currentItem: ShownItem? {
    switch attempt.progress?.place {
    case .item(let id): shownItem(id)
    case .end, nil: nil
    }
  }

  /// Asks what there is to ask.
  func ask(_ draft: inout Draft) -> Turn {
    draft.turn(.ask(prompt))
  }

  private var prompt: Prompt {
    let commands = Command.allCases.map(\.name)
    let yesOrNo = ["yes", "no"] + commands
    switch (question, currentItem) {
    case (.leaving, _):
      return Prompt(
        text: "Stop now? Your responses are kept. (yes or no): ",
        completions: yesOrNo
      )
    case (.submission, _), (.place, nil):
      return Prompt(text: "Submit now? (yes or no): ", completions: yesOrNo)
    case (.place, let shown?):
      return Prompt(
        text: "Response (\(shown.expectation)): ",
        completions: shown.completions + commands,
        earlier: attempt.progress?.responses[shown.item.id]?.typed
      )
    }
  }

  /// The item where the participant is, or the overview behind the last one.
  func place() -> [Line] {
    guard let shown = currentItem, let progress = attempt.progress else { return overview() }
    var lines = shown.question(isFlagged: progress.flagged.contains(shown.item.id))
    if let given = progress.responses[shown.item.id] {
      let text = shown.text(of: given.response)
      lines.append(Line(.detail, "Your response so far: \(text)"))
      lines.append(Line(.detail, "Press Enter to keep it."))
    }
    return lines
  }

  func welcome() -> [Line] {
    guard let progress = attempt.progress else { return [] }
    let items = progress.items.compactMap { quiz[$0] }
    let maximum = items.reduce(0) { $0 + $1.maximum }
    var lines = introduction()
    lines.append(Line(.detail, "\(count(items.count, "item")), \(marks(maximum))."))
    switch progress.start.kind {
    case .graded:
      lines.append(Line(.detail, "Graded: you see the result after you submit."))
      if let pass = quiz.passPercent {
        lines.append(Line(.detail, "To pass, you need \(pass.rounded()) percent."))
      }
    case .practice, .review:
      lines.append(Line(.detail, "Practice: you see after each response whether it was right."))
    case .review:
      let promise = "Review: you see after each response whether it was right. It never counts."
      lines.append(Line(.detail, promise))
    }
    let help = "Each response is kept at once. Type :quit to stop and go on later, :help for more."
    return lines + [Line(.detail, help)]
  }

  func welcomeBack() -> [Line] {
    guard let progress = attempt.progress else { return [] }
    let given = progress.items.count - progress.unanswered.count
    let number = "You go on with attempt \(progress.start.number)."
    let share = "Items with a response: \(given) of \(progress.items.count)."
    return introduction() + [Line(.detail, "\(number) \(share)")]
  }

  private func introduction() -> [Line] {
    [Line(.title, quiz.title)] + Line.lines(.status, quiz.status)
      + (quiz.notice.map { Line.lines(.notice, $0) } ?? [])
  }

  /// What to know before submitting.
  func overview() -> [Line] {
    guard let progress = attempt.progress else { return [] }
    let total = progress.items.count
    let unanswered = progress.unanswered
    var lines = [Line(.heading, "Before you submit")]
    if unanswered.isEmpty {
      let all = total == 1 ? "The item has" : "All \(total) items have"
      lines.append(Line(.detail, "\(all) a response."))
    } else {
      lines.append(Line(.detail, "Without a response: \(named(unanswered)) of \(total)."))
    }
    let flagged = progress.items.filter(progress.flagged.contains)
    if !flagged.isEmpty {
      lines.append(Line(.detail, "Flagged: \(named(flagged))."))
    }
    return lines + [Line(.detail, "After you submit, nothing can be changed.")]
  }

  /// The numbers of items, for reading aloud: `items 2, 5 and 9`.
  private func named(_ items: [Item.ID]) -> String {
    let numbers = items.compactMap { attempt.progress?.number(of: $0) }.map { "\($0)" }
    return "\(numbers.count == 1 ? "item" : "items") \(list(numbers))"
  }

  /// The list of items with the responses so far.
  func review() -> [Line] {
    guard let progress = attempt.progress else { return [] }
    let rows = progress.items.compactMap { shownItem($0) }.map { shown in
      var words: [String] = []
      if let given = progress.responses[shown.item.id] {
        words.append(shown.text(of: given.response))
        if progress.start.kind.givesFeedbackAtOnce {
          words.append(verdict(shown.item.fraction(of: given.response)))
        }
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
    guard let kind = attempt.progress?.start.kind else { return [] }
    let commands = Command.allCases.map { command in
      let argument = command == .goto ? " N" : ""
      return Line(.option, command.summary(kind), label: command.name + argument)
    }
    let short = "A command can be shortened while it is clear, such as :q for :quit."
    return [Line(.heading, "What you can type beside a response")] + commands
      + [Line(.detail, short)]
  }

  func farewell() -> [Line] {
    let place =
      if let shown = currentItem {
        "at item \(shown.number) of \(shown.count)"
      } else {
        "before submitting"
      }
    return [
      Line(.acknowledgement, "Stopped \(place). Your responses are kept."),
      Line(.detail, "Go on with: \(goOnCommand)"),
    ]
  }
}
