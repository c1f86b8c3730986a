public import Records

/// An attempt as it is cited where several could be meant.
public struct AttemptLabel: Hashable, Sendable {
  /// As many digits of the identifier as tell it apart.
  public let prefix: String
  /// Who sat what, on one line.
  public let summary: String

  init(_ attempt: RecordedAttempt, length: Int) {
    prefix = String(attempt.id.prefix(length))
    summary = "\(attempt.participant ?? "guest"), \(attempt.quiz), attempt \(attempt.number)"
  }
}

extension [RecordedAttempt] {
  /// How many digits of an identifier tell all of these attempts apart, at least 8.
  public var shortLength: Int {
    let sorted = map(\.id).sorted()
    return zip(sorted, sorted.dropFirst()).reduce(8) { length, pair in
      let shared = zip(pair.0, pair.1).prefix { $0 == $1 }.count
      return Swift.max(length, Swift.min(shared + 1, 32))
    }
  }
}
