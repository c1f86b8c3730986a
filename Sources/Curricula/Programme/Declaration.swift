public import Diagnostics

/// A constraint as it stands in a curriculum: its name, its arguments, and how much it matters.
///
/// What the arguments may be is known to the constraint of that name.
public struct Declaration: Hashable, Sendable {
  /// The name of the constraint.
  public var name: String
  /// What stands behind the name.
  public var argument: Node
  /// What a unit of excess costs; `nil` when the constraint must hold.
  public var weight: Int?
  /// Why it is there.
  public var reason: String?
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// The greatest weight accepted.
  public static let weightLimit = 1 << 40

  /// Creates a declaration; without a weight it must hold.
  public init(
    name: String,
    argument: Node,
    weight: Int? = nil,
    reason: String? = nil,
    location: Diagnostic.Location
  ) {
    self.name = name
    self.argument = argument
    self.weight = weight
    self.reason = reason
    self.location = location
  }
}
