internal import Diagnostics
internal import Foundation
internal import Quizzes

// The interactions that become whole items.
extension QTIItemReader {
  /// The response of an interaction.
  func response(of interaction: XMLElement) throws(Diagnostic) -> QTIResponse {
    let name = interaction["responseidentifier"] ?? ""
    guard let response = responses[name] else {
      throw problem(
        "the response '\(name.shortened)' is not declared",
        at: interaction,
        remedy: "add a response declaration with this identifier"
      )
    }
    return response
  }

  mutating func kind(_ interaction: XMLElement, of item: inout Item) throws(Diagnostic) -> Item.Kind
  {
    let response = try response(of: interaction)
    switch interaction.name {
    case "choiceinteraction", "inlinechoiceinteraction", "hottextinteraction":
      let (kind, maximum) = try choice(interaction, response)
      item.maximum = statedMaximum ?? maximum
      if case .trueFalse = kind {} else { item.keepsOrder = interaction["shuffle"] != "true" }
      return kind
    case "textentryinteraction":
      let (kind, maximum) = try textEntry(response, at: interaction)
      item.maximum = statedMaximum ?? maximum
      return kind
    case "orderinteraction": return .ordering(try ordering(interaction, response))
    case "matchinteraction":
      let (matching, maximum) = try matching(interaction, response)
      item.maximum = statedMaximum ?? maximum
      return .matching(matching)
    case "associateinteraction":
      let (matching, maximum) = try associated(interaction, response)
      item.maximum = statedMaximum ?? maximum
      return .matching(matching)
    case "gapmatchinteraction": return .cloze(try words(interaction, response, of: &item))
    default:
      var essay = Essay()
      let guides = (element.first("itembody")?.descendants("rubricblock") ?? [])
      let texts = guides.map { text(of: $0) }.filter { !$0.isEmpty }
      essay.guide = texts.isEmpty ? nil : texts.joined(separator: "\n\n")
      essay.template = response.initial
      return .essay(essay)
    }
  }

  /// What is chosen among, such as the parts of a text that can be marked.
  private static func choices(of interaction: XMLElement) -> [XMLElement] {
    switch interaction.name {
    case "inlinechoiceinteraction": interaction.elements("inlinechoice")
    case "hottextinteraction": interaction.descendants("hottext")
    default: interaction.elements("simplechoice")
    }
  }

  /// A choice with the maximum of its mapping.
  mutating func choice(
    _ interaction: XMLElement,
    _ response: QTIResponse
  ) throws(Diagnostic) -> (Item.Kind, Rational) {
    let choices = Self.choices(of: interaction)
    var options: [Item.Option] = []
    for choice in choices {
      let body = QTIBody(choice)
      lose(body.text.losses)
      let because = body.feedback.map { text(of: $0) }.filter { !$0.isEmpty }
        .joined(separator: "\n\n")
      options.append(
        Item.Option(
          body.text.text.onOneLine,
          isKey: response.correct.contains(choice["identifier"] ?? ""),
          because: because.isEmpty ? nil : because,
          keepsPlace: choice["fixed"] == "true"
        )
      )
    }
    if interaction.name == "hottextinteraction" { Self.number(&options) }
    let names = choices.map { ($0["identifier"] ?? "").lowercased() }
    let usesMapping = scoring.usesMapping(response)
    let values = choices.map { response.value(of: $0["identifier"] ?? "") }
    let best = response.isSingle ? values.max() ?? 0 : values.filter { $0 > 0 }.reduce(0, +)
    let maximum = try maximum(of: response, best: best, "option", at: interaction)
    let weights = values.map { ($0 / maximum).settled }
    let earnsWhole = !usesMapping || weights.sorted() == [0, 1]
    if Set(names) == ["true", "false"], names.count == 2, response.isSingle, earnsWhole {
      let key = usesMapping ? names[weights[0] > weights[1] ? 0 : 1] : nil
      let right = key ?? (response.correct.first ?? "").lowercased()
      let (yes, no) = names[0] == "true" ? (options[0], options[1]) : (options[1], options[0])
      return (
        .trueFalse(
          TrueFalse(key: right == "true", becauseTrue: yes.because, becauseFalse: no.because)
        ),
        maximum
      )
    }
    if !usesMapping {
      return response.isSingle
        ? (.singleChoice(SingleChoice(options)), maximum)
        : (.multipleResponse(MultipleResponse(options, rule: .allOrNothing)), maximum)
    }
    if response.isSingle {
      return (.singleChoice(SingleChoice(weighted: options, weights)), maximum)
    }
    lose("a score below 0", if: (response.lowerBound ?? -1) < 0 && weights.contains { $0 < 0 })
    return (.multipleResponse(MultipleResponse(weighted: options, weights)), maximum)
  }

