public import Curricula
public import Quizzes
public import Records

extension WorkspaceContents {
  /// Publishes the rule by which participants pass, as the curriculum's file has it now.
  ///
  /// - Parameters:
  ///   - curriculum: The curriculum.
  ///   - markbook: Where it is recorded.
  ///   - time: When it is published.
  /// - Returns: Whether it is another one than the last; otherwise nothing is recorded.
  /// - Throws: ``MarkbookError``.
  public func publishPassRule(
    of curriculum: Curriculum,
    in markbook: Markbook,
    at time: Timestamp
  ) throws -> Bool {
    guard let rule = curriculum.passRule else { return false }
    return try markbook.publishPassRule(
      rule.naming(quizFiles(), of: curriculum.id).stored,
      of: Programme(curriculum),
      at: time
    )
  }
}
