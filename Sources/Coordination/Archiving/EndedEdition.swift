public import Curricula
internal import Foundation
internal import Publishing
public import Records

/// An edition that is over, so that what was recorded of it can be put into a file of its own.
public struct EndedEdition: Hashable, Sendable {
  /// The curriculum and its edition.
  public let programme: Programme

  /// Why an edition cannot be archived: facts, worded where they are shown.
  public enum Refusal: Error, Hashable, Sendable {
    /// No edition has the name; these are known.
    case unknown(String, among: [String])
    /// Several editions have the name, or none was named.
    case several([String])
    /// Nothing was recorded of the edition.
    case nothingRecorded(Programme)
    /// The edition has sessions until this day.
    case runs(Programme, until: CivilDate)
    /// The edition is self-paced, and its file is still in the workspace.
    case isSelfPaced(Programme)
  }

  /// Looks for the edition that somebody named, and makes sure that it is over.
  ///
  /// - Parameters:
  ///   - name: The edition, alone or after its curriculum, as `2026` or `security/2026`; `nil` for the one that
  ///     was chosen.
  ///   - recorded: The curricula and editions that the markbook's records name.
  ///   - workspace: Where the curricula are, and what was published of them.
  /// - Throws: ``Refusal``, or why what was published cannot be read.
  public init(
    named name: String?,
    among recorded: [Programme],
    in workspace: some WorkspaceContents
  ) throws {
    let known = Set(recorded + workspace.curriculumFiles().map(\.programme))
      .filter { !$0.edition.isEmpty }.sorted { $0.label < $1.label }
    let chosen = workspace.chosenCurriculum.map { Programme(label: $0) }
    let matches = known.filter { programme in
      (chosen?.admits(programme) ?? true)
        && (name.map { [programme.label, programme.edition].contains($0) } ?? true)
    }
    guard let found = matches.first else {
      throw Refusal.unknown(name ?? chosen?.label ?? "", among: known.map(\.label))
    }
    guard matches.count == 1 else { throw Refusal.several(matches.map(\.label)) }
    if let last = try Self.lastDay(of: found, in: workspace) {
      throw Refusal.runs(found, until: last)
    }
    // Without dates, only the file says that people still take part.
    guard workspace.selfPaced(named: found.label) == nil else { throw Refusal.isSelfPaced(found) }
    guard recorded.contains(found) else { throw Refusal.nothingRecorded(found) }
    programme = found
  }

  /// The last day of an edition that is not over; `nil` where it is, and where nothing says when it ends.
  ///
  /// What was published counts, else the weeks in its file.
  private static func lastDay(
    of programme: Programme,
    in workspace: some WorkspaceContents
  ) throws -> CivilDate? {
    let curriculum = try? workspace.curriculum(programme.label).curriculum
    if let revision = try workspace.revisions(of: programme).last {
      guard let end = revision.entries.map(\.ends).max(), end > workspace.now.date else {
        return nil
      }
      return (curriculum?.zone ?? .utc).wallClock(at: end).date
    }
    let last = curriculum.map { $0.starts.adding(days: 7 * $0.weeks - 1) }
    return last.flatMap { $0 < workspace.today ? nil : $0 }
  }
}
