/// The whole round in a few commands: lay out, publish, sit two quizzes by script, show the scores.
public struct Demonstration: Sendable {
  /// One command with what is typed to it.
  public struct Step: Hashable, Sendable {
    /// What the step shows, as a heading.
    public let title: String
    /// The arguments of `seminar`.
    public let arguments: [String]
    /// The lines that are typed.
    public let typed: [String]

    init(_ title: String, _ arguments: String..., typing typed: [String] = []) {
      self.title = title
      self.arguments = arguments
      self.typed = typed
    }
  }

  /// The steps in the workspace of ``StarterWorkspace``.
  public static let steps = [
    Step("Check the files", "check"),
    Step("Make the timetable", "timetable"),
    Step("Publish it as pages and calendars", "publish"),
    Step("Import the participants", "roster", "import", "roster.csv"),
    Step(
      "Ana sits the quiz, and answers everything right",
      "quiz",
      "welcome",
      "--as",
      "p01",
      "--seed",
      "1",
      typing: ["1", "5", "true", ":submit", "yes"]
    ),
    Step(
      "Noor sits it too, with one mistake",
      "quiz",
      "welcome",
      "--as",
      "p02",
      "--seed",
      "2",
      typing: ["2", "5", "true", ":submit", "yes"]
    ),
    Step("Show the scores", "scores"),
  ]
}
