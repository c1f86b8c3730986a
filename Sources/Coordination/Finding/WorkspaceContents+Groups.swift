internal import Curricula
internal import Publishing
internal import Records

extension WorkspaceContents {
  /// The present names of groups that were renamed, as revisions recorded it or as curricula say under
  /// `formerly`; a group that was divided keeps its name.
  ///
  /// - Returns: For each name the present one; the same where there is no other.
  public func presentGroups() -> @Sendable (String) -> String {
    var revisions: [[Revision]] = []
    var renamings: [String: [String]] = [:]
    for path in curricula() {
      guard let curriculum = try? curriculum(path).curriculum else { continue }
      renamings.merge(Renamings(of: curriculum).groups) { first, _ in first }
      if let known = try? self.revisions(of: Programme(curriculum)) { revisions.append(known) }
    }
    return { [revisions, renamings] name in
      let recorded = revisions.reduce(name) { $1.presentGroup($0) }
      let present = renamings[recorded] ?? []
      return present.count == 1 ? present[0] : recorded
    }
  }
}
