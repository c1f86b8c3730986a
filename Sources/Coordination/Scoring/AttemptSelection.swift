public import Quizzes
public import Records

/// Which attempts somebody wants to see; where a set is empty, it leaves nothing out.
public struct AttemptSelection: Sendable {
  /// How far an attempt has come.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// It goes on.
    case open
    /// It was handed in, or closed at its deadline.
    case submitted
    /// It was submitted, and a person has yet to mark some of it.
    case waiting
    /// It was submitted and passed.
    case passed
    /// It was submitted and not passed.
    case failed
  }

  /// The names of the quizzes.
  public var quizzes: Set<String> = []
  /// The groups of the participants.
  public var groups: Set<String> = []
  /// The identifiers of the participants.
  public var participants: Set<Participant.ID> = []
  /// The states, of which an attempt needs one.
  public var states: Set<State> = []
  /// Only attempts of which something has been recorded from this instant on.
  public var since: Timestamp?
  /// Names that say nothing, under which participants and attempts are shown; `nil` for their own.
  public var anonymity: Anonymity?

  /// The present name of a group that was renamed since the roster was imported.
  public var presentGroup: @Sendable (String) -> String = { $0 }

  /// Leaves nothing out.
  public init() {}

  /// Whether somebody is in one of the groups, by its present name or an earlier one.
  func includesGroups(of participant: Participant) -> Bool {
    groups.isEmpty
      || !Set(groups.map(presentGroup)).isDisjoint(with: participant.groups.map(presentGroup))
  }

  /// Makes sure that the roster has everybody and every group that is named.
  func checkNames(_ roster: [Participant]) throws(UnknownName) {
    let identifiers = roster.map(\.id)
    for name in participants.sorted() where !identifiers.contains(name) {
      throw .participant(name, among: identifiers)
    }
    let present = roster.reduce(into: Set<String>()) { $0.formUnion($1.groups) }
    let known = Set(present.map(presentGroup))
    for name in groups.sorted() where !known.contains(presentGroup(name)) {
      throw .group(name, among: present.sorted())
    }
  }

  func includes(_ recorded: RecordedAttempt, of participant: Participant?) -> Bool {
    (quizzes.isEmpty || quizzes.contains(recorded.quiz))
      && (participants.isEmpty || recorded.participant.map(participants.contains) ?? false)
      && (groups.isEmpty || participant.map(includesGroups) ?? false)
  }

  func includes(_ reading: AttemptReading) -> Bool {
    if let since, let last = reading.attempt.events.map(\.time).max(), last < since { return false }
    return states.isEmpty || !states.isDisjoint(with: reading.states)
  }
}

extension AttemptReading {
  /// All states that apply.
  fileprivate var states: Set<AttemptSelection.State> {
    guard attempt.submittedAt != nil else { return [.open] }
    var states: Set<AttemptSelection.State> = [.submitted]
    if score?.isFinal == false { states.insert(.waiting) }
    if let isPassed = score?.isPassed { states.insert(isPassed ? .passed : .failed) }
    return states
  }
}
