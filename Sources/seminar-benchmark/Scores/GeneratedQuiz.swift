import Diagnostics
import Quizzes
import Records

/// A quiz made for a measurement: mostly single choices, some of other kinds.
struct GeneratedQuiz {
  let name: String
  let text: String
  let version: String
  let quiz: Quiz

  init(_ number: Int, items: Int) throws {
    name = "measured-\(number)"
    text =
      """
      quiz: Measured \(number)
      status: Made for a measurement.
      mode: graded
      pass: 60
      items:

      """ + (1...items).map(Self.item).joined()
    version = Markbook.version(of: text)
    quiz = try Quiz.parse(SourceText(file: name, text: text))
  }

  private static func item(_ number: Int) -> String {
    let head = """
        - id: item-\(number)
          theme: theme-\(number % 4)
          level: recall
          source: A measurement, section \(number)
          rationale: It was made so, as section \(number) says at some length.
          stem: Which of the statements about subject number \(number) was made for this measurement?

      """
    switch number % 8 {
    case 3:
      return head + """
            kind: true-false
            key: true

        """
    case 6:
      return head + """
            kind: multiple-response
            options:
              - {key: "The first statement of \(number)", because: It is.}
              - {key: "The second statement of \(number)", because: It is.}
              - {distractor: "The third statement of \(number)", because: It is not.}
              - {distractor: "The fourth statement of \(number)", because: It is not.}

        """
    default:
      return head + """
            kind: single-choice
            options:
              - {key: "The statement that was made for \(number)", because: It is.}
              - {distractor: "One that was made for another", because: It is not.}
              - {distractor: "One that nobody has made", because: It is not.}
              - {distractor: "One that somebody will make", because: It is not.}

        """
    }
  }
}
