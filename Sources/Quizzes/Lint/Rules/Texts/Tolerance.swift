internal import Diagnostics
internal import Foundation

/// A number with decimals must be typed exactly.
struct Tolerance: ItemRule {
  let code = "tolerance"

  func findings(on item: LintedItem) -> [Finding] {
    guard case .numerical(let numerical) = item.item.kind, numerical.tolerance == 0,
      numerical.key.exponent < 0
    else { return [] }
    return [
      Finding(
        .warning,
        at: item.location(of: "key"),
        "the key \(numerical.key) has decimals and no tolerance, so that a rounded response is wrong",
        remedy: "add a tolerance, such as 'tolerance: 0.05'"
      )
    ]
  }
}