  /// Numbers options that read alike: the same word may stand several times in a text.
  private static func number(_ options: inout [Item.Option]) {
    let texts = options.map { $0.text.compared() }
    for index in options.indices where texts.count(where: { $0 == texts[index] }) > 1 {
      let place = texts[...index].count { $0 == texts[index] }
      options[index].text += " (\(place))"
    }
  }

  /// What a response can earn; it is a mistake when that is nothing.
  ///
  /// - Parameters:
  ///   - response: The declaration of the response.
  ///   - best: The best that a mapping gives.
  ///   - thing: What it is that should earn something, for the message.
  ///   - interaction: Where it is asked for.
  /// - Returns: The maximum, above 0.
  /// - Throws: That nothing can be earned.
  private func maximum(
    of response: QTIResponse,
    best: Rational,
    _ thing: String,
    at interaction: XMLElement
  ) throws(Diagnostic) -> Rational {
    let maximum =
      scoring.usesMapping(response)
      ? statedMaximum ?? response.upperBound ?? best
      : scoring.matchedScore(response.identifier)
    guard maximum > 0 else {
      throw problem(
        "no \(thing) earns anything",
        at: interaction,
        remedy: "declare the correct response, or a mapping with a value above 0"
      )
    }
    return maximum
  }

  /// A text or number that is typed, with the maximum of its mapping.
  mutating func textEntry(
    _ response: QTIResponse,
    at interaction: XMLElement
  ) throws(Diagnostic) -> (Item.Kind, Rational) {
    if let numbers = scoring.numbers[response.identifier], let best = numbers.map(\.score).max(),
      best > 0
    {
      let maximum = statedMaximum ?? best
      let accepted = numbers.map {
        Numerical.Accepted($0.value, fraction: ($0.score / maximum).settled)
      }
      return (.numerical(Numerical(accepted)), maximum)
    }
    let usesMapping = scoring.usesMapping(response)
    let entries =
      usesMapping
      ? response.entries ?? []
      : response.correct.map { QTIResponse.Entry(key: $0, value: 1, matchesCase: true) }
    let best = entries.map(\.value).max() ?? 0
    let maximum = try maximum(of: response, best: best, "text", at: interaction)
    if ["float", "integer"].contains(response.baseType) {
      var accepted: [Numerical.Accepted] = []
      for entry in entries {
        guard let number = Decimal(writtenAs: entry.key.trimmed) else {
          throw problem(
            "'\(entry.key.shortened)' is not a number",
            at: interaction,
            remedy: "correct it"
          )
        }
        let value = Numerical.Value.number(number, tolerance: .absolute(0))
        accepted.append(.init(value, fraction: (usesMapping ? entry.value / maximum : 1).settled))
      }
      return (.numerical(Numerical(accepted)), maximum)
    }
    return (.shortText(shortText(entries, usesMapping ? maximum : 1)), maximum)
  }

  private mutating func shortText(_ entries: [QTIResponse.Entry], _ maximum: Rational) -> ShortText
  {
    var accepted: [ShortText.Accepted] = []
    // The best comes first, because the first that matches counts.
    for entry in entries.sorted(by: { $0.value > $1.value }) {
      let text = PlainText(entry.key).text.onOneLine
      guard !text.isEmpty else {
        lose("an accepted text that is empty")
        continue
      }
      let pattern = text.replacing { $0 == "*" ? "\\*" : nil }
      accepted.append(.init(pattern, fraction: (entry.value / maximum).settled))
    }
    let matchesCase = entries.allSatisfy(\.matchesCase)
    lose(
      "the difference of capital letters in some accepted texts",
      if: !matchesCase && entries.contains(where: \.matchesCase)
    )
    return ShortText(accepted, matchesCase: matchesCase)
  }
}

extension Rational {
  /// Reads a score of at most a million either way, so that sums and quotients stay exact.
  init?(score text: String) {
    guard let number = Rational(rounding: text), (-1_000_000...1_000_000).contains(number) else {
      return nil
    }
    self = number
  }

  /// The simple fraction that a number rounds, such as 1/3 for 0.3333333.
  var settled: Rational {
    Rational(weight: rounded(places: 9)) ?? self
  }
}
