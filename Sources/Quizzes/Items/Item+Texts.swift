// What texts an item has is said here, once: whoever cleans, measures, compares or looks for texts
// goes through them all.

extension Item {
  /// What a text of an item is for.
  package enum TextRole: Hashable, Sendable {
    case stem, rationale, feedback, hint, source, name, category, tag
    /// An option of a choice.
    case option
    /// Why an option or a response is right or wrong.
    case reason
    case accepted, unit, left, right, ordered, guide, template

    /// Whether the participant reads it with the stem, before responding.
    package var isShownWithStem: Bool {
      switch self {
      case .option, .left, .right, .ordered, .template: true
      case .stem, .rationale, .feedback, .hint, .source, .name, .category, .tag, .reason, .accepted,
        .unit, .guide:
        false
      }
    }

    /// Whether it has one line.
    package var isLine: Bool {
      switch self {
      case .source, .name, .category, .tag, .option, .accepted, .unit, .left, .right, .ordered: true
      case .stem, .rationale, .feedback, .hint, .reason, .guide, .template: false
      }
    }
  }

  /// Changes every text, in the order in which a file has them.
  ///
  /// A text that need not be there and becomes empty is left out.
  package mutating func changeTexts(_ change: (TextRole, inout String) -> Void) {
    change(.stem, &stem)
    Self.change(&rationale, .rationale, change)
    Self.change(&feedback.right, .feedback, change)
    Self.change(&feedback.partlyRight, .feedback, change)
    Self.change(&feedback.wrong, .feedback, change)
    for index in hints.indices { change(.hint, &hints[index]) }
    Self.change(&source, .source, change)
    Self.change(&name, .name, change)
    Self.change(&category, .category, change)
    for index in tags.indices { change(.tag, &tags[index]) }
    kind.changeTexts(change)
  }

  /// All texts with what they are for, in the order in which a file has them.
  package var texts: [(role: TextRole, text: String)] {
    var texts: [(role: TextRole, text: String)] = []
    var copy = self
    copy.changeTexts { texts.append(($0, $1)) }
    return texts
  }

  fileprivate static func change(
    _ text: inout String?,
    _ role: TextRole,
    _ change: (TextRole, inout String) -> Void
  ) {
    guard var inner = text else { return }
    change(role, &inner)
    text = inner.isEmpty ? nil : inner
  }
}

extension Item.Kind {
  /// Changes every text of the key and the options.
  package mutating func changeTexts(_ change: (Item.TextRole, inout String) -> Void) {
    switch self {
    case .singleChoice(var choice):
      Self.change(&choice.options, change)
      self = .singleChoice(choice)
    case .multipleResponse(var choice):
      Self.change(&choice.options, change)
      self = .multipleResponse(choice)
    case .trueFalse(var statement):
      Item.change(&statement.becauseTrue, .reason, change)
      Item.change(&statement.becauseFalse, .reason, change)
      self = .trueFalse(statement)
    case .numerical(var numerical):
      for index in numerical.accepted.indices {
        Item.change(&numerical.accepted[index].because, .reason, change)
      }
      Item.change(&numerical.otherwise, .reason, change)
      Item.change(&numerical.unit, .unit, change)
      self = .numerical(numerical)
    case .shortText(var shortText):
      for index in shortText.accepted.indices {
        change(.accepted, &shortText.accepted[index].pattern)
        Item.change(&shortText.accepted[index].because, .reason, change)
      }
      self = .shortText(shortText)
    case .matching(var matching):
      for index in matching.pairs.indices {
        change(.left, &matching.pairs[index].left)
        change(.right, &matching.pairs[index].right)
      }
      for index in matching.extra.indices { change(.right, &matching.extra[index]) }
      self = .matching(matching)
    case .ordering(var ordering):
      for index in ordering.texts.indices { change(.ordered, &ordering.texts[index]) }
      self = .ordering(ordering)
    case .cloze(var cloze):
      for index in cloze.gaps.indices {
        var inner = cloze.gaps[index].kind.itemKind
        inner.changeTexts(change)
        if let simple = Cloze.Gap.Kind(inner) { cloze.gaps[index].kind = simple }
      }
      self = .cloze(cloze)
    case .essay(var essay):
      Item.change(&essay.guide, .guide, change)
      Item.change(&essay.template, .template, change)
      self = .essay(essay)
    case .description: break
    }
  }

  /// All texts of the key and the options.
  package var texts: [(role: Item.TextRole, text: String)] {
    var texts: [(role: Item.TextRole, text: String)] = []
    var copy = self
    copy.changeTexts { texts.append(($0, $1)) }
    return texts
  }

  private static func change(
    _ options: inout [Item.Option],
    _ change: (Item.TextRole, inout String) -> Void
  ) {
    for index in options.indices {
      change(.option, &options[index].text)
      Item.change(&options[index].because, .reason, change)
    }
  }
}

extension Cloze.Gap.Kind {
  /// The kind as that of a gap; `nil` where it does not fit into one.
  package init?(_ kind: Item.Kind) {
    switch kind {
    case .singleChoice(let choice): self = .singleChoice(choice)
    case .multipleResponse(let choice): self = .multipleResponse(choice)
    case .trueFalse(let statement): self = .trueFalse(statement)
    case .numerical(let numerical): self = .numerical(numerical)
    case .shortText(let shortText): self = .shortText(shortText)
    case .matching, .ordering, .cloze, .essay, .description: return nil
    }
  }
}
