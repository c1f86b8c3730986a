import ArgumentParser
import Terminal

/// The options that say whether text is set off with colours.
struct ColorOptions: ParsableArguments {
  @Option(help: Self.help)
  var color: When?

  @Flag(help: Self.opposite)
  var noColor = false

  /// The help of both, for the options of a workspace, which have them, too.
  static let help = ArgumentHelp("When to use colours (default: auto).", valueName: "when")
  static let opposite: ArgumentHelp = "The same as --color never."

  /// When text is set off, as the option says it.
  enum When: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// The same for a style.
    fileprivate var colors: Style.Colors {
      switch self {
      case .auto: .auto
      case .always: .always
      case .never: .never
      }
    }
  }

  /// What two options want.
  static func wanted(_ color: When?, noColor: Bool) -> Style.Colors {
    noColor ? .never : color?.colors ?? .auto
  }

  /// What the arguments of a command want, for what is said before they are read, or when they cannot be.
  static func wanted(in arguments: [String]) -> Style.Colors {
    if arguments.contains(where: { $0 == "--no-color" || $0 == "--accessible" }) { return .never }
    let parts = arguments.flatMap { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    guard let option = parts.lastIndex(of: "--color"), option + 1 < parts.count else {
      return .auto
    }
    return Style.Colors(rawValue: parts[option + 1]) ?? .auto
  }
}
