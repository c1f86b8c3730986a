extension Conversation {
  /// Does what a command asks.
  mutating func obey(
    _ command: TypedCommand,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    switch command {
    case .known(let command, let argument):
      return try obey(command, argument, at: now, &draft)
    case .ambiguous(let commands):
      let names = commands.map(\.name).joined(separator: " or ")
      return refuse("Type \(names).", at: now, &draft)
    case .unknown(let typed):
      let problem = "There is no command '\(typed)'. Type :help for the list."
      return refuse(problem, at: now, &draft)
    }
  }

  private mutating func obey(
    _ command: Command,
    _ argument: String,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    if case .certainty = question, command.leavesItem {
      return refuse("First say how certain you are: 1, 2 or 3.", at: now, &draft)
    }
    switch command {
    case .help:
      draft.lines += help()
      return ask(at: now, &draft)
    case .review:
      draft.lines += review()
      return ask(at: now, &draft)
    case .time:
      draft.lines.append(Line(.detail, timeLeft(at: now)))
      announced = threshold(at: now) ?? announced
      return ask(at: now, &draft)
    case .quit: return try stop(.quit, at: now, &draft)
    case .submit:
      question = .submission
      draft.lines += overview()
      return ask(at: now, &draft)
    case .back: return try goBack(at: now, &draft)
    case .next:
      guard let shown = currentItem else { return refuse(Self.behindTheLast, at: now, &draft) }
      return try moveOn(from: shown, at: now, &draft)
    case .skip: return try skip(at: now, &draft)
    case .flag: return try flag(at: now, &draft)
    case .hint: return try giveHint(at: now, &draft)
    case .goto: return try goTo(argument, at: now, &draft)
    }
  }

  private static let behindTheLast =
    "You are past the last item. Type yes to submit, or :goto with the number of an item."

  /// The items to which the participant may go: all when graded, those without a response in practice.
  private var openItems: [Item.ID] {
    guard let progress = attempt.progress else { return [] }
    return progress.start.kind.givesFeedbackAtOnce ? progress.unanswered : progress.items
  }

  /// Goes to the next item to which one may go, or behind the last one.
  mutating func moveOn(
    from shown: ShownItem,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let items = attempt.progress?.items ?? []
    let later = items.drop { $0 != shown.item.id }.dropFirst()
    try record(.moved(to: later.first { openItems.contains($0) }), at: now, &draft)
    return try askAfresh(at: now, &draft)
  }

  private mutating func goBack(at now: Moment, _ draft: inout Draft) throws(Refusal) -> Turn {
    let items = attempt.progress?.items ?? []
    let here = currentItem?.item.id
    let earlier = items.prefix { $0 != here }
    guard let previous = earlier.last(where: { openItems.contains($0) }) else {
      return earlier.isEmpty
        ? refuse("This is the first item.", at: now, &draft)
        : refuse(
          "No earlier item is open. In practice, a response cannot be changed.",
          at: now,
          &draft
        )
    }
    try record(.moved(to: previous), at: now, &draft)
    return try askAfresh(at: now, &draft)
  }

  private mutating func skip(at now: Moment, _ draft: inout Draft) throws(Refusal) -> Turn {
    guard let shown = currentItem else { return refuse(Self.behindTheLast, at: now, &draft) }
    guard attempt.progress?.isAnswered(shown.item.id) == false else {
      return try moveOn(from: shown, at: now, &draft)
    }
    try record(.skipped(item: shown.item.id), at: now, &draft)
    if shown.number > 0 {
      draft.lines.append(Line(.acknowledgement, "Item \(shown.number) is left for later."))
    }
    return try askAfresh(at: now, &draft)
  }

  private mutating func flag(at now: Moment, _ draft: inout Draft) throws(Refusal) -> Turn {
    guard let shown = currentItem, shown.number > 0, let progress = attempt.progress else {
      return refuse("Go to an item first, with :goto and its number.", at: now, &draft)
    }
    let isFlagged = !progress.flagged.contains(shown.item.id)
    try record(.flagged(item: shown.item.id, isFlagged: isFlagged), at: now, &draft)
    let words = isFlagged ? "is flagged" : "is no longer flagged"
    draft.lines.append(Line(.acknowledgement, "Item \(shown.number) \(words)."))
    return ask(at: now, &draft)
  }

  private mutating func giveHint(at now: Moment, _ draft: inout Draft) throws(Refusal) -> Turn {
    guard let shown = currentItem, let progress = attempt.progress else {
      return refuse("Go to an item first, with :goto and its number.", at: now, &draft)
    }
    guard !quiz.asksCertainty, !shown.item.hints.isEmpty else {
      return refuse("There is no hint for this item.", at: now, &draft)
    }
    let count = progress.hintCount(on: shown.item.id)
    guard count < shown.item.hints.count else {
      return refuse("You have seen all hints for this item.", at: now, &draft)
    }
    try record(.hinted(item: shown.item.id), at: now, &draft)
    draft.lines += hint(count + 1, on: shown.item)
    return ask(at: now, &draft)
  }

  private mutating func goTo(
    _ argument: String,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let items = attempt.progress.map { quiz.asked(in: $0) } ?? []
    guard let number = Int(argument), (1...max(items.count, 1)).contains(number),
      items.indices.contains(number - 1)
    else {
      let problem = "Type :goto with the number of an item, from 1 to \(items.count)."
      return refuse(problem, at: now, &draft)
    }
    guard openItems.contains(items[number - 1]) else {
      let problem =
        "You have seen the feedback on item \(number). In practice, a response cannot be changed."
      return refuse(problem, at: now, &draft)
    }
    try record(.moved(to: items[number - 1]), at: now, &draft)
    return try askAfresh(at: now, &draft)
  }
}

extension Command {
  /// Whether the command goes away from the item that is being asked.
  fileprivate var leavesItem: Bool {
    switch self {
    case .back, .next, .skip, .goto, .submit, .flag, .hint: true
    case .help, .review, .time, .quit: false
    }
  }
}

extension Conversation {
  mutating func answerLeaving(
    _ typed: String,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    switch YesOrNo(typed) {
    case .yes: return try stop(.interrupt, at: now, &draft)
    case .no: return try askAfresh(at: now, &draft)
    case nil: return refuse("Type yes or no.", at: now, &draft)
    }
  }

  mutating func answerSubmission(
    _ typed: String,
    at now: Moment,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    switch YesOrNo(typed) {
    case .yes: return try submit(at: now, &draft)
    case .no:
      if let progress = attempt.progress, progress.place == .end {
        let flagged = openItems.first { progress.flagged.contains($0) }
        if let item = progress.unanswered.first ?? flagged ?? openItems.first {
          try record(.moved(to: item), at: now, &draft)
        }
      }
      return try askAfresh(at: now, &draft)
    case nil: return refuse("Type yes or no.", at: now, &draft)
    }
  }
}

/// What was answered to a question of the program.
private enum YesOrNo {
  case yes
  case no

  init?(_ typed: String) {
    switch typed.lowercased() {
    case "y", "yes": self = .yes
    case "n", "no": self = .no
    default: return nil
    }
  }
}
