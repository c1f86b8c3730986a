internal import Glibc

/// What a file descriptor leads to: a terminal of some size, or something else.
public struct Window: Hashable, Sendable {
  /// The file descriptor.
  public let descriptor: Int32

  /// Standard input.
  public static let input = Window(descriptor: 0)
  /// Standard output.
  public static let output = Window(descriptor: 1)
  /// Standard error.
  public static let error = Window(descriptor: 2)

  /// Keeps what the program opens from taking the place of a standard stream that was closed before
  /// the program began, so that nothing is ever written into another file.
  ///
  /// What is written to such a stream fails; what is read from it has ended.
  public static func holdClosed() {
    for window in [input, output, error] where fcntl(window.descriptor, F_GETFD) < 0 {
      // The lowest number that is free is this one. It cannot be written to.
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }

  /// Whether it is a terminal.
  public var isTerminal: Bool {
    isatty(descriptor) == 1
  }

  /// The width of the terminal in columns; `nil` when it is none, or does not say.
  public var columns: Int? {
    size.flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil }
  }

  /// The height of the terminal in rows; `nil` when it is none, or does not say.
  public var rows: Int? {
    size.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil }
  }

  private var size: winsize? {
    var size = winsize()
    return unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }

  /// Whether it was a terminal that has gone away, as when a window is closed or a connection breaks.
  public var isGone: Bool {
    var settings = termios()
    return unsafe tcgetattr(descriptor, &settings) != 0 && errno == EIO
  }
}
