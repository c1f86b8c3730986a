internal import Curricula
internal import Diagnostics
internal import Quizzes
internal import Timetabling

/// A text that was read as a curriculum or a quiz, with what is wrong in it.
struct CheckedText: Sendable {
  /// What a text is.
  enum Content: Sendable {
    /// A quiz, with its values.
    case quiz(Quiz, Node)
    case selfPaced(SelfPacedProgramme)
    case curriculum(Curriculum)
  }

  /// The path of the text.
  let path: String
  /// What it is; `nil` where too much is wrong.
  private(set) var content: Content?
  /// What is wrong in it.
  private(set) var findings = Findings()

  /// Reads a text as whichever its first level of keys shows.
  init(_ source: SourceText, at path: String) {
    self.path = path
    var slips = Findings()
    guard let node = Node.read(source, &slips) else {
      findings = slips
      return
    }
    do {
      if Self.isQuiz(node) {
        findings = slips
        content = Quiz.parse(source, as: node, &findings).map { .quiz($0, node) }
      } else if SelfPacedProgramme.isMeant(by: node) {
        let (programme, warnings) = try SelfPacedProgramme.parse(source, as: node, slips)
        findings = warnings
        content = .selfPaced(programme)
      } else {
        let (curriculum, warnings) = try Curriculum.parse(source, as: node, slips)
        findings = warnings
        findings.report(contentsOf: curriculum.doubts)
        content = .curriculum(curriculum)
        _ = try Timetabling.Problem(curriculum)
      }
    } catch {
      findings.report(contentsOf: error)
    }
  }

  private static func isQuiz(_ node: Node) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    let keys = entries.map(\.key)
    return keys.contains("quiz") || keys.contains("items") && !keys.contains("sessions")
  }
}
