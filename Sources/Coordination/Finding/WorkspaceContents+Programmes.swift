public import Curricula
public import Quizzes
public import Records

extension WorkspaceContents {
  /// The programme to which what is recorded of a quiz belongs: that of the curriculum which the quiz
  /// names, in the edition that was chosen or runs; else that of the only curriculum there is.
  ///
  /// - Parameter quiz: The quiz; `nil` for what belongs to no single one.
  /// - Returns: Without an edition where the curriculum that the quiz names cannot be read, and the
  ///   unknown programme where there is no or more than one curriculum to choose from.
  public func programme(of quiz: Quiz? = nil) -> Programme {
    let named = quiz?.curricula.map { Programme(label: $0.name) } ?? []
    if let first = named.first {
      let chosen = chosenCurriculum.map { Programme(label: $0) }
      // Of several curricula the one counts that was chosen, or is the sitter's own.
      let own = chosen.flatMap { chosen in named.first { $0.admits(chosen) } } ?? first
      if let chosen, own.admits(chosen), !chosen.edition.isEmpty { return chosen }
      let wanted = named.filter { $0.curriculum == own.curriculum }
      let files = curriculumFiles().filter { file in wanted.contains { $0.admits(file.programme) } }
      return files.running(on: today)?.programme ?? own
    }
    guard let path = try? path(ofCurriculum: nil) else { return .unknown }
    return curriculumFiles().first { $0.path == path }?.programme
      ?? (try? curriculum(path).curriculum).map { Programme($0) } ?? .unknown
  }

  /// The programme to which what is recorded of a quiz's file belongs.
  func programme(ofQuizIn file: QuizFile) -> Programme {
    (try? writtenQuiz(file)).map { programme(of: $0) } ?? .unknown
  }
}

extension Programme {
  /// Whether what is named so can be another programme: the same curriculum, and the same edition where both
  /// name one.
  public func admits(_ other: Programme) -> Bool {
    curriculum == other.curriculum
      && (edition.isEmpty || other.edition.isEmpty || edition == other.edition)
  }

  /// The run of a curriculum that its file describes.
  public init(_ curriculum: Curriculum) {
    self.init(curriculum: curriculum.id, edition: curriculum.edition)
  }
}
