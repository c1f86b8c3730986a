internal import Foundation

extension Item.Kind {
  /// Reads what a participant typed.
  ///
  /// Where the line can mean different responses it means none: the key never decides what was meant.
  ///
  /// - Parameters:
  ///   - typed: One line.
  ///   - order: The options in the order in which they are shown, by number in the file.
  /// - Returns: The response, independent of the order shown.
  /// - Throws: What is wrong with the form of the line, or what it could mean.
  public func response(typed: String, showing order: [Int]) throws(Misreading) -> Response {
    if case .description = self { return .read }
    let written = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !written.comparable().isEmpty else { throw .nothing }
    func places(_ form: TypedOptions.Form, _ texts: [String]) throws(Misreading) -> [Int] {
      let shown = order.map { texts.indices.contains($0) ? texts[$0] : "" }
      return try TypedOptions(written, form, among: shown).places().map { order[$0] }
    }
    switch self {
    case .singleChoice(let choice):
      let chosen = try places(.one, choice.options.map(\.text))
      return .option(chosen[0])
    case .multipleResponse(let choice):
      return .options(try places(.several, choice.options.map(\.text)).sorted())
    case .trueFalse:
      return .truth(try TypedTruth(written).isTrue())
    case .numerical(let numerical):
      return .number(try numerical.number(typed: written))
    case .shortText, .essay:
      return .text(written.precomposedStringWithCanonicalMapping)
    case .matching(let matching):
      let form = TypedOptions.Form.matches(pairs: matching.pairs.count)
      return .matches(try places(form, matching.rights))
    case .ordering(let ordering):
      return .order(try places(.order, ordering.texts))
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
    let parts = typed.split(omittingEmptySubsequences: false) { ";；؛".contains($0) }
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
  ///
  /// Capital and small letters of a unit count alike, unless another unit differs in nothing else: mW
  /// and MW.
  fileprivate func number(typed: String) throws(Misreading) -> Decimal {
    let own = unit.map { [Unit($0, count: 1)] } ?? []
    let exact = typed.comparable(matchingCase: true)
    let plain = typed.comparable()
    let fitting = (own + units).filter { $0.count > 0 && plain.ends(inUnit: $0.name.comparable()) }
    let longest = fitting.map { $0.name.comparable().count }.max()
    let named = fitting.filter { $0.name.comparable().count == longest }
    let same = named.filter { exact.ends(inUnit: $0.name.comparable(matchingCase: true)) }
    let candidates = same.isEmpty ? named : same
    guard let unit = candidates.first, let longest else {
      return try TypedNumber(typed).number(unit: self.unit)
    }
    guard candidates.allSatisfy({ $0.count == unit.count }) else {
      throw .ambiguousUnit(candidates.map(\.name))
    }
    return try TypedNumber(String(plain.dropLast(longest))).number(unit: self.unit) / unit.count
  }
}

extension String {
  /// Whether the text ends in a unit, in which raised digits may be typed as plain ones: m2 for m².
  fileprivate func ends(inUnit name: String) -> Bool {
    String(suffix(name.count)).precomposedStringWithCompatibilityMapping
      == name.precomposedStringWithCompatibilityMapping
  }
}
