internal import Diagnostics

/// What merging another markbook brought.
public struct Merging: Hashable, Sendable {
  /// How many records were new.
  public let records: Int
  /// How many attempts started in them.
  public let attempts: Int
  /// How many participants were new.
  public let participants: Int
  /// What an erasure recorded in either markbook took from the other.
  public let erased: Int

  /// Why two markbooks do not merge.
  public enum Obstacle: Hashable, Sendable {
    /// Both went on with the same site from this record on, each in its own way.
    case fork(site: String, position: Int)
    /// An attempt was continued at two sites independently.
    case continuedTwice(attempt: String)
    /// The same identifier stands for participants of different names.
    case sameIdentifier(Participant.ID, names: [String])
    /// They have no site, participant, quiz or curriculum in common.
    case unrelated
    /// The other markbook is the archive of an edition: a copy of what another markbook recorded.
    case archive
    /// This markbook is the archive of an edition, and is complete.
    case intoArchive
    /// The other markbook is not whole.
    case notWhole(Verification.Problem)
  }
}

extension Merging.Obstacle: CustomStringConvertible {
  /// What stands in the way, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .fork(let site, let position):
      "both files continued site \(site.prefix(8)) independently, from record \(position) on"
    case .continuedTwice(let attempt):
      "attempt \(attempt.prefix(8)) was continued at two sites independently"
    case .sameIdentifier(let id, let names):
      "'\(id)' is the identifier of people with different names: "
        + names.map { "'\($0)'" }.listed()
    case .unrelated: "the files have no site, participant or quiz in common"
    case .archive: "it is the archive of an edition, a copy of what another markbook contains"
    case .intoArchive:
      "the markbook to merge into is the archive of an edition, which is complete"
    case .notWhole(let problem): "it is not intact: \(problem)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .fork, .continuedTwice:
      "keep both files; use '--markbook' to read what only one of them contains"
    case .sameIdentifier(let id, _):
      "if it is the same person, add '--same \(id)'; if not, "
        + "give one of them another identifier at their site"
    case .unrelated: "check that you named the right file"
    case .archive: "use '--markbook' to read it"
    case .intoArchive: "merge into the markbook that you record in"
    case .notWhole: "restore a backup of it, and merge that"
    }
  }
}
