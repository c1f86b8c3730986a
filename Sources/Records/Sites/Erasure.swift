/// What was erased when somebody was forgotten.
public struct Erasure: Hashable, Sendable {
  /// How many private parts of records are gone.
  public let records: Int
  /// How many attempts they belonged to.
  public let attempts: Int
  /// The first hash of the old chain that had to go too, by its position; `nil` where none had to.
  public let formerFrom: Int?
}
