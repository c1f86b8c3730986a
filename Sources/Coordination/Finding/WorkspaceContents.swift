public import Diagnostics
public import Publishing

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
  /// What was published of a curriculum, in order.
  func revisions(of curriculum: String) throws -> [Revision]
}
