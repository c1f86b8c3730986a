internal import Diagnostics

extension Quiz {
  /// What participants are shown of their attempts, and when.
  public struct Feedback: Hashable, Sendable {
    /// One thing that can be shown.
    public enum Detail: String, CaseIterable, Hashable, Sendable {
      /// What the participant responded.
      case responses
      /// Whether it was right, partly right or wrong.
      case verdicts
      /// The marks and the score.
      case marks
      /// What is said to the response chosen.
      case reasons
      /// The rationale and the source that everybody gets.
      case rationale
      /// The key.
      case key
    }

    /// When something is shown of a submitted attempt.
    public enum Phase: String, CaseIterable, Codable, Hashable, Sendable {
      /// In the same sitting.
      case rightAfter = "right-after"
      /// Later, while others may still sit the quiz.
      case later
      /// When the quiz has closed.
      case afterClose = "after-close"
    }

    /// Everything there is.
    public static let everything = Set(Detail.allCases)
    /// What gives right answers away.
    public static let answers: Set<Detail> = [.key, .rationale]
    /// What a graded quiz shows before it closes, where its file says nothing else.
    public static let beforeClose: Set<Detail> = [.marks, .verdicts, .responses]

    /// In practice, after each response; in graded quizzes nothing is shown before submitting.
    public var during: Set<Detail>
    /// In the sitting in which the attempt was submitted.
    public var rightAfter: Set<Detail>
    /// Later, while the quiz is open.
    public var later: Set<Detail>
    /// When the quiz has closed.
    public var afterClose: Set<Detail>

    /// Creates rules; everything is shown where nothing else is said.
    public init(
      during: Set<Detail> = everything,
      rightAfter: Set<Detail> = everything,
      later: Set<Detail> = everything,
      afterClose: Set<Detail> = everything
    ) {
      self.during = during
      self.rightAfter = rightAfter
      self.later = later
      self.afterClose = afterClose
    }

    /// What is shown where a file says nothing: everything in practice, and in a graded quiz right
    /// answers only after it has closed.
    public static func usual(in mode: Quiz.Mode) -> Self {
      switch mode {
      case .practice: Self()
      case .graded: Self(rightAfter: beforeClose, later: beforeClose)
      }
    }

    /// Whether right answers are shown while others may still sit the quiz.
    public var tellsAnswersEarly: Bool {
      !rightAfter.union(later).isDisjoint(with: Self.answers)
    }

    /// What a participant can expect to see, in a sentence or two.
    public var outlook: String {
      let atOnce = Self.words(for: rightAfter)
      let first =
        atOnce.isEmpty
        ? "After you submit, no result is shown at once."
        : "After you submit, you see \(atOnce.listed())."
      let more = Self.words(for: afterClose.subtracting(rightAfter))
      return more.isEmpty
        ? first : first + " After the quiz has closed, you also see \(more.listed())."
    }

    private static func words(for details: Set<Detail>) -> [String] {
      Detail.allCases.filter(details.contains).map { detail in
        switch detail {
        case .responses: "your responses"
        case .verdicts: "which responses were right"
        case .marks: "your marks"
        case .reasons: "why they were right or wrong"
        case .rationale: "explanations"
        case .key: "the right answers"
        }
      }
    }

    /// What is shown in a phase.
    public subscript(phase: Phase) -> Set<Detail> {
      switch phase {
      case .rightAfter: rightAfter
      case .later: later
      case .afterClose: afterClose
      }
    }
  }
}
