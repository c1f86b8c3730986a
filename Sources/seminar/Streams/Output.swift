import Diagnostics
import Foundation
import Terminal

/// Where a command writes: results on standard output, everything else on standard error.
struct Output: Sendable {
  private let handle: FileHandle
  private let window: Window

  static let standard = Output(handle: .standardOutput, window: .output)
  static let error = Output(handle: .standardError, window: .error)

  /// How many columns text for people may take, up to 100: as many as the environment's `COLUMNS`
  /// says, else as the terminal has, else 80.
  static var columns: Int {
    let wanted = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
    return min(100, wanted.flatMap { $0 < 20 ? nil : $0 } ?? Window.output.columns ?? 80)
  }

  /// Writes a text, or fails when the device is full or gone.
  ///
  /// A terminal that is gone is an interruption: its window was closed, or its connection broke.
  func write(_ text: String) throws {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      // The reader has gone, and wants no more, not even a message.
      if error.systemCode == .EPIPE { throw Failure(.inputOutput, Findings()) }
      if window.isGone { throw Failure(.interrupted, Findings()) }
      throw Failure(
        .inputOutput,
        "the output cannot be written: \(error.reason)",
        remedy: "free some space, or write elsewhere with '--output'"
      )
    }
  }

  /// Writes a text without a line's end, such as a prompt, that may be lost.
  func show(_ text: String) {
    try? handle.write(contentsOf: Data(text.utf8))
  }

  /// Writes a line that nobody waits for: when it cannot be written there is nowhere to say so.
  func tell(_ line: String) {
    try? handle.write(contentsOf: Data((style.marking(line) + "\n").utf8))
  }

  /// How problems are set off.
  private var style: Style {
    Style(
      isTerminal: window.isTerminal,
      environment: ProcessInfo.processInfo.environment,
      colors: Self.colors
    )
  }

  /// What the command was told of colours.
  private static let colors = ColorOptions.wanted(in: ProcessInfo.processInfo.arguments)
}

extension Error {
  /// Why the operating system refused something, in its own words where there are any.
  var reason: String {
    let words =
      systemCode.map { POSIXError($0).localizedDescription } ?? localizedDescription
    // Foundation's own beginning says nothing.
    let reason = words.replacing("The operation could not be completed. ", with: "")
    return reason.prefix(1).lowercased() + reason.dropFirst()
  }

  /// The code of the operating system, where the error comes from there.
  var systemCode: POSIXErrorCode? {
    let error = self as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    if cause.domain == NSPOSIXErrorDomain { return POSIXErrorCode(rawValue: Int32(cause.code)) }
    switch (error as? CocoaError)?.code {
    case .fileReadNoPermission?, .fileWriteNoPermission?: return .EACCES
    case .fileNoSuchFile?, .fileReadNoSuchFile?: return .ENOENT
    case .fileWriteOutOfSpace?: return .ENOSPC
    // What else hinders writing, such as a limit on the size of files.
    case .fileWriteUnknown?: return .EIO
    case .fileWriteVolumeReadOnly?: return .EROFS
    default: return nil
    }
  }
}
