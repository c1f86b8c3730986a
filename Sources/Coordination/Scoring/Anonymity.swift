internal import Records

/// Names that say nothing, for participants and attempts in research exports.
///
/// A secret key that nobody keeps makes them: one participant has one name within an export, and another
/// in the next, so that nobody can put two exports together.
public struct Anonymity: Sendable {
  private let key: [UInt8]

  /// Draws a key.
  ///
  /// - Parameter generator: The source of the key, which nobody must be able to repeat.
  public init(using generator: inout some RandomNumberGenerator) {
    key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// The name of a participant, such as `p3f09a2b41c77`.
  func participant(_ id: String) -> String { name("p", id) }

  /// The name of an attempt, such as `a3f09a2b41c77`.
  func attempt(_ id: String) -> String { name("a", id) }

  /// Attempts in an order that says nothing either: those of one participant together.
  func ordered(_ attempts: [RecordedAttempt]) -> [RecordedAttempt] {
    attempts.map { ($0, participant($0.participant ?? ""), attempt($0.id)) }
      .sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
  }

  private func name(_ sort: String, _ text: String) -> String {
    sort + SHA256(of: key + Array((sort + text).utf8)).hexadecimal.prefix(12)
  }
}
