internal import Curricula

/// A group's days away, and the only days on which it can come.
enum GroupDays {
  static func all(in problem: Problem) -> [Constraint] {
    problem.curriculum.groups.enumerated().flatMap { index, group in
      let name = "the group '\(group.id)'"
      let wording = Availabilities.Wording(
        away: "\(name) cannot come",
        avoid: "\(name) would rather not come",
        letAway: "let \(name) also come",
        only: "\(name) can come only",
        letOnly: "let \(name) come on other days too",
        tentative: "it is not certain that \(name) can come"
      )
      return Availabilities(
        subject: .group(index, in: problem),
        prefix: "group",
        away: ("away", group.away),
        only: group.only,
        wording: wording,
        onDay: .come(name),
        topic: .other,
        standing: .choices,
        zone: group.zone ?? problem.curriculum.zone
      ).constraints(in: problem)
    }
  }
}
