internal import Foundation
internal import Glibc

/// A program that runs on a terminal of its own, and the hands and eyes of somebody in front of it.
///
///     let terminal = try PseudoTerminal(running: "/path/of/seminar", ["quiz", "week-01"])
///     try terminal.wait(for: "Your response:")
///     terminal.type("b", .enter)
///     try terminal.wait(for: "Right")
///     terminal.press(.controlD)
///     #expect(try terminal.waitForExit() == .exited(0))
///
/// Waiting for text looks only at what was written since the last text that was waited for, so that
/// a prompt that comes again is not taken for the one before. Every wait has a deadline, and throws
/// with what is on the screen when it passes. The program is killed when the terminal goes away; it is
/// a class because of that.
public final class PseudoTerminal {
  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    /// By itself, with a status.
    case exited(Int32)
    /// By a signal.
    case signalled(Int32)
  }

  /// The program could not be started, for a reason in the words of the system.
  public struct NotStarted: Error {
    public let reason: String
  }

  /// What was waited for did not come in time.
  public struct TimedOut: Error, CustomStringConvertible {
    /// What was waited for.
    public let expected: String
    /// The screen at that time.
    public let screen: String

    public var description: String {
      "waited in vain for \(expected); the screen shows:\n\(screen)"
    }
  }

  /// The identifier of the program's process.
  public let process: Int32
  /// Everything that the program wrote, with its escape codes.
  public private(set) var transcript = ""
  /// What is to be seen.
  public private(set) var screen: Screen
  /// What must not go away before the program does, such as its folder.
  public var keeping: AnyObject?

  private var controller: Int32
  private var undecoded: [UInt8] = []
  private var read = 0
  private var ending: Ending?

  /// Starts a program on a new terminal.
  ///
  /// - Parameters:
  ///   - executable: The path of the program.
  ///   - arguments: Its arguments, without its name.
  ///   - environment: Its whole environment, beside `TERM` and `LANG`, which have defaults; nothing is
  ///     inherited but `PATH`.
  ///   - directory: Where it starts; where this process is unless told.
  ///   - columns: The width of the terminal.
  ///   - rows: Its height.
  /// - Throws: ``NotStarted``.
  public init(
    running executable: String,
    _ arguments: [String] = [],
    environment: [String: String] = [:],
    in directory: String? = nil,
    columns: Int = 80,
    rows: Int = 24
  ) throws {
    let (opened, path) = try Self.open()
    Self.resize(opened, columns: columns, rows: rows)
    var inherited = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
    inherited["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    do {
      process = try Self.spawn(
        [executable] + arguments,
        inherited.merging(environment) { $1 },
        on: path,
        in: directory
      )
    } catch {
      close(opened)
      throw error
    }
    controller = opened
    screen = Screen(columns: columns)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      _ = unsafe waitpid(process, &status, 0)
    }
    if controller >= 0 { close(controller) }
  }

  /// Types text, then a key.
  public func type(_ text: String, _ key: Key? = nil) {
    send(text + (key?.rawValue ?? ""))
  }

  /// Presses keys one after the other.
  public func press(_ keys: Key...) {
    send(keys.map(\.rawValue).joined())
  }

  /// Pastes text as a terminal with bracketed paste does.
  public func paste(_ text: String) {
    send("\u{1B}[200~\(text)\u{1B}[201~")
  }

  /// Sends characters just as they are, reading what comes meanwhile.
  public func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      var polled = pollfd(fd: controller, events: Int16(POLLOUT | POLLIN), revents: 0)
      guard unsafe poll(&polled, 1, 5_000) > 0 else { return }
      if Int32(polled.revents) & POLLIN != 0 { _ = receive(within: 0) }
      guard Int32(polled.revents) & POLLOUT != 0 else {
        if Int32(polled.revents) & POLLHUP != 0 { return }
        continue
      }
      let count = unsafe Array(bytes.prefix(256)).withUnsafeBytes {
        unsafe write(controller, $0.baseAddress, $0.count)
      }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Gives the terminal another size, of which the program is told.
  public func resize(columns: Int, rows: Int = 24) {
    Self.resize(controller, columns: columns, rows: rows)
    screen.resize(columns: columns)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Takes the terminal away, as a broken connection does.
  public func hangUp() {
    close(controller)
    controller = -1
  }

  /// Waits until the program has written a text after the last one waited for; colours and
  /// other codes between its letters do not matter.
  ///
  /// - Throws: ``TimedOut``.
  public func wait(for text: String, within limit: Duration = .seconds(30)) throws {
    let deadline = ContinuousClock.now + limit
    while true {
      let fresh = Self.plain(transcript.unicodeScalars.dropFirst(read))
      if let range = fresh.text.ranges(of: text).first {
        let letters = fresh.text.unicodeScalars.distance(
          from: fresh.text.startIndex,
          to: range.upperBound
        )
        read += letters < fresh.offsets.count ? fresh.offsets[letters] : fresh.length
        return
      }
      guard ContinuousClock.now < deadline, receive(within: 50) || ContinuousClock.now < deadline
      else { throw TimedOut(expected: text.debugDescription, screen: screen.text) }
    }
  }

  /// Waits until the program asks: it has written something after what was last waited for, which ends
  /// with a colon and a space.
  ///
  /// - Throws: ``TimedOut``.
  public func waitUntilAsked(within limit: Duration = .seconds(30)) throws {
    let deadline = ContinuousClock.now + limit
    while receive(within: 30)
      || !Self.plain(transcript.unicodeScalars.dropFirst(read)).text.hasSuffix(": ")
    {
      guard ContinuousClock.now < deadline else {
        throw TimedOut(expected: "a prompt", screen: screen.text)
      }
    }
    read = transcript.unicodeScalars.count
  }

  /// Waits until the program asks; types an answer where it asks this, and leaves it be otherwise.
  ///
  /// - Throws: ``TimedOut``.
  public func answer(_ answer: String, ifAsked question: String) throws {
    let before = read
    try waitUntilAsked()
    guard Self.plain(transcript.unicodeScalars.dropFirst(before)).text.hasSuffix(question) else {
      read = before
      return
    }
    type(answer, .enter)
  }

  /// Waits until the last line on the screen is this one.
  ///
  /// - Throws: ``TimedOut``.
  public func wait(untilLast line: String, within limit: Duration = .seconds(30)) throws {
    let deadline = ContinuousClock.now + limit
    while screen.lines.last != line {
      guard ContinuousClock.now < deadline else {
        throw TimedOut(expected: "the last line \(line.debugDescription)", screen: screen.text)
      }
      _ = receive(within: 50)
    }
  }

  /// Waits until the program has written nothing for a while.
  public func waitForQuiet(of silence: Duration = .milliseconds(150)) {
    while receive(within: Int32(silence / .milliseconds(1))) {}
  }

  /// Waits until the program ends.
  ///
  /// - Parameters:
  ///   - limit: How long to wait.
  ///   - pressesEnter: Whether Enter answers whatever is asked until then.
  /// - Returns: How it ended.
  /// - Throws: ``TimedOut``.
  public func waitForExit(
    within limit: Duration = .seconds(30),
    pressingEnter pressesEnter: Bool = false
  ) throws -> Ending {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
      if let ending { return ending }
      let isOpen = receive(within: 20)
      if pressesEnter, !isOpen,
        Self.plain(transcript.unicodeScalars.dropFirst(read)).text.hasSuffix(": ")
      {
        read = transcript.unicodeScalars.count
        press(.enter)
      }
      var status: Int32 = 0
      if unsafe waitpid(process, &status, WNOHANG) == process {
        while receive(within: 0) {}
        let signal = status & 0x7F
        ending = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
      } else if !isOpen {
        Thread.sleep(forTimeInterval: 0.005)
      }
    }
    if let ending { return ending }
    throw TimedOut(expected: "the program's end", screen: screen.text)
  }

  /// The settings of the terminal, to compare before and after.
  public var settings: [UInt32] {
    var settings = termios()
    _ = unsafe tcgetattr(controller, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  /// Takes what the program wrote; `false` when nothing came in so many milliseconds.
  private func receive(within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&polled, 1, milliseconds) > 0, controller >= 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe Glibc.read(controller, &buffer, buffer.count)
    guard count > 0 else { return false }
    undecoded += buffer.prefix(count)
    // A character may come in two parts.
    var complete = undecoded.count
    for length in 1...3 where length <= undecoded.count {
      let byte = undecoded[undecoded.count - length]
      if byte & 0xC0 == 0xC0 {
        let needed = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        if needed > length { complete = undecoded.count - length }
        break
      }
    }
    let text = String(decoding: undecoded.prefix(complete), as: UTF8.self)
    undecoded.removeFirst(complete)
    transcript += text
    screen.show(text)
    return true
  }
}

extension PseudoTerminal {
  private static func resize(_ controller: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    _ = unsafe ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// The text without escape codes and carriage returns, and where each of its scalars came from.
  private static func plain(
    _ scalars: some Collection<Unicode.Scalar>
  ) -> (text: String, offsets: [Int], length: Int) {
    var text = String.UnicodeScalarView()
    var offsets: [Int] = []
    var isEscape = false
    var isSequence = false
    var length = 0
    for scalar in scalars {
      if isSequence {
        if ("@"..."~").contains(scalar) { (isSequence, isEscape) = (false, false) }
      } else if isEscape {
        if scalar == "[" { isSequence = true } else { isEscape = false }
      } else if scalar == "\u{1B}" {
        isEscape = true
      } else if scalar != "\r", scalar != "\u{07}" {
        text.append(scalar)
        offsets.append(length)
      }
      length += 1
    }
    return (String(text), offsets, length)
  }
}
