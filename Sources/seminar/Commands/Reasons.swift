import Foundation

/// What has to be said in words with a decision, because it is kept.
enum Reasons {
  /// A reason that must be given and must not be blank.
  static func required(_ text: String?, _ option: String) throws -> String {
    guard let text, !text.allSatisfy(\.isWhitespace) else {
      throw Failure(
        .usage,
        text == nil ? "a reason is needed" : "a reason is needed, and this one is empty",
        remedy: "add '\(option) \"…\"'"
      )
    }
    return text
  }

  /// Who decides: who is named, which must not be blank, else the system's user.
  static func person(_ text: String?, _ option: String) throws -> String {
    guard let text else { return ProcessInfo.processInfo.userName }
    guard !text.allSatisfy(\.isWhitespace) else {
      throw Failure(
        .usage,
        "the name after '\(option)' is empty",
        remedy: "write a name, or leave '\(option)' out"
      )
    }
    return text
  }
}
