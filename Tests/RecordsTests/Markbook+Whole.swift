import Quizzes
import Testing

@testable import Records

extension Markbook {
  /// Expects that a check of everything finds nothing wrong.
  func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try verify()
    guard case .whole = found else {
      Issue.record("found \(found)", sourceLocation: sourceLocation)
      return
    }
  }

  /// The events with which an attempt is handed in, whether or not its participant has left it.
  func ending(of attempt: RecordedAttempt) throws -> [Event] {
    if case .left? = try events(of: attempt.id).last?.kind {
      return [Event(.resumed, at: .noon), .submitted]
    }
    return [.submitted]
  }
}
