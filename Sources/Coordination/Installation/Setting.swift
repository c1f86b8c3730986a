internal import Diagnostics

/// A value that a command works with, and who says so.
public struct Setting: Hashable, Sendable, Encodable {
  /// Who decided a value; the first that speaks counts.
  public enum Origin: Hashable, Sendable {
    /// An option on the command line.
    case option(String)
    /// A variable of the environment.
    case variable(String)
    /// A file of the workspace.
    case file(String)
    /// Nobody.
    case standard

    /// The origin in words.
    public var text: String {
      switch self {
      case .option(let name): name
      case .variable(let name): name
      case .file(let path): path
      case .standard: "default"
      }
    }
  }

  /// What is set.
  public let name: String
  /// Its value.
  public let value: String
  /// Who says so.
  public let origin: String

  /// Creates a setting.
  public init(_ name: String, _ value: String, from origin: Origin) {
    self.name = name
    self.value = value
    self.origin = origin.text
  }

  /// The variables that are for this program alone.
  public enum Variable: String, CaseIterable, Sendable {
    case curriculum = "SEMINAR_CURRICULUM"
    case dates = "SEMINAR_DATES"
    case markbook = "SEMINAR_MARKBOOK"
    case zoneRules = "SEMINAR_TZDATA"
    case workspace = "SEMINAR_WORKSPACE"
  }

  /// Variables that look as if they were meant for the program, which does not read them.
  public static func strangers(among names: some Sequence<String>) -> [Observation] {
    names.filter { $0.hasPrefix("SEMINAR_") && Variable(rawValue: $0) == nil }.sorted().map {
      name in
      Observation(
        .warning,
        "settings",
        "the variable '\(name.visible)' means nothing to the program",
        remedy: didYouMean(name, among: Variable.allCases.map(\.rawValue), otherwise: "unset it")
      )
    }
  }
}
