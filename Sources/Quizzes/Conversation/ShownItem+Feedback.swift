internal import Foundation

extension ShownItem {
  /// The reasons that the file gives for what was chosen.
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - tellsKeys: Whether keys that were missed may be named.
  /// - Returns: The reasons, in the order shown.
  func reasons(for response: Response, tellingKeys tellsKeys: Bool) -> [Line] {
    switch (item.kind, response) {
    case (.singleChoice(let choice), .option(let index)):
      reasons(choice.options, chosen: [index], areSeveral: false, tellsKeys)
    case (.multipleResponse(let choice), .options(let indices)):
      reasons(choice.options, chosen: indices, areSeveral: true, tellsKeys)
    case (.shortText(let shortText), .text(let text)):
      lines(shortText.match(of: text)?.because)
    case (.trueFalse(let statement), .truth(let isTrue)):
      lines(statement.because(isTrue))
    case (.numerical(let numerical), .number(let number)):
      if let match = numerical.match(of: number) {
        lines(match.because)
      } else {
        lines(numerical.otherwise)
      }
    case (.cloze(let cloze), .gaps(let responses)):
      zip(cloze.gaps.indices, responses).flatMap { gap, response in
        response.map { shownGap(gap, of: cloze).reasons(for: $0, tellingKeys: tellsKeys) } ?? []
      }
    case (.singleChoice, _), (.multipleResponse, _), (.shortText, _), (.trueFalse, _),
      (.numerical, _), (.matching, _), (.ordering, _), (.cloze, _), (.essay, _),
      (.description, _):
      []
    }
  }

  private func lines(_ reason: String?) -> [Line] {
    reason.map { Line.lines(.feedback, $0) } ?? []
  }

  /// The reasons of chosen options, and of keys that were missed, in the order shown.
  private func reasons(
    _ options: [Item.Option],
    chosen: [Int],
    areSeveral: Bool,
    _ tellsKeys: Bool
  ) -> [Line] {
    order.enumerated().flatMap { place, index -> [Line] in
      let option = options[index]
      let isChosen = chosen.contains(index)
      guard let because = option.because, isChosen || (areSeveral && option.isKey && tellsKeys)
      else {
        return []
      }
      guard areSeveral else { return Line.lines(.feedback, because) }
      let verdict =
        switch (isChosen, option.isKey) {
        case (true, true): "is right"
        case (true, false): "is wrong"
        case (false, _): "was missed"
        }
      return Line.lines(.feedback, "\(Letters.letter(at: place)) \(verdict): \(because)")
    }
  }

  /// The key in the letters shown.
  var keyText: String {
    switch item.kind {
    case .singleChoice(let choice):
      choice.options.firstIndex(where: \.isKey).map { text(of: .option($0)) } ?? ""
    case .multipleResponse(let choice):
      text(of: .options(choice.options.indices.filter { choice.options[$0].isKey }))
    case .trueFalse(let statement): text(of: .truth(statement.key))
    case .numerical(let numerical):
      numerical.accepted.filter { $0.fraction == 1 }.map {
        text(of: $0.value, unit: numerical.unit)
      }
      .joined(separator: ", or ")
    case .shortText(let shortText):
      shortText.accepted.filter { $0.fraction == 1 }.map(\.pattern).joined(separator: ", or ")
    case .matching(let matching):
      text(of: .matches(matching.pairs.compactMap { matching.rights.firstIndex(of: $0.right) }))
    case .ordering(let ordering): text(of: .order(Array(ordering.texts.indices)))
    case .cloze(let cloze):
      cloze.gaps.indices.map { "\($0 + 1) \(shownGap($0, of: cloze).keyText)" }
        .joined(separator: "; ")
    case .essay, .description: ""
    }
  }

  /// Accepted numbers, for people.
  private func text(of value: Numerical.Value, unit: String?) -> String {
    let unit = unit.map { " \($0)" } ?? ""
    return switch value {
    case .number(let key, .absolute(0)), .number(let key, .relative(0)): "\(key)\(unit)"
    case .number(let key, .absolute(let reach)): "\(key)\(unit), give or take \(reach)"
    case .number(let key, .relative(let part)): "\(key)\(unit), give or take \(100 * part) percent"
    case .range(let first, let last): "\(first) to \(last)\(unit)"
    }
  }
}
