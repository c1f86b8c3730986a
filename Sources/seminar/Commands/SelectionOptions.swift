import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Quizzes
import Records

/// Which attempts a command shows.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only this quiz; you can repeat this option.", valueName: "quiz"),
    completion: .quizzes
  )
  var quiz: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Only the quiz of this week; you can repeat this option.",
      valueName: "number"
    ),
    completion: .weeks,
    transform: NumberArgument.week
  )
  var week: [Int] = []

  @Option(
    help: ArgumentHelp(
      "Only participants of this group; you can repeat this option.",
      valueName: "group"
    ),
    completion: .groups
  )
  var group: [String] = []

  @Option(
    help: ArgumentHelp("Only this participant; you can repeat this option.", valueName: "id"),
    completion: .participants
  )
  var participant: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only attempts that are open, submitted, waiting (for marks), passed or failed.",
      valueName: "state"
    )
  )
  var state: [State] = []

  /// How far an attempt has come.
  enum State: String, CaseIterable, ExpressibleByArgument {
    case open, submitted, waiting, passed, failed

    /// The same for the selection.
    fileprivate var selected: AttemptSelection.State {
      switch self {
      case .open: .open
      case .submitted: .submitted
      case .waiting: .waiting
      case .passed: .passed
      case .failed: .failed
      }
    }
  }

  @Option(
    help: ArgumentHelp(
      "Only attempts in which something has happened since this date, such as 2026-12-24 or "
        + "\"2026-12-24 18:00\".",
      valueName: "date"
    )
  )
  var since: String?

  /// The selection, with the names of quizzes looked up.
  ///
  /// - Parameters:
  ///   - more: A quiz named otherwise.
  ///   - workspace: Where quizzes are.
  ///   - markbook: Where attempts are recorded, also of quizzes whose file is gone.
  /// - Returns: The selection.
  /// - Throws: ``Failure`` or `UnknownName`.
  func selection(
    and more: String? = nil,
    in workspace: Workspace,
    _ markbook: Markbook?
  ) throws -> AttemptSelection {
    var selection = AttemptSelection()
    for name in [more].compactMap(\.self) + quiz {
      selection.quizzes.insert(try workspace.recordedQuiz(name, in: markbook))
    }
    for number in week {
      selection.quizzes.insert(try workspace.quizFile("week-\(number)").name)
    }
    selection.groups = Set(group)
    if !group.isEmpty { selection.presentGroup = workspace.presentGroups() }
    selection.participants = Set(participant.map(Participant.normalized))
    selection.states = Set(state.map(\.selected))
    selection.since = try since.map {
      try Instants.read($0, "--since", in: workspace.zone, dayMeans: .first)
    }
    return selection
  }
}

/// Dates and times that are typed behind an option.
enum Instants {
  /// The instant, in the zone of the programme where it has no offset.
  static func read(
    _ text: String,
    _ option: String,
    in zone: Zone,
    dayMeans end: TypedInstant.End
  ) throws -> Timestamp {
    do {
      return try TypedInstant.read(text, in: zone, dayMeans: end)
    } catch {
      switch error {
      case .unreadable:
        throw Failure(
          .usage,
          "'\(option)' is '\(text.prefix(60).visible)', expected a date",
          remedy: "write a date such as 2026-12-24, or with a time \"2026-12-24 18:00\""
        )
      case .skipped(let zone):
        throw Failure(
          .usage,
          "'\(option)' is '\(text.prefix(60).visible)', a time that the clocks in \(zone.city) skip",
          remedy: "write a time an hour earlier or later"
        )
      }
    }
  }
}
