internal import Glibc

/// What a file descriptor leads to: a terminal of some width, or something else.
public struct Window: Hashable, Sendable {
  /// The file descriptor.
  public let descriptor: Int32

  /// Standard input.
  public static let input = Window(descriptor: 0)
  /// Standard output.
  public static let output = Window(descriptor: 1)
  /// Standard error.
  public static let error = Window(descriptor: 2)

  /// Whether it is a terminal.
  public var isTerminal: Bool {
    isatty(descriptor) == 1
  }

  /// The width of the terminal in columns; `nil` when it is none, or does not say.
  public var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
