public import Curricula
public import Quizzes
public import Records

/// How the participants of a programme stand with each of its quizzes, and who passes.
public struct ProgrammeProgress: Sendable {
  /// A quiz of the programme.
  public struct Column: Sendable {
    /// The full name.
    public let name: String
    /// The name without its folder.
    public let shortName: String
    /// The mark by which a narrow table names it: its week, or a letter.
    public let label: String
    /// The quiz as its file has it now.
    public let quiz: Quiz
    /// The week of its module; `nil` where it belongs to none.
    public let week: Int?
    /// The standard error of a score in percent; `nil` where the attempts do not allow to say.
    public let standardError: Double?
  }

  /// A participant with a cell for each quiz.
  public struct Row: Sendable {
    /// The participant.
    public let participant: Participant
    /// How the participant stands with each quiz, in the order of the columns.
    public let cells: [Cell]
    /// How much of the programme was attended; `nil` where that was not recorded.
    public let attendance: Attendance?
    /// Whether the participant passes; `nil` where the programme has no rule.
    public let verdict: PassVerdict?
  }

  /// An attempt that goes on.
  public struct Sitting: Sendable {
    /// Who sits.
    public let participant: Participant
    /// The quiz's name.
    public let quiz: String
    /// When the attempt began.
    public let startedAt: Timestamp
    /// When the participant last did something in it.
    public let lastAt: Timestamp
    /// When it ends by itself.
    public let deadline: Timestamp?
    /// Whether the participant has left and can come back.
    public let isAway: Bool
  }

  /// The curriculum as its file has it now.
  public let curriculum: Curriculum
  /// The present.
  public let now: Timestamp
  /// The quizzes in the order of the weeks.
  public let columns: [Column]
  /// The participants in the order of the roster.
  public let rows: [Row]
  /// The attempts that go on, the earliest first.
  public let sittings: [Sitting]
  /// By which rule participants pass; `nil` where the programme has none.
  public let rule: AppliedRule?
  /// How much more the participants knew after the programme than before; `nil` where nobody sat both.
  public let gain: Gain?
  /// The names of quizzes that cannot be read and are left out.
  public let unreadable: [String]

  /// The zone in which instants are shown.
  public var zone: Zone { curriculum.zone }

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
