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
    if let name = quiz?.curriculum?.name {
      let chosen = chosenCurriculum.map { Programme(label: $0) }
      if let chosen, chosen.curriculum == name, !chosen.edition.isEmpty { return chosen }
      let own = curriculumFiles().filter { $0.programme.curriculum == name }
      return own.running(on: today)?.programme ?? Programme(curriculum: name)
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
  /// The run of a curriculum that its file describes.
  public init(_ curriculum: Curriculum) {
    self.init(curriculum: curriculum.id, edition: curriculum.edition)
  }
}
