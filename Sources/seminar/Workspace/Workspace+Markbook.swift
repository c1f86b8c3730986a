import Diagnostics
import Foundation
import Quizzes
import Records

extension Workspace {
  /// Opens the markbook for recording; it is created where there is none.
  func writableMarkbook() throws -> Markbook {
    do {
      return try Markbook(creatingIfMissing: markbook, patience: Self.patience)
    } catch {
      throw Failure(error)
    }
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

extension Failure {
  /// A failure of the markbook, with its own exit status.
  init(_ error: MarkbookError) {
    self.init(
      ExitStatus(rawValue: error.exitStatus) ?? .internalError,
      Findings(error.diagnostic)
    )
  }
}

extension Timestamp {
  /// The present, by the wall clock.
  static var now: Timestamp {
    Timestamp(Date())
  }

  /// The instant of a date, to the millisecond.
  init(_ date: Date) {
    self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
  }

  /// The instant.
  var date: Date {
    Date(timeIntervalSince1970: TimeInterval(milliseconds) / 1000)
  }

  /// The instant without the fraction of its second.
  var wholeSecond: Date {
    Date(timeIntervalSince1970: TimeInterval(milliseconds / 1000))
  }
}
