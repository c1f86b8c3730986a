internal import Foundation

extension Item.Kind {
  /// Reads what a participant typed.
  ///
  /// - Parameters:
  ///   - typed: One line.
  ///   - order: The options in the order in which they are shown, by number in the file.
  /// - Returns: The response, independent of the order shown.
  /// - Throws: What is wrong with the form of the line.
  public func response(typed: String, showing order: [Int]) throws(Misreading) -> Response {
    let written = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    if case .description = self { return .read }
    guard !written.isEmpty else { throw .nothing }
    // Full-width and other variants of letters and digits count as the plain ones.
    let plain = written.precomposedStringWithCompatibilityMapping.lowercased()
    switch self {
    case .singleChoice:
      return .option(order[try TypedLetters(plain).one(among: order.count)])
    case .multipleResponse:
      let places = try TypedLetters(plain).several(among: order.count)
      return .options(Set(places.map { order[$0] }).sorted())
    case .trueFalse:
      return .truth(try truth(plain))
    case .numerical(let numerical):
      return .number(try numerical.number(typed: plain))
    case .shortText, .essay:
      return .text(written.precomposedStringWithCanonicalMapping)
    case .matching(let matching):
      let typed = TypedMatches(plain, pairs: matching.pairs.count, rights: order.count)
      return .matches(try typed.places().map { order[$0] })
    case .ordering:
      return .order(try TypedLetters(plain).permutation(of: order.count).map { order[$0] })
    case .cloze(let cloze):
      return try cloze.response(typed: written, showing: order)
    case .description:
      return .read
    }
  }
}

extension Cloze {
  /// Reads what fills all gaps, with semicolons between.
  fileprivate func response(typed: String, showing order: [Int]) throws(Misreading) -> Response {
    let parts = typed.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == gaps.count else { throw .notGaps(count: gaps.count) }
    var responses: [Response?] = []
    for (index, part) in parts.enumerated() {
      let kind = gaps[index].kind.itemKind
      responses.append(
        try kind.response(typed: String(part), showing: self.order(of: index, in: order))
      )
    }
    return .gaps(responses)
  }

  /// The options of one gap in the order shown, by number in the gap.
  ///
  /// An attempt keeps the options of all gaps as one row, those of the first gap first.
  func order(of gap: Int, in order: [Int]) -> [Int] {
    let start = gaps.prefix(gap).reduce(0) { $0 + $1.kind.itemKind.optionCount }
    let count = gaps[gap].kind.itemKind.optionCount
    return order.dropFirst(start).prefix(count).map { $0 - start }
  }
}

extension Numerical {
  /// Reads a number, with the item's own unit or another of its units behind it, or without one.
  fileprivate func number(typed plain: String) throws(Misreading) -> Decimal {
    let own = unit.map { [Unit($0, count: 1)] } ?? []
    let byLength = (units + own).sorted { ($0.name.count, $0.name) > ($1.name.count, $1.name) }
    for unit in byLength {
      let name = unit.name.precomposedStringWithCompatibilityMapping.lowercased()
      guard plain.hasSuffix(name), unit.count > 0 else { continue }
      let rest = plain.dropLast(name.count).trimmingCharacters(in: .whitespaces)
      return try TypedNumber(rest).number(unit: self.unit) / unit.count
    }
    return try TypedNumber(plain).number(unit: unit)
  }
}

private func truth(_ plain: String) throws(Misreading) -> Bool {
  switch plain.trimmingCharacters(in: .punctuationCharacters) {
  case "t", "true", "y", "yes": return true
  case "f", "false", "n", "no": return false
  default: throw .notTruth
  }
}
