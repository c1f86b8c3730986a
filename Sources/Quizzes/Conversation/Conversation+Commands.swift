extension Conversation {
  /// Does what a command asks.
  mutating func obey(
    _ command: TypedCommand,
    at now: Timestamp,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    switch command {
    case .known(let command, let argument):
      return try obey(command, argument, at: now, &draft)
    case .ambiguous(let commands):
      let names = commands.map(\.name).joined(separator: " or ")
      return refuse("Type \(names).", &draft)
    case .unknown(let typed):
      return refuse("There is no command '\(typed)'. Type :help for the list.", &draft)
    }
  }

  private mutating func obey(
    _ command: Command,
    _ argument: String,
    at now: Timestamp,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    switch command {
    case .help:
      draft.lines += help()
      return ask(&draft)
    case .review:
      draft.lines += review()
      return ask(&draft)
    case .quit: return try stop(.quit, at: now, &draft)
    case .submit:
      question = .submission
      draft.lines += overview()
      return ask(&draft)
    case .back: return try goBack(at: now, &draft)
    case .next:
      guard let shown = currentItem else { return refuse(Self.behindTheLast, &draft) }
      return try moveOn(from: shown, at: now, &draft)
    case .skip: return try skip(at: now, &draft)
    case .flag: return try flag(at: now, &draft)
    case .goto: return try goTo(argument, at: now, &draft)
    }
  }

  private static let behindTheLast =
    "You are behind the last item. Type yes to submit, or :goto with the number of an item."

  /// Says why something cannot be done, and asks again.
  private func refuse(_ sentence: String, _ draft: inout Draft) -> Turn {
    draft.lines.append(Line(.problem, sentence))
    return ask(&draft)
  }

  /// The items to which the participant may go: all when graded, those without a response in practice.
  private var openItems: [Item.ID] {
    guard let progress = attempt.progress else { return [] }
    return switch progress.start.kind {
    case .graded: progress.items
    case .practice, .review: progress.unanswered
    }
  }

  /// Goes to the next item to which one may go, or behind the last one.
  mutating func moveOn(
    from shown: ShownItem,
    at now: Timestamp,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let later = attempt.progress?.items.dropFirst(shown.number) ?? []
    let next = later.first { openItems.contains($0) }
    try record(.moved(to: next), at: now, &draft)
    return try askAfresh(at: now, &draft)
  }

  private mutating func goBack(at now: Timestamp, _ draft: inout Draft) throws(Refusal) -> Turn {
    let items = attempt.progress?.items ?? []
    let earlier = items.prefix((currentItem?.number ?? items.count + 1) - 1)
    guard let previous = earlier.last(where: { openItems.contains($0) }) else {
      return earlier.isEmpty
        ? refuse("This is the first item.", &draft)
        : refuse("No earlier item is open. In practice, a response stays as it is.", &draft)
    }
    try record(.moved(to: previous), at: now, &draft)
    return try askAfresh(at: now, &draft)
  }

  private mutating func skip(at now: Timestamp, _ draft: inout Draft) throws(Refusal) -> Turn {
    guard let shown = currentItem else { return refuse(Self.behindTheLast, &draft) }
    guard attempt.progress?.responses[shown.item.id] == nil else {
      return try moveOn(from: shown, at: now, &draft)
    }
    try record(.skipped(item: shown.item.id), at: now, &draft)
    draft.lines.append(Line(.acknowledgement, "Item \(shown.number) is left for later."))
    return try askAfresh(at: now, &draft)
  }

  private mutating func flag(at now: Timestamp, _ draft: inout Draft) throws(Refusal) -> Turn {
    guard let shown = currentItem, let progress = attempt.progress else {
      return refuse("Go to an item first, with :goto and its number.", &draft)
    }
    let isFlagged = !progress.flagged.contains(shown.item.id)
    try record(.flagged(item: shown.item.id, isFlagged: isFlagged), at: now, &draft)
    let words = isFlagged ? "is flagged" : "is no longer flagged"
    draft.lines.append(Line(.acknowledgement, "Item \(shown.number) \(words)."))
    return ask(&draft)
  }

  private mutating func goTo(
    _ argument: String,
    at now: Timestamp,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    let items = attempt.progress?.items ?? []
    guard let number = Int(argument), (1...max(items.count, 1)).contains(number),
      items.indices.contains(number - 1)
    else {
      return refuse("Type :goto with the number of an item, from 1 to \(items.count).", &draft)
    }
    guard openItems.contains(items[number - 1]) else {
      return refuse("Item \(number) has its feedback. In practice, a response stays.", &draft)
    }
    try record(.moved(to: items[number - 1]), at: now, &draft)
    return try askAfresh(at: now, &draft)
  }
}

extension Conversation {
  mutating func answerLeaving(
    _ typed: String,
    at now: Timestamp,
    _ draft: inout Draft
  ) throws(Refusal) -> Turn {
    switch YesOrNo(typed) {
    case .yes: return try stop(.interrupt, at: now, &draft)
    case .no: return try askAfresh(at: now, &draft)
    case nil: return refuse("Type yes or no.", &draft)
    }
  }

  mutating func answerSubmission(
    _ typed: String,
    at now: Timestamp,
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
    case nil: return refuse("Type yes or no.", &draft)
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
