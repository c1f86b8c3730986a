/// One run of a curriculum: what a record belongs to.
public struct Programme: Hashable, Sendable {
  /// The curriculum's name; empty where none is known.
  public let curriculum: String
  /// The edition; empty where none is known.
  public let edition: String

  /// Creates a programme's identity.
  public init(curriculum: String, edition: String = "") {
    self.curriculum = curriculum
    self.edition = edition
  }

  /// What belongs to no programme, or to one that is not known.
  public static let unknown = Programme(curriculum: "")
}
