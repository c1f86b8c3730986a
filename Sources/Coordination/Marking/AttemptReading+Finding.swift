public import Quizzes
public import Records

extension AttemptReading {
  /// The attempt whose identifier begins as somebody typed it.
  ///
  /// - Parameters:
  ///   - prefix: The beginning, in capital or small letters.
  ///   - markbook: Where it is recorded; `nil` where nothing is.
  ///   - now: The present.
  /// - Throws: ``UnknownName``, ``AttemptProblem``, or what the markbook refuses.
  public init(beginning prefix: String, in markbook: Markbook?, at now: Moment) throws {
    let all = try markbook?.attempts() ?? []
    let wanted = prefix.lowercased()
    let matches = wanted.isEmpty ? [] : all.filter { $0.id.hasPrefix(wanted) }
    guard let markbook, let first = matches.first else { throw UnknownName.attempt(prefix) }
    guard matches.count == 1 else {
      let length = all.shortLength
      throw UnknownName.oneOfAttempts(
        prefix,
        matches.map { AttemptLabel($0, length: length) }
      )
    }
    try self.init(first, in: markbook, at: now)
  }
}
