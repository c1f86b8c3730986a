import Curricula
import Quizzes
import Records

extension Workspace {
  /// The programme to which what is recorded of a quiz belongs: that of the curriculum which the quiz
  /// names, else that of the only curriculum there is.
  ///
  /// - Parameter quiz: The quiz; `nil` for what belongs to no single one.
  /// - Returns: Without an edition where the curriculum that the quiz names cannot be read, and the
  ///   unknown programme where there is no or more than one curriculum to choose from.
  func programme(of quiz: Quiz? = nil) -> Programme {
    let paths = curricula()
    if let name = quiz?.curriculum?.name {
      let likely = paths.filter { Self.name(of: $0) == name }
      let others = paths.filter { Self.name(of: $0) != name }
      let found = (likely + others).lazy.compactMap(Self.programme).first { $0.curriculum == name }
      return found ?? Programme(curriculum: name)
    }
    return paths.count == 1 ? Self.programme(paths[0]) ?? .unknown : .unknown
  }

  /// The programme that a file describes; `nil` when it cannot be read.
  private static func programme(_ path: String) -> Programme? {
    guard let source = try? TextFile.read(path) else { return nil }
    return (try? Curriculum.parse(source)).map { Programme($0.curriculum) }
  }
}

extension Programme {
  /// The run of a curriculum that its file describes.
  init(_ curriculum: Curriculum) {
    self.init(curriculum: curriculum.id, edition: curriculum.edition)
  }
}
