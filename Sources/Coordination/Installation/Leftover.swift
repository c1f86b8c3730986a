internal import Diagnostics

/// A file next to a markbook or in a published folder that no command needs.
public enum Leftover: Hashable, Sendable {
  /// A file that a program which broke off was still writing.
  case draft(String)
  /// A copy of the markbook, with the same names and responses.
  case copy(FileFacts)
  /// A log or its index without the file to which it belongs.
  case orphan(String)

  /// What a name next to the markbook means; `nil` for anything else.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - markbook: The markbook's name.
  ///   - isThere: Whether the markbook is.
  /// - Returns: A draft or an orphan; copies are told by their content.
  public static func named(_ name: String, nextTo markbook: String, isThere: Bool) -> Leftover? {
    if name.hasPrefix(".seminar-") && name.hasSuffix(".new") { return .draft(name) }
    if name.hasPrefix("\(markbook).new-") || isMarkbookDraft(name) { return .draft(name) }
    let isCompanion = ["-wal", "-shm", "-journal"].contains { name == markbook + $0 }
    return isCompanion && !isThere ? .orphan(name) : nil
  }

  /// Whether a name is one under which a markbook, a backup or a copy is prepared, or what SQLite keeps
  /// next to such a file.
  public static func isMarkbookDraft(_ name: String) -> Bool {
    name.contains(/.\.draft-[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}(-wal|-shm|-journal)?$/)
  }

  /// What is so, and what to do.
  ///
  /// - Parameter folder: The folder with the file.
  /// - Returns: A problem where something may be lost or seen, else a note.
  public func observation(in folder: String) -> Observation {
    switch self {
    case .draft(let name):
      Observation(
        .note,
        "leftovers",
        "'\(name.visible)' was left behind by an interrupted program",
        remedy: "when nobody uses the markbook: rm \(ShellWords.quoted("\(folder)/\(name)"))"
      )
    case .copy(let facts) where facts.permissions & 0o077 != 0:
      Observation(
        .problem,
        "leftovers",
        "'\(facts.path.visible)' is a copy of the markbook that other accounts may use "
          + "(mode \(facts.mode))",
        remedy: "chmod 600 \(ShellWords.quoted(facts.path))"
      )
    case .copy(let facts):
      Observation(
        .note,
        "leftovers",
        "'\(facts.path.visible)' is a copy of the markbook; what is forgotten in one stays in the "
          + "other",
        remedy: "when you no longer need it: rm \(ShellWords.quoted(facts.path))"
      )
    case .orphan(let name):
      Observation(
        .problem,
        "markbook",
        "'\(name.visible)' belongs to a markbook that is not here; it "
          + "may contain the last responses",
        remedy: "bring the markbook back next to it, or, if both are kept elsewhere, move this one "
          + "away: mv \(ShellWords.quoted("\(folder)/\(name)")) /elsewhere/"
      )
    }
  }
}
