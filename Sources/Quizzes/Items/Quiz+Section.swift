extension Quiz {
  /// A part of a quiz with a title; sections stay in their order, and items are shuffled within.
  public struct Section: Hashable, Sendable {
    /// The name by which items refer to the section, unique in its quiz.
    public var id: String
    /// The title, for reading.
    public var title: String
    /// What is said where the section begins.
    public var text: String?
    /// Whether the items of the section stay in the order of the file.
    public var keepsOrder: Bool

    /// Creates a section.
    public init(_ id: String, title: String, text: String? = nil, keepsOrder: Bool = false) {
      self.id = id
      self.title = title
      self.text = text
      self.keepsOrder = keepsOrder
    }
  }
}
