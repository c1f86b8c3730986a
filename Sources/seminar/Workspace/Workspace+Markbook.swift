import Coordination
import Diagnostics
import Foundation
import Quizzes
import Records

extension Workspace {
  /// Opens the markbook for recording; it is created where there is none.
  func writableMarkbook() throws -> Markbook {
    try Markbook(creatingIfMissing: markbook, patience: Self.patience)
  }

  /// Opens the markbook for reading, `nil` where nothing was recorded yet.
  ///
  /// - Parameter mayBeNew: Whether the command creates the markbook that somebody named, or does
  ///   something useful without it.
  /// - Returns: The markbook.
  /// - Throws: ``Failure``, also where an option or a variable names a file that does not exist.
  func readableMarkbook(mayBeNew: Bool = false) throws -> Markbook? {
    do {
      return try Markbook(existing: markbook, for: .reading, patience: Self.patience)
    } catch {
      if error.fault == .missing, mayBeNew || markbookOrigin == .standard { return nil }
      throw missing(error)
    }
  }

  /// Makes sure that the file exists which somebody named with `--markbook`, before a command does what it
  /// would also do without one.
  ///
  /// - Throws: ``Failure`` where it does not exist.
  func checkNamedMarkbook() throws {
    guard case .option = markbookOrigin else { return }
    try readableMarkbook()?.close()
  }

  /// Opens the markbook for changing what is recorded in it, which must be there.
  ///
  /// - Throws: ``Failure``, and then no empty markbook is left behind.
  func changeableMarkbook() throws -> Markbook {
    do {
      return try Markbook(existing: markbook, for: .writing, patience: Self.patience)
    } catch {
      throw missing(error)
    }
  }

  /// The failure in words, with the variable that names the missing file.
  private func missing(_ error: MarkbookError) -> Failure {
    guard error.fault == .missing, case .variable(let name) = markbookOrigin else {
      return Failure(error)
    }
    return Failure(
      .inputMissing,
      "the markbook '\(markbook.visible)', which \(name) names, does not exist",
      remedy: "correct or unset \(name), or name another file with '--markbook'"
    )
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
