public import Curricula
public import Quizzes
public import Records

/// How the participants of a self-paced programme stand with the courses of their paths.
public struct PathProgress: Sendable {
  /// How somebody stands with a course.
  public enum State: Hashable, Sendable {
    /// All of its quizzes are passed; the last one on this day.
    case passed(on: CivilDate)
    /// The coordinator recorded that it was done on this day.
    case recorded(on: String)
    /// An attempt at its quiz goes on, or waits for marks.
    case underWay
    /// Its quiz was sat and not passed; another attempt may be possible.
    case notPassed
    /// It can be taken now.
    case open
    /// Other courses must be done first.
    case locked
    /// It is only announced.
    case announced

    /// Whether the course is done.
    public var isDone: Bool {
      switch self {
      case .passed, .recorded: true
      case .underWay, .notPassed, .open, .locked, .announced: false
      }
    }

    /// The day on which the course was done.
    public var day: String? {
      switch self {
      case .passed(let day): day.description
      case .recorded(let day): day
      case .underWay, .notPassed, .open, .locked, .announced: nil
      }
    }
  }

  /// How somebody stands with a path.
  public struct Standing: Sendable {
    /// The path.
    public let path: LearningPath
    /// How many of the required courses are done.
    public let done: Int
    /// How many courses are required.
    public let required: Int
    /// How many of the optional courses are done.
    public let optional: Int
    /// The day on which the last required course was done, where all are; else `nil`.
    public let completed: String?
    /// How long the required courses that are not done take together; `nil` where it is not known.
    public let left: StudyTime?
    /// The first required course that can be taken now.
    public let next: Course?
  }

  /// A participant.
  public struct Row: Sendable {
    /// Who it is.
    public let participant: Participant
    /// How the participant stands with each course, in the order of the programme.
    public let states: [State]
    /// The percentage that counts in the quizzes of each course; `nil` where none was handed in.
    public let percents: [Rational?]
    /// How the participant stands with each path that the roster names as a group.
    public let paths: [Standing]
  }

  /// The programme.
  public let programme: SelfPacedProgramme
  /// The present.
  public let now: Timestamp
  /// The participants in the order of the roster.
  public let rows: [Row]
  /// The names of quizzes that cannot be read and are left out.
  public let unreadable: [String]
  /// The short names of the quizzes of each course.
  let quizzes: [String: [String]]

  /// The row of a participant.
  ///
  /// - Throws: ``UnknownName``.
  public func row(of id: Participant.ID) throws(UnknownName) -> Row {
    if let row = rows.first(where: { $0.participant.id == Participant.normalized(id) }) {
      return row
    }
    throw .participant(id, among: rows.map(\.participant.id))
  }
}
