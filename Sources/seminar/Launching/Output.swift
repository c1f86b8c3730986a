import Foundation

/// Where a command writes: results on standard output, everything else on standard error.
struct Output: Sendable {
  private let handle: FileHandle

  static let standard = Output(handle: .standardOutput)
  static let error = Output(handle: .standardError)

  /// Writes a text, or fails when the device is full or gone.
  func write(_ text: String) throws {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
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
    try? handle.write(contentsOf: Data((line + "\n").utf8))
  }
}

extension Error {
  /// The operating system's own words where there are any.
  var reason: String {
    let error = self as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    if cause.domain == NSPOSIXErrorDomain, let code = POSIXErrorCode(rawValue: Int32(cause.code)) {
      return POSIXError(code).localizedDescription
    }
    return error.localizedDescription
  }

  /// The code of the operating system, where the error comes from there.
  var systemCode: POSIXErrorCode? {
    let error = self as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError ?? error
    guard cause.domain == NSPOSIXErrorDomain else { return nil }
    return POSIXErrorCode(rawValue: Int32(cause.code))
  }
}
