import Coordination
import Foundation
import Quizzes
import Records

extension Workspace {
  /// Opens the markbook for recording; it is created where there is none.
  func writableMarkbook() throws -> Markbook {
    try Markbook(creatingIfMissing: markbook, patience: Self.patience)
  }

  /// Opens the markbook for reading, `nil` where nothing was recorded yet.
  func readableMarkbook() throws -> Markbook? {
    do {
      return try Markbook(existing: markbook, for: .reading, patience: Self.patience)
    } catch {
      if error.fault == .missing { return nil }
      throw Failure(error)
    }
  }

  /// Opens the markbook for reading, which must be there.
  func presentMarkbook() throws(MarkbookError) -> Markbook {
    try Markbook(existing: markbook, for: .reading, patience: Self.patience)
  }

  private static let patience = Patience { Output.error.tell("saving…") }
}

extension Timestamp {
  /// The present, by the wall clock.
  static var now: Timestamp {
    Timestamp(Date())
  }
}
