internal import Curricula

/// When somebody or something can be used: on given days or parts of days, or on all others.
///
/// What lists the only days makes a placement impossible unless one of them holds the whole of it; what
/// takes days away makes it impossible when it shares a minute with them. Whole days are days of the
/// programme; parts of days are told by the clock of whom they concern.
struct Availability {
  /// The days, or parts of days.
  let listed: [Absence]
  /// Whether the subject can be used only then, or only at all other times.
  let isOpen: Bool
  let clock: Clock
  /// The day of each block.
  let dates: [CivilDate]

  /// The shape of it for a subject.
  func shape(of subject: Subject) -> Single {
    let parts: Single.Parts = listed.contains { $0.hours != nil } ? [.block, .start] : .block
    return Single(of: subject, reads: parts, isAlike: true) { isPossible($0) ? 0 : 1 }
  }

  private func isPossible(_ placement: Placement) -> Bool {
    isOpen
      ? listed.contains { minutes(of: placement, in: $0) == length(of: placement) }
      : listed.allSatisfy { minutes(of: placement, in: $0) == 0 }
  }

  private func length(of placement: Placement) -> Int {
    clock.minutes(of: placement).count
  }

  private func minutes(of placement: Placement, in absence: Absence) -> Int {
    guard let hours = absence.hours else {
      return absence.days.contains(dates[placement.block]) ? length(of: placement) : 0
    }
    return clock.minutes(of: placement, within: hours, on: absence.days)
  }
}

/// The days of a trainer or a room: when it can be used, and the words in which it is spoken of.
struct Availabilities {
  let subject: Subject
  /// How the names of the constraints begin, as "trainer".
  let prefix: String
  /// The days away, under a key such as "away".
  let away: (key: String, days: [Absence])
  /// The days that are not sure.
  var tentative: [Absence] = []
  /// The only days.
  let only: [Absence]
  let wording: Wording
  /// What would lift them on one day.
  let onDay: Remedies.OnDay
  /// What the sentences are about, and how readily they can be changed.
  let topic: Statement.Topic
  let standing: Standing
  let zone: Zone

  /// The words for a trainer or a room.
  struct Wording {
    /// What days away mean, as "UNODC cannot come".
    let away: String
    /// What days away with a weight mean, as "UNODC would rather not come".
    let avoid: String
    /// What would change them, as "let UNODC also come".
    let letAway: String
    /// What only days mean, as "UNODC can come only".
    let only: String
    /// What would change them, as "let UNODC come on other days too".
    let letOnly: String
    /// What tentative days mean, as "it is not sure that UNODC can come".
    let tentative: String
  }

  /// The constraints made from them.
  func constraints(in problem: Problem) -> [Constraint] {
    let clock = Clock(of: zone, in: problem)
    let dates = problem.blocks.map(\.date)
    func constraint(
      _ key: String,
      _ standing: Standing,
      _ words: String,
      on listed: [Absence],
      _ remedies: Remedies,
      isOpen: Bool = false
    ) -> Constraint {
      let shape = Availability(listed: listed, isOpen: isOpen, clock: clock, dates: dates)
        .shape(of: subject)
      let origin = Origin(
        "\(prefix)-\(key)",
        isOpen ? .hard : listed[0].weight.level,
        standing,
        Statement(words, on: listed, topic: topic),
        remedies,
        reason: listed[0].reason,
        at: listed[0].location
      )
      return Constraint(origin, shape)
    }
    let taken = away.days.map { absence in
      let words = absence.weight == nil ? wording.away : wording.avoid
      let remedies = Remedies.instruction(
        "\(wording.letAway) \([absence].preposition) \(absence)",
        onDay: onDay,
        as: .days
      )
      return constraint(away.key, standing, words, on: [absence], remedies)
    }
    let unsure = (tentative + only.filter { $0.weight != nil }).map { absence in
      constraint("tentative", .given, wording.tentative, on: [absence], .none)
    }
    guard !only.isEmpty else { return taken + unsure }
    let remedies = Remedies.instruction(wording.letOnly, onDay: onDay, as: .only)
    return taken + unsure
      + [constraint("only", standing, wording.only, on: only, remedies, isOpen: true)]
  }
}
