public import Curricula
public import Quizzes
public import Records

extension WorkspaceContents {
  /// The programme to which what is recorded of a quiz belongs: that of the curriculum which the quiz
  /// names, else that of the only curriculum there is.
  ///
  /// - Parameter quiz: The quiz; `nil` for what belongs to no single one.
  /// - Returns: Without an edition where the curriculum that the quiz names cannot be read, and the
  ///   unknown programme where there is no or more than one curriculum to choose from.
  public func programme(of quiz: Quiz? = nil) -> Programme {
    let paths = curricula()
    if let name = quiz?.curriculum?.name {
      let likely = paths.filter { Self.name(of: $0) == name }
      let others = paths.filter { Self.name(of: $0) != name }
      let found = (likely + others).lazy.compactMap(programme).first { $0.curriculum == name }
      return found ?? Programme(curriculum: name)
    }
    return paths.count == 1 ? programme(paths[0]) ?? .unknown : .unknown
  }

  /// The programme that a file describes; `nil` when it cannot be read.
  private func programme(_ path: String) -> Programme? {
    (try? curriculum(path).curriculum).map { Programme($0) }
  }
}

extension Programme {
  /// The run of a curriculum that its file describes.
  public init(_ curriculum: Curriculum) {
    self.init(curriculum: curriculum.id, edition: curriculum.edition)
  }
}
