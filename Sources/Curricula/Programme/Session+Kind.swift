extension Session {
  /// How a session is held: one of the usual kinds, or one that its curriculum declares.
  public struct Kind: Hashable, Sendable {
    /// The identifier.
    public let id: String
    /// The kind in words.
    public let name: String

    /// Creates a kind; without a name, its identifier in words.
    public init(_ id: String, name: String? = nil) {
      self.id = id
      self.name = name ?? id.replacing("-", with: " ")
    }

    /// Somebody speaks to all.
    public static let lecture = Kind("lecture")
    /// Several people speak with each other.
    public static let panel = Kind("panel")
    /// Participants work by themselves.
    public static let workshop = Kind("workshop")
    /// Participants play a part.
    public static let simulation = Kind("simulation")
    /// Participants discuss what happened somewhere.
    public static let caseStudy = Kind("case-study")
    /// An opening, a closing.
    public static let ceremony = Kind("ceremony")

    /// The kinds that need not be declared.
    public static let usual = [lecture, panel, workshop, simulation, ceremony, caseStudy]
  }
}
