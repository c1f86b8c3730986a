internal import Diagnostics
internal import Foundation
internal import Quizzes

/// A number with decimals must be typed exactly.
struct Tolerance: ItemRule {
  let code = "tolerance"

  func findings(on item: LintedItem) -> [Finding] {
    guard let key = numericals(item.item.kind).flatMap(\.accepted).compactMap(exactKey).first else {
      return []
    }
    return [
      Finding(
        .warning,
        at: item.location(of: "key"),
        "the key \(key) has decimals and no tolerance, so a rounded response is wrong",
        remedy: "add a tolerance, such as 'tolerance: 0.05'"
      )
    ]
  }

  /// The number to be typed, or those in the gaps of a cloze.
  private func numericals(_ kind: Item.Kind) -> [Numerical] {
    switch kind {
    case .numerical(let numerical): [numerical]
    case .cloze(let cloze): cloze.gaps.flatMap { numericals($0.kind.itemKind) }
    case .singleChoice, .multipleResponse, .trueFalse, .shortText, .matching, .ordering, .essay,
      .description:
      []
    }
  }

  /// A number with decimals that earns something and has no tolerance.
  private func exactKey(_ accepted: Numerical.Accepted) -> Decimal? {
    guard accepted.fraction > 0 else { return nil }
    return switch accepted.value {
    case .number(let key, .absolute(0)), .number(let key, .relative(0)):
      key.exponent < 0 ? key : nil
    case .number, .range: nil
    }
  }
}
