internal import Foundation

extension Item {
  /// Writes the item as an entry of the list of items.
  func write(_ yaml: inout YAMLText) {
    yaml.write("id", id)
    yaml.write("kind", kind.name.rawValue)
    yaml.write("name", name)
    yaml.write("section", section)
    yaml.write("stem", stem)
    kind.write(&yaml)
    if keepsOrder { yaml.write("keep-order", "true") }
    if keepsPlace { yaml.write("keep-place", "true") }
    yaml.write("hints", list: hints)
    yaml.write("penalty", penalty?.written)
    yaml.write("when-right", feedback.right)
    yaml.write("when-partly-right", feedback.partlyRight)
    yaml.write("when-wrong", feedback.wrong)
    yaml.write("rationale", rationale)
    yaml.write("source", source)
    yaml.write("fact", row: facts)
    yaml.write("theme", row: themes.map(\.name))
    yaml.write("module", module?.name)
    yaml.write("tags", row: tags)
    yaml.write("category", category)
    yaml.write("level", level?.rawValue)
    if maximum != 1 { yaml.write("marks", maximum.written) }
    yaml.write("review-by", reviewBy?.description)
  }
}

extension Item.Kind {
  /// The kind as the file names it.
  var name: ItemReader.KindName {
    switch self {
    case .singleChoice: .singleChoice
    case .multipleResponse: .multipleResponse
    case .trueFalse: .trueFalse
    case .numerical: .numerical
    case .shortText: .shortText
    case .matching: .matching
    case .ordering: .ordering
    case .cloze: .cloze
    case .essay: .essay
    case .description: .description
    }
  }

  /// Writes what belongs to the kind.
  func write(_ yaml: inout YAMLText) {
    switch self {
    case .singleChoice(let choice): Self.write(choice.options, &yaml)
    case .multipleResponse(let choice):
      if choice.rule != .partial { yaml.write("scoring", choice.rule.rawValue) }
      Self.write(choice.options, &yaml)
    case .trueFalse(let statement):
      yaml.write("key", statement.key ? "true" : "false")
      yaml.write("because-true", statement.becauseTrue)
      yaml.write("because-false", statement.becauseFalse)
    case .numerical(let numerical): numerical.write(&yaml)
    case .shortText(let shortText): shortText.write(&yaml)
    case .matching(let matching):
      if matching.rule != .partial { yaml.write("scoring", matching.rule.rawValue) }
      yaml.write("pairs", each: matching.pairs) { yaml, pair in
        yaml.write("left", pair.left)
        yaml.write("right", pair.right)
      }
      yaml.write("extra", list: matching.extra)
    case .ordering(let ordering):
      if ordering.rule != .partial { yaml.write("scoring", ordering.rule.rawValue) }
      yaml.write("order", list: ordering.texts)
    case .cloze(let cloze):
      yaml.write("gaps", each: cloze.gaps) { yaml, gap in
        yaml.write("kind", gap.kind.itemKind.name.rawValue)
        if gap.weight != 1 { yaml.write("weight", gap.weight.written) }
        gap.kind.itemKind.write(&yaml)
      }
    case .essay(let essay):
      yaml.write("guide", essay.guide)
      yaml.write("template", essay.template)
      yaml.write("least-words", essay.leastWords.map { "\($0)" })
      yaml.write("most-words", essay.mostWords.map { "\($0)" })
    case .description: break
    }
  }

  private static func write(_ options: [Item.Option], _ yaml: inout YAMLText) {
    yaml.write("options", each: options) { yaml, option in
      yaml.write(option.isKey ? "key" : "distractor", option.text)
      yaml.write("fraction", option.fraction?.written)
      if option.keepsPlace { yaml.write("keep-place", "true") }
      yaml.write("because", option.because)
    }
  }
}

extension Numerical {
  fileprivate func write(_ yaml: inout YAMLText) {
    if let only = accepted.first, accepted.count == 1, only.fraction == 1, only.because == nil {
      yaml.write("key", only.value.key)
      yaml.write("tolerance", only.value.tolerance)
    } else {
      yaml.write("key", each: accepted) { yaml, accepted in
        yaml.write("value", accepted.value.key)
        yaml.write("tolerance", accepted.value.tolerance)
        if accepted.fraction != 1 { yaml.write("fraction", accepted.fraction.written) }
        yaml.write("because", accepted.because)
      }
    }
    yaml.write("unit", unit)
    if !units.isEmpty {
      yaml.write("units") { yaml in
        for unit in units { yaml.write(YAMLText.scalar(unit.name), "\(unit.count)") }
      }
    }
    yaml.write("otherwise", otherwise)
  }
}

extension Numerical.Value {
  /// The number or range as a file has it.
  fileprivate var key: String {
    switch self {
    case .number(let key, _): "\(key)"
    case .range(let first, let last): "\(first)..\(last)"
    }
  }

  /// The tolerance as a file has it; `nil` for none.
  fileprivate var tolerance: String? {
    switch self {
    case .number(_, .absolute(0)), .range: nil
    case .number(_, .absolute(let reach)): "\(reach)"
    case .number(_, .relative(let part)): "\(100 * part)%"
    }
  }
}

extension ShortText {
  fileprivate func write(_ yaml: inout YAMLText) {
    if accepted.allSatisfy({ $0.fraction == 1 && $0.because == nil }) {
      if let only = accepted.first, accepted.count == 1 {
        yaml.write("key", only.pattern)
      } else {
        yaml.write("key", list: accepted.map(\.pattern))
      }
    } else {
      yaml.write("key", each: accepted) { yaml, accepted in
        yaml.write("text", accepted.pattern)
        if accepted.fraction != 1 { yaml.write("fraction", accepted.fraction.written) }
        yaml.write("because", accepted.because)
      }
    }
    if matchesCase { yaml.write("match-case", "true") }
  }
}
