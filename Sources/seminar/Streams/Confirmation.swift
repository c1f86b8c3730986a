import Foundation
import Terminal

/// A question before something that cannot be undone, or that changes much.
struct Confirmation {
  /// What is asked, with its question mark.
  let question: String
  /// What would happen, for a message where nobody can be asked.
  let action: String

  /// Whether to go on: asked at a terminal; elsewhere nobody can be asked.
  ///
  /// - Throws: ``Failure`` without a terminal, with the option that says yes.
  func isGiven() throws -> Bool {
    guard Window.input.isTerminal, Window.output.isTerminal else {
      throw Failure(
        .usage,
        "nothing was changed: the program asks before \(action), and there is no terminal",
        remedy: "add '--yes'"
      )
    }
    return MainActor.assumeIsolated {
      var source = ReadlineSource(name: "seminar", isAccessible: false)
      let request = LineRequest("\(question) (yes or no): ", candidates: ["yes", "no"])
      guard case .text(let line) = source.next(request) else { return false }
      return ["y", "yes"].contains(line.trimmingCharacters(in: .whitespaces).lowercased())
    }
  }
}
