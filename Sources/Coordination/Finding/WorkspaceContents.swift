public import Curricula
public import Diagnostics
internal import Foundation
public import Publishing
public import Quizzes
public import Records

/// What use cases read of a workspace: the texts that people write, and what was published.
///
/// The command reads folders and a markbook; anything else that has texts under paths can take their
/// place.
public protocol WorkspaceContents {
  /// A path in the workspace, as people see it.
  func path(_ name: String) -> String
  /// The paths of the curricula, sorted.
  func curricula() -> [String]
  /// The paths of the quizzes, sorted.
  func quizzes() -> [String]
  /// Reads a text; fails with `Findings` where it is not one, else as the workspace fails.
  func text(of path: String) throws -> SourceText
  /// What was published of an edition of a curriculum, in order.
  func revisions(of programme: Programme) throws -> [Revision]
  /// The present, by which it is known which edition of a curriculum runs.
  var now: Timestamp { get }
  /// The curriculum that counts where none is named, as `security` or `security/2026`; `nil` where
  /// nobody chose one.
  var chosenCurriculum: String? { get }
}

extension WorkspaceContents {
  public var chosenCurriculum: String? { nil }

  /// The present day, in UTC.
  public var today: CivilDate { Zone.utc.wallClock(at: now.date).date }
}
