public import Diagnostics

extension Quiz {
  /// A name that stands for something declared elsewhere, with the place where it is used.
  public struct Reference: Hashable, Sendable {
    /// The name, such as that of a theme or module.
    public var name: String
    /// Where the name is written.
    public var location: Diagnostic.Location

    /// Creates a reference.
    public init(_ name: String, at location: Diagnostic.Location = .init(file: "")) {
      self.name = name
      self.location = location
    }
  }
}

extension Quiz {
  /// The curriculum to which the quiz belongs; of several the first.
  public var curriculum: Reference? {
    get { curricula.first }
    set { curricula = newValue.map { [$0] } ?? [] }
  }
}
