/// A corrected version of a quiz, seen from the version that was sat.
///
/// A correction brings keys, marks, penalties, reasons, rationales and the pass mark. What
/// participants saw must be the same: stems, and options by their text, in whatever order.
public struct Correction: Hashable, Sendable {
  /// What else was changed in an item, so that responses to it cannot be marked by the corrected
  /// version.
  public enum Change: Error, Hashable, Sendable {
    /// The item is not there any more.
    case missing
    /// It is of another kind, or a cloze has other gaps.
    case kind
    /// It asks something else.
    case stem
    /// Options, sides or texts went or came.
    case texts(lost: [String], added: [String])
    /// Numbers are meant in other units.
    case units
  }

  /// An item that was changed otherwise than in its key or marks.
  public struct Mismatch: Hashable, Sendable {
    /// The item.
    public let item: Item.ID
    /// What was changed.
    public let change: Change
  }

  /// Every item that was changed otherwise.
  public struct Refused: Error, Hashable, Sendable {
    /// The items in the order of the attempt.
    public let mismatches: [Mismatch]
  }

  /// The corrected quiz, which asks for certainty as the version that was sat does.
  public let quiz: Quiz
  private let sat: Quiz
  private let items: [Item.ID]
  private let renumberings: [Item.ID: Renumbering]

  /// Finds what was sat in a corrected version.
  ///
  /// - Parameters:
  ///   - sat: The version that was sat.
  ///   - corrected: The corrected version.
  ///   - items: The items of the attempt.
  /// - Throws: ``Refused`` with every item that was changed otherwise.
  public init(
    from sat: Quiz,
    to corrected: Quiz,
    of items: [Item.ID]
  ) throws(Refused) {
    var renumberings: [Item.ID: Renumbering] = [:]
    var mismatches: [Mismatch] = []
    for id in items {
      guard let old = sat[id], old.kind != .description else { continue }
      do {
        renumberings[id] = try Self.renumbering(from: old, to: corrected[id])
      } catch {
        mismatches.append(Mismatch(item: id, change: error))
      }
    }
    guard mismatches.isEmpty else { throw Refused(mismatches: mismatches) }
    self.sat = sat
    self.items = items
    self.renumberings = renumberings
    var quiz = corrected
    quiz.asksCertainty = sat.asksCertainty
    self.quiz = quiz
  }

  private static func renumbering(
    from old: Item,
    to new: Item?
  ) throws(Change) -> Renumbering {
    guard let new else { throw .missing }
    guard old.stem.words == new.stem.words else { throw .stem }
    return try Renumbering(from: old.kind, to: new.kind)
  }

  /// The attempt as if the corrected version had been sat.
  ///
  /// - Throws: A refusal when the attempt is not one of the version that was sat.
  public func attempt(_ attempt: Attempt) throws(Refusal) -> Attempt {
    try Attempt(replaying: attempt.events.map(renumbered))
  }

  private func renumbered(_ event: Event) -> Event {
    var event = event
    switch event.kind {
    case .started(var start):
      start.arrangement.entries = start.arrangement.entries.map { entry in
        guard let renumbering = renumberings[entry.item] else { return entry }
        return Arrangement.Entry(item: entry.item, options: renumbering.shown(entry.options))
      }
      event.kind = .started(start)
    case .responded(let responded): event.kind = .responded(renumbered(responded))
    case .tried(let responded): event.kind = .tried(renumbered(responded))
    case .hinted, .certain, .skipped, .flagged, .moved, .left, .resumed, .submitted, .extended,
      .expired, .marked, .remarked, .shown, .identified:
      break
    }
    return event
  }

  private func renumbered(_ responded: Event.Responded) -> Event.Responded {
    var responded = responded
    if let renumbering = renumberings[responded.item] {
      responded.response = renumbering.response(responded.response)
    }
    return responded
  }

  /// Whether any response could earn another mark, or the same score another verdict.
  public var changesMarking: Bool {
    guard sat.passPercent == quiz.passPercent else { return true }
    return items.contains { id in
      guard let old = sat[id], old.kind != .description, let new = quiz[id] else { return false }
      return old.maximum != new.maximum || old.kind.marking != new.kind.marking
        || (old.penalty ?? sat.penalty) != (new.penalty ?? quiz.penalty)
    }
  }
}

extension String {
  /// The words, whatever stands between them.
  fileprivate var words: [Substring] {
    split(whereSeparator: \.isWhitespace)
  }
}

extension Item.Kind {
  /// What decides of a mark, whatever the order of the options and the reasons given.
  fileprivate var marking: Item.Kind {
    switch self {
    case .singleChoice(var choice):
      choice.options = choice.options.marking
      return .singleChoice(choice)
    case .multipleResponse(var choice):
      choice.options = choice.options.marking
      return .multipleResponse(choice)
    case .trueFalse(let statement): return .trueFalse(TrueFalse(key: statement.key))
    case .numerical(var numerical):
      for index in numerical.accepted.indices { numerical.accepted[index].because = nil }
      (numerical.otherwise, numerical.units) = (nil, [])
      return .numerical(numerical)
    case .shortText(var shortText):
      for index in shortText.accepted.indices { shortText.accepted[index].because = nil }
      return .shortText(shortText)
    case .matching(var matching):
      matching.pairs.sort { $0.left < $1.left }
      matching.extra = []
      return .matching(matching)
    case .cloze(var cloze):
      for index in cloze.gaps.indices {
        cloze.gaps[index].kind = cloze.gaps[index].kind.marking
      }
      return .cloze(cloze)
    case .essay: return .essay(Essay())
    case .ordering, .description: return self
    }
  }
}

extension Cloze.Gap.Kind {
  fileprivate var marking: Self {
    switch (self, itemKind.marking) {
    case (.singleChoice, .singleChoice(let choice)): .singleChoice(choice)
    case (.multipleResponse, .multipleResponse(let choice)): .multipleResponse(choice)
    case (.trueFalse, .trueFalse(let statement)): .trueFalse(statement)
    case (.numerical, .numerical(let numerical)): .numerical(numerical)
    case (.shortText, .shortText(let shortText)): .shortText(shortText)
    case (.singleChoice, _), (.multipleResponse, _), (.trueFalse, _), (.numerical, _),
      (.shortText, _):
      self
    }
  }
}

extension [Item.Option] {
  fileprivate var marking: [Item.Option] {
    map { Item.Option($0.text, isKey: $0.isKey, fraction: $0.fraction) }
      .sorted { $0.text < $1.text }
  }
}
