public import Records

extension WorkspaceContents {
  /// The full name of a quiz of which attempts may be recorded, also where its file is gone.
  ///
  /// - Parameters:
  ///   - wanted: Its name, its short name, or the quiz of a week.
  ///   - markbook: Where attempts are recorded.
  /// - Returns: The name under which attempts are recorded.
  /// - Throws: ``UnknownName`` where there is neither a file nor an attempt, or what the markbook
  ///   refuses.
  public func recordedQuiz(_ wanted: String, in markbook: Markbook?) throws -> String {
    do {
      return try quizFile(wanted).name
    } catch let unknown as UnknownName {
      let recorded = try markbook?.attempts(of: wanted) ?? []
      guard !recorded.isEmpty else { throw unknown }
      return wanted
    }
  }
}
