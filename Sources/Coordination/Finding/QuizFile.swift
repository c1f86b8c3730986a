/// A quiz's file and the name under which it is recorded.
public struct QuizFile: Hashable, Sendable {
  /// The path below `quizzes`, without its ending.
  public let name: String
  /// The path of the file.
  public let path: String

  /// The last part of the name.
  public var shortName: String {
    name.split(separator: "/").last.map(String.init) ?? name
  }
}
