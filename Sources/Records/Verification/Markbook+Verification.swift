internal import GRDB

extension Markbook {
  /// Checks everything: the file's pages and indexes, every hash of every chain, the private parts,
  /// the texts of the quizzes, the old chain, the attempts with their marks, structure and settings.
  ///
  /// Records cut off at the end leave a whole chain with another head: compare the heads with those
  /// that an earlier export names, or ask for ``head(_:)``.
  ///
  /// - Parameters:
  ///   - scope: How much is checked.
  ///   - progress: What hears how many records of how many have been read.
  /// - Returns: The first problem, or how much is whole.
  /// - Throws: ``MarkbookError`` when the file cannot be read.
  /// - Complexity: O(*n*) for a file of *n* bytes.
  public func verify(
    _ scope: Verification.Scope = .everything,
    progress: Verification.Progress? = nil
  ) throws(MarkbookError) -> Verification {
    do {
      return try read { try Verifier($0, version: version, progress: progress).verified(scope) }
    } catch {
      switch error.fault {
      case .damaged(let words): return .wrong(.file(words))
      case .altered(let site, let position):
        return .wrong(.alteredRecord(site: site, position: position))
      default: throw error
      }
    }
  }
}
