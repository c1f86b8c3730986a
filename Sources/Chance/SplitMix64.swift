/// A small generator whose numbers are the same in every release and on every machine.
///
/// Recorded attempts draw and shuffle their items by it: its numbers must never change.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, *Fast splittable pseudorandom number generators*,
/// OOPSLA 2014, with the constants of S. Vigna's `splitmix64.c`.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates the generator of a seed; every seed is as good as any other.
  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below a bound, each equally likely.
  ///
  /// Written out, because the standard library does not promise to draw the same way for ever.
  /// Source: D. Lemire, *Fast random integer generation in an interval*, ACM Transactions on
  /// Modeling and Computer Simulation 29 (2019), algorithm 5.
  public mutating func next(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "there is no number below zero")
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }

  /// Puts elements into an order, each equally likely.
  ///
  /// Source: R. Durstenfeld, *Algorithm 235: random permutation*, Communications of the ACM 7
  /// (1964).
  ///
  /// - Complexity: O(*n*).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, Int(next(below: UInt64(last) + 1)))
    }
  }
}
