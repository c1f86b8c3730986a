internal import Diagnostics
internal import Quizzes

extension QTIItemReader {
  /// Several interactions are the gaps of one text.
  mutating func cloze(
    _ interactions: [XMLElement],
    of item: inout Item
  ) throws(Diagnostic) -> Cloze {
    var gaps: [Cloze.Gap] = []
    var maxima: [Rational] = []
    for interaction in interactions {
      let response = try response(of: interaction)
      let kind: Item.Kind
      let maximum: Rational
      // A stated maximum belongs to the item, not to a gap.
      var gapReader = self
      gapReader.countsGaps = true
      switch interaction.name {
      case "choiceinteraction", "inlinechoiceinteraction":
        (kind, maximum) = try gapReader.choice(interaction, response)
      case "textentryinteraction":
        (kind, maximum) = try gapReader.textEntry(response, at: interaction)
      default:
        throw problem(
          "the interaction '\(interaction.name.shortened)' is next to others",
          at: interaction,
          remedy: "make it an item of its own"
        )
      }
      lose(gapReader.losses)
      guard let simple = Cloze.Gap.Kind(kind) else { continue }
      gaps.append(Cloze.Gap(simple))
      maxima.append(maximum)
    }
    for (index, weight) in Self.wholeWeights(maxima).enumerated() { gaps[index].weight = weight }
    item.maximum = statedMaximum ?? maxima.reduce(0, +)
    return Cloze(gaps)
  }

  /// Whole numbers from 1 to 100 in the relation of some numbers above 0; all 1 where there are none.
  static func wholeWeights(_ numbers: [Rational]) -> [Rational] {
    guard let least = numbers.min(), least > 0 else { return numbers.map { _ in 1 } }
    for scale in 1...20 {
      let scaled = numbers.map { $0 / least * Rational(Int128(scale)) }
      let whole = scaled.map { Rational(decimal: $0.rounded(places: 0)) ?? 0 }
      let fits = zip(scaled, whole).allSatisfy { scaled, whole in
        (1...100).contains(whole) && abs(scaled - whole) < Rational(1, over: 1000)
      }
      if fits { return whole }
    }
    return numbers.map { _ in 1 }
  }

  private static func abs(_ number: Rational) -> Rational {
    number < 0 ? -number : number
  }
}
