/// What happens to a timetable when trainers cannot come, and what would help.
public struct RobustnessReport: Sendable {
  /// The absences, in the order of days, then of trainers.
  public let absences: [Robustness]
  /// What would help.
  public var advice: RobustnessAdvice

  /// Creates a report.
  public init(absences: [Robustness], advice: RobustnessAdvice) {
    self.absences = absences
    self.advice = advice
  }
}

/// The single changes of the curriculum that would make most absences survivable.
public struct RobustnessAdvice: Sendable {
  /// The changes that help, those that help most first; of each kind only the best few.
  public var precautions: [Precaution]
  /// The changes that were looked into.
  public let tried: Int
  /// How many of them were not decided for every absence.
  public let undecided: Int

  /// Creates advice.
  public init(precautions: [Precaution], tried: Int, undecided: Int) {
    self.precautions = precautions
    self.tried = tried
    self.undecided = undecided
  }

  /// Nothing to advise, because nothing was looked into.
  public static let none = RobustnessAdvice(precautions: [], tried: 0, undecided: 0)
}

/// A single change of the curriculum with which more absences of trainers are survived.
///
/// The timetable stays valid with it, and so does every way out of an absence that is survived anyway.
public struct Precaution: Sendable {
  /// What is changed.
  public let kind: Kind
  /// The change, with its edit of the file, and the soft penalty of the timetable with the change.
  public var repair: Conflict.Repair
  /// The absences that are survived only with it, by their indices, ascending; each by a timetable that
  /// was found.
  public let survived: [Int]
  /// The absences of which it is not known whether they are survived with it, by their indices, ascending.
  public let unknown: [Int]

  /// What is changed.
  public enum Kind: String, Comparable, Sendable {
    /// Somebody more can stand in for a trainer.
    case alternate
    /// One more block is open.
    case opening
    /// One more room, or a room with more seats or features.
    case room

    private var order: Int {
      switch self {
      case .alternate: 0
      case .opening: 1
      case .room: 2
      }
    }

    public static func < (left: Kind, right: Kind) -> Bool { left.order < right.order }
  }

  /// Creates a precaution.
  public init(_ kind: Kind, _ repair: Conflict.Repair, survived: [Int], unknown: [Int]) {
    self.kind = kind
    self.repair = repair
    self.survived = survived
    self.unknown = unknown
  }
}
