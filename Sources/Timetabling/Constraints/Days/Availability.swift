internal import Curricula

/// When somebody or something can be used: on given days or parts of days, or on all others.
///
/// Excess: 1 for each placement of the subject that is not possible. What lists the only days makes a
/// placement impossible unless one of them holds the whole of it; what takes days away makes it
/// impossible when it shares a minute with them. Whole days are days of the programme; parts of days
/// are told by the clock of whom they concern.
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

extension Availability {
  /// The words in which a trainer or a room is spoken of.
  struct Wording {
    /// How the names of the constraints begin, as "trainer".
    let prefix: String
    /// What days away mean, as "UNODC cannot come".
    let away: String
    /// What days away with a weight mean, as "UNODC should rather not come".
    let avoid: String
    /// What would change them, as "let UNODC also come".
    let letAway: String
    /// What only days mean, as "UNODC can come only".
    let only: String
    /// What would change them, as "let UNODC come on other days too".
    let letOnly: String
    /// What tentative days mean, as "it is not sure that UNODC can come".
    let tentative: String
    /// What would lift them on one day.
    let onDay: Remedies.OnDay
    /// What the sentences are about, and how readily they can be changed.
    let topic: Statement.Topic
    let standing: Standing
  }

  /// The constraints made from what is said of a trainer or a room.
  static func all(
    of subject: Subject,
    away: [Absence],
    tentative: [Absence] = [],
    only: [Absence],
    awayName: String,
    _ wording: Wording,
    zone: Zone,
    in frame: Frame
  ) -> [Constraint] {
    let clock = Clock(of: zone, in: frame)
    func constraint(_ origin: Origin, _ listed: [Absence], isOpen: Bool) -> Constraint {
      let availability = Availability(
        listed: listed,
        isOpen: isOpen,
        clock: clock,
        dates: frame.blocks.map(\.date)
      )
      return Constraint(origin, availability.shape(of: subject))
    }
    let taken = away.map { absence in
      let sentence = absence.weight == nil ? wording.away : wording.avoid
      let origin = Origin(
        "\(wording.prefix)-\(awayName)",
        absence.weight.level,
        wording.standing,
        Statement(sentence, on: [absence], topic: wording.topic),
        .instruction("\(wording.letAway) on \(absence)", onDay: wording.onDay),
        reason: absence.reason,
        at: absence.location
      )
      return constraint(origin, [absence], isOpen: false)
    }
    let unsure = (tentative + only.filter { $0.weight != nil }).map { absence in
      let origin = Origin(
        "\(wording.prefix)-tentative",
        absence.weight.level,
        .given,
        Statement(wording.tentative, on: [absence], topic: wording.topic),
        reason: absence.reason,
        at: absence.location
      )
      return constraint(origin, [absence], isOpen: false)
    }
    guard let first = only.first else { return taken + unsure }
    let origin = Origin(
      "\(wording.prefix)-only",
      .hard,
      wording.standing,
      Statement(wording.only, on: only, topic: wording.topic),
      .instruction(wording.letOnly, onDay: wording.onDay),
      reason: first.reason,
      at: first.location
    )
    return taken + unsure + [constraint(origin, only, isOpen: true)]
  }
}
