internal import Foundation

/// Writes one item in the form that people write.
struct ItemWriter {
  private let item: Item

  init(_ item: Item) {
    self.item = item
  }

  func write(into yaml: inout YAMLWriter) {
    yaml.add("id", plain: item.id)
    yaml.add("kind", plain: item.kind.name.rawValue)
    yaml.add("name", item.name)
    yaml.add("stem", item.stem)
    Self.write(item.kind, into: &yaml)
    if item.keepsOrder { yaml.add("keep-order", plain: "true") }
    if item.keepsPlace { yaml.add("keep-place", plain: "true") }
    yaml.add("rationale", item.rationale)
    yaml.add("when-right", item.feedback.right)
    yaml.add("when-partly-right", item.feedback.partlyRight)
    yaml.add("when-wrong", item.feedback.wrong)
    yaml.add("hints", list: item.hints)
    yaml.add("penalty", plain: item.penalty?.written)
    yaml.add("source", item.source)
    yaml.add("fact", names: item.facts)
    yaml.add("theme", names: item.themes.map(\.name))
    yaml.add("module", plain: item.module?.name)
    yaml.add("tags", names: item.tags)
    yaml.add("category", item.category)
    yaml.add("section", plain: item.section)
    yaml.add("level", plain: item.level?.rawValue)
    if item.maximum != 1 { yaml.add("marks", plain: item.maximum.written) }
    yaml.add("review-by", plain: item.reviewBy?.description)
    yaml.add("allow", allowances: item.allowances)
  }

  private static func write(_ kind: Item.Kind, into yaml: inout YAMLWriter) {
    switch kind {
    case .singleChoice(let choice): write(choice.options, into: &yaml)
    case .multipleResponse(let choice):
      if choice.rule != .partial { yaml.add("scoring", plain: choice.rule.rawValue) }
      write(choice.options, into: &yaml)
    case .trueFalse(let statement):
      yaml.add("key", plain: "\(statement.key)")
      yaml.add("because-true", statement.becauseTrue)
      yaml.add("because-false", statement.becauseFalse)
    case .numerical(let numerical): write(numerical, into: &yaml)
    case .shortText(let shortText): write(shortText, into: &yaml)
    case .matching(let matching):
      yaml.add("pairs", entries: matching.pairs) { yaml, pair in
        yaml.add("left", pair.left)
        yaml.add("right", pair.right)
      }
      yaml.add("extra", list: matching.extra)
      if matching.rule != .partial { yaml.add("scoring", plain: matching.rule.rawValue) }
    case .ordering(let ordering):
      yaml.add("order", list: ordering.texts)
      if ordering.rule != .partial { yaml.add("scoring", plain: ordering.rule.rawValue) }
    case .cloze(let cloze):
      yaml.add("gaps", entries: cloze.gaps) { yaml, gap in
        yaml.add("kind", plain: gap.kind.itemKind.name.rawValue)
        if gap.weight != 1 { yaml.add("weight", plain: gap.weight.rounded(places: 0)) }
        write(gap.kind.itemKind, into: &yaml)
      }
    case .essay(let essay):
      yaml.add("guide", essay.guide)
      yaml.add("template", essay.template)
      yaml.add("least-words", plain: essay.leastWords.map { "\($0)" })
      yaml.add("most-words", plain: essay.mostWords.map { "\($0)" })
    case .description: break
    }
  }

  private static func write(_ options: [Item.Option], into yaml: inout YAMLWriter) {
    yaml.add("options", entries: options) { yaml, option in
      yaml.add(option.isKey ? "key" : "distractor", option.text)
      yaml.add("fraction", plain: option.fraction?.written)
      yaml.add("because", option.because)
      if option.keepsPlace { yaml.add("keep-place", plain: "true") }
    }
  }

  private static func write(_ shortText: ShortText, into yaml: inout YAMLWriter) {
    let isSimple = shortText.accepted.allSatisfy { $0.fraction == 1 && $0.because == nil }
    if isSimple, shortText.accepted.count == 1 {
      yaml.add("key", shortText.accepted[0].pattern)
    } else if isSimple {
      yaml.add("key", list: shortText.accepted.map(\.pattern))
    } else {
      yaml.add("key", entries: shortText.accepted) { yaml, accepted in
        yaml.add("text", accepted.pattern)
        if accepted.fraction != 1 { yaml.add("fraction", plain: accepted.fraction.written) }
        yaml.add("because", accepted.because)
      }
    }
    if shortText.matchesCase { yaml.add("match-case", plain: "true") }
  }

  private static func write(_ numerical: Numerical, into yaml: inout YAMLWriter) {
    if numerical.accepted.count == 1, let only = numerical.accepted.first, only.fraction == 1,
      only.because == nil
    {
      yaml.add("key", plain: number(only.value))
      yaml.add("tolerance", plain: tolerance(only.value))
    } else {
      yaml.add("key", entries: numerical.accepted) { yaml, accepted in
        yaml.add("value", plain: number(accepted.value))
        yaml.add("tolerance", plain: tolerance(accepted.value))
        if accepted.fraction != 1 { yaml.add("fraction", plain: accepted.fraction.written) }
        yaml.add("because", accepted.because)
      }
    }
    yaml.add("unit", numerical.unit)
    if !numerical.units.isEmpty {
      let units = numerical.units.map { unit in
        let name =
          YAMLWriter.isPlain(unit.name, inBrackets: true)
          ? unit.name : YAMLWriter.quoted(unit.name)
        return "\(name): \(unit.count)"
      }
      yaml.add("units", plain: "{\(units.joined(separator: ", "))}")
    }
    yaml.add("otherwise", numerical.otherwise)
  }

  private static func number(_ value: Numerical.Value) -> String {
    switch value {
    case .number(let number, _): "\(number)"
    case .range(let first, let last): "\(first)..\(last)"
    }
  }

  private static func tolerance(_ value: Numerical.Value) -> String? {
    switch value {
    case .number(_, .absolute(0)), .range: nil
    case .number(_, .absolute(let reach)): "\(reach)"
    case .number(_, .relative(let part)): "\(part * 100)%"
    }
  }
}
