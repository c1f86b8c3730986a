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
      return .number(try TypedNumber(plain).number(unit: numerical.unit))
    case .shortText:
      return .text(written.precomposedStringWithCanonicalMapping)
    case .matching(let matching):
      let typed = TypedMatches(plain, pairs: matching.pairs.count, rights: order.count)
      return .matches(try typed.places().map { order[$0] })
    case .ordering:
      return .order(try TypedLetters(plain).permutation(of: order.count).map { order[$0] })
    }
  }
}

private func truth(_ plain: String) throws(Misreading) -> Bool {
  switch plain.trimmingCharacters(in: .punctuationCharacters) {
  case "t", "true", "y", "yes": return true
  case "f", "false", "n", "no": return false
  default: throw .notTruth
  }
}
