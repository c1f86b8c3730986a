public import Foundation

/// A number is typed.
public struct Numerical: Hashable, Sendable {
  /// The right number.
  public var key: Decimal
  /// How far a response may lie from the key and still be right; not negative, in the key's unit.
  public var tolerance: Decimal
  /// The unit, shown where the number is typed and never typed itself.
  public var unit: String?

  /// Creates the key with its tolerance.
  public init(key: Decimal, tolerance: Decimal = 0, unit: String? = nil) {
    self.key = key
    self.tolerance = tolerance
    self.unit = unit
  }
}
