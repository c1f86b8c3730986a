/// The problems found while reading, all collected before anything is refused.
public struct Findings: Error, Equatable, Sendable {
  /// The problems in the order in which they were found.
  public private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  /// Starts with no problems.
  public init() {}

  /// Starts with one problem.
  public init(_ diagnostic: Diagnostic) {
    report(diagnostic)
  }

  /// Adds a problem; the same problem at the same place is kept once.
  public mutating func report(_ diagnostic: Diagnostic) {
    guard known.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }

  /// Adds an error at a place.
  public mutating func error(
    at location: Diagnostic.Location,
    _ message: String,
    remedy: String? = nil
  ) {
    report(Diagnostic(.error, at: location, message, remedy: remedy))
  }

  /// Adds a warning at a place.
  public mutating func warn(
    at location: Diagnostic.Location,
    _ message: String,
    remedy: String? = nil
  ) {
    report(Diagnostic(.warning, at: location, message, remedy: remedy))
  }

  /// Adds a note at a place.
  public mutating func note(
    at location: Diagnostic.Location,
    _ message: String,
    remedy: String? = nil
  ) {
    report(Diagnostic(.note, at: location, message, remedy: remedy))
  }

  /// Adds all problems of another reading.
  public mutating func report(contentsOf other: Findings) {
    for diagnostic in other.diagnostics { report(diagnostic) }
  }

  /// Whether any problem makes the file unusable.
  public var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error }
  }

  /// The problems in the order of the files, lines and columns.
  public var sorted: [Diagnostic] {
    diagnostics.sorted()
  }
}
