public import Curricula
internal import Diagnostics

/// What becomes of a timetable when a trainer cannot come on a day on which they hold something.
public struct Robustness: Sendable {
  /// The trainer, by index.
  public let trainer: Int
  /// The day.
  public let date: CivilDate
  /// The sessions that the trainer holds that day, ascending.
  public let sessions: [Int]
  /// What becomes of the timetable.
  public let effect: Effect

  /// What becomes of the timetable.
  public enum Effect: Sendable {
    /// The programme goes on.
    case survives(Change)
    /// No timetable exists without the trainer on that day.
    case fails
    /// Neither a timetable nor its impossibility was found.
    case open
  }

  /// The least that has to change.
  public struct Change: Sendable {
    /// The sessions held in another block than before, ascending.
    public let moved: [Int]
    /// The number of sessions that must move at least; proved.
    public let bound: Int
    /// The timetable with the change.
    public let timetable: Timetable

    /// Whether it is proved that no fewer sessions can move.
    public var isLeast: Bool { moved.count == bound }
  }
}

extension Robustness {
  /// What has to change at least; `nil` where it is not known that the programme survives.
  public var change: Change? {
    switch effect {
    case .survives(let change): change
    case .fails, .open: nil
    }
  }

  /// What happens in a timetable of a problem, as a sentence without its full stop.
  public func sentence(in problem: Problem) -> String {
    let curriculum = problem.curriculum
    func names(_ sessions: [Int]) -> String {
      sessions.map { "'\(curriculum.sessions[$0].id)'" }.listed()
    }
    let condition =
      "without \(curriculum.trainers[trainer].name) on \(date.spelled) (\(names(sessions))): "
    switch effect {
    case .fails: return condition + "no timetable exists"
    case .open: return condition + "no timetable was found"
    case .survives(let change) where change.moved.isEmpty:
      return condition + "others stand in, and nothing moves"
    case .survives(let change):
      let placements = change.timetable.placements(of: change.moved)
      let moves = change.timetable.gather(placements, by: change.timetable.day(of:)).map {
        "\(names($0.placements.map(\.session))) to \(problem.days[$0.key].date.spelled)"
      }
      let count = change.moved.count
      let least = change.isLeast ? "" : " (at least \(change.bound) in any case)"
      return condition + "\(count.counted("session")) \(count.agreeing("moves", "move"))\(least): "
        + moves.joined(separator: "; ")
    }
  }
}
