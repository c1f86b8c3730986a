public import Foundation

/// A number is typed.
public struct Numerical: Hashable, Sendable {
  /// How far a response may lie from a number and still count as it.
  public enum Tolerance: Hashable, Sendable {
    /// At most so much on either side, in the unit of the number; not negative.
    case absolute(Decimal)
    /// At most this part of the number on either side, such as 0.05 for five percent; not negative.
    case relative(Decimal)
  }

  /// Which numbers count.
  public enum Value: Hashable, Sendable {
    /// A number, and those near it.
    case number(Decimal, tolerance: Tolerance)
    /// All numbers from the first to the second, both included.
    case range(from: Decimal, to: Decimal)
  }

  /// Numbers that count as a response, fully or in part.
  public struct Accepted: Hashable, Sendable {
    /// Which numbers count.
    public var value: Value
    /// The fraction that they earn, from 0 to 1.
    public var fraction: Rational
    /// Why they are right, or not entirely right; shown with the feedback.
    public var because: String?

    /// Creates accepted numbers.
    public init(_ value: Value, fraction: Rational = 1, because: String? = nil) {
      self.value = value
      self.fraction = fraction
      self.because = because
    }
  }

  /// A unit in which the number may be typed beside its own.
  public struct Unit: Hashable, Sendable {
    /// How the unit is typed, such as `cm`.
    public var name: String
    /// How many of this unit make one of the item's own, such as 100 for `cm` where the item's is
    /// the metre; above 0.
    public var count: Decimal

    /// Creates a unit.
    public init(_ name: String, count: Decimal) {
      self.name = name
      self.count = count
    }
  }

  /// The accepted numbers; the first that matches counts, and at least one earns 1.
  public var accepted: [Accepted]
  /// Why any other number is wrong; shown with the feedback.
  public var otherwise: String?
  /// The unit, shown where the number is typed; it may be typed too.
  public var unit: String?
  /// Units that may be typed behind the number.
  public var units: [Unit]

  /// Creates the key.
  public init(
    _ accepted: [Accepted],
    otherwise: String? = nil,
    unit: String? = nil,
    units: [Unit] = []
  ) {
    self.accepted = accepted
    self.otherwise = otherwise
    self.unit = unit
    self.units = units
  }

  /// Creates a key of one number with an absolute tolerance.
  public init(key: Decimal, tolerance: Decimal = 0, unit: String? = nil) {
    self.init([Accepted(.number(key, tolerance: .absolute(tolerance)))], unit: unit)
  }
}
