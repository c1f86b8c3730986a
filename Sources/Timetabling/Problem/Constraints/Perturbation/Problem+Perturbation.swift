public import Curricula

extension Problem {
  /// The constraints that keep a problem's timetable near one that was published: what was held stays
  /// as it was, nothing is laid before the present, and what is to come costs to move.
  ///
  /// Append them to the problem's own with ``with(constraints:)``.
  ///
  /// - Parameters:
  ///   - published: The timetable last published; of two placements of a session the later counts.
  ///   - today: The first day that can still be changed.
  ///   - minutes: The minutes of that day that have passed.
  ///   - weight: What a unit of disturbance costs.
  /// - Returns: One constraint for each session that was held, two for each published from then
  ///   on, and one for each other session.
  public func perturbation(
    from published: [PublishedPlacement],
    today: CivilDate,
    at minutes: Int = 0,
    weight: Weight = .soft(1)
  ) -> [Constraint] {
    let opening = Opening(today, minutes: minutes)
    let before = Dictionary(published.map { ($0.session, $0) }) { _, later in later }
    return curriculum.sessions.indices.flatMap { index -> [Constraint] in
      let subject = Subject(session: index, curriculum.sessions[index].id)
      guard let published = before[curriculum.sessions[index].id] else {
        return [notBefore(opening, subject, index)]
      }
      guard !opening.isAfter(published.date, at: published.start) else {
        return [held(published, subject, index)]
      }
      return [
        notBefore(opening, subject, index),
        Constraint(
          origin("perturbation", weight, subject, "is published on \(published.moment)", index),
          moved(published, today, subject, index)
        ),
      ]
    }
  }

  private func origin(
    _ name: String,
    _ weight: Weight,
    _ subject: Subject,
    _ words: String,
    _ session: Int
  ) -> Origin {
    let place = curriculum.sessions[session].location
    return Origin(name, weight, .given, Statement(subject, words), at: place)
  }

  /// Nothing new is laid before the present.
  private func notBefore(_ opening: Opening, _ subject: Subject, _ session: Int) -> Constraint {
    let leastStarts = blocks.map { block in
      max(0, opening.day.days(since: block.date) * 1440 + opening.minutes)
    }
    let time = TimeOfDay(minutes: opening.minutes).map { " at \($0)" } ?? ""
    let moment = opening.day.spelled + (opening.minutes > 0 ? time : "")
    let dividesABlock = zip(blocks, leastStarts).contains { $0.start < $1 && $1 < $0.end }
    return Constraint(
      origin("past", .hard, subject, "cannot be held before \(moment)", session),
      Single(of: subject, reads: dividesABlock ? [.block, .start] : .block) {
        $0.start < leastStarts[$0.block] ? 1 : 0
      }
    )
  }

  /// What was held stays as it was; the room and the trainers, ascending, count only where the session
  /// can still have them.
  private func held(
    _ published: PublishedPlacement,
    _ subject: Subject,
    _ session: Int
  ) -> Constraint {
    let facts = sessions[session]
    let known = curriculum.rooms.firstIndex { $0.id == published.room }
    let room = known.flatMap { facts.rooms.contains($0) ? $0 : nil }
    let named = published.trainers.compactMap { name in
      curriculum.trainers.firstIndex { $0.id == name }
    }.sorted()
    let trainers = facts.teams.contains { $0.trainers == named } ? named : nil
    let isThatDay = blocks.map { $0.date == published.date }
    return Constraint(
      origin("past", .hard, subject, "was held on \(published.moment)", session),
      Single(of: subject, reads: [.block, .start, .room, .trainers]) { placement in
        let isKept =
          isThatDay[placement.block] && placement.start == published.start
          && (room == nil || room == placement.room)
          && (trainers == nil || trainers == placement.trainers)
        return isKept ? 0 : 1
      }
    )
  }

  /// What was published costs to move, more the nearer it is: how much changes for all whom it
  /// concerns, times how near the published day or the new one is.
  private func moved(
    _ published: PublishedPlacement,
    _ today: CivilDate,
    _ subject: Subject,
    _ session: Int
  ) -> Single {
    let groups = Set(sessions[session].groups.map { curriculum.groups[$0].id })
    let groupsBefore = published.groups.map { Set($0) } ?? groups
    let staying = groups.intersection(groupsBefore).count
    let others = groups.symmetricDifference(groupsBefore).count
    let isThatLong = published.minutes.map { $0 == sessions[session].minutes } ?? true
    let week = curriculum.week(of: published.date)
    let (rooms, trainers) = (curriculum.rooms.map(\.id), curriculum.trainers.map(\.id))
    let before = Set(published.trainers)
    return Single(of: subject, reads: [.block, .start, .room, .trainers]) { [blocks] placement in
      let block = blocks[placement.block]
      let after = Set(placement.trainers.map { trainers[$0] })
      let change =
        (block.date == published.date ? 0 : block.week == week ? 10 : 15)
        + (placement.start == published.start && isThatLong ? 0 : 2)
        + (placement.room.map { rooms[$0] } == published.room ? 0 : 2)
      let disturbance =
        change * (2 * staying + before.intersection(after).count)
        + before.symmetricDifference(after).count * 10 + others * 20
      let days = min(block.date, published.date).days(since: today)
      return disturbance * (1 + (days < 14 ? 1 : 0) + (days < 7 ? 1 : 0))
    }
  }
}

extension PublishedPlacement {
  /// The day and the time for a sentence.
  fileprivate var moment: String {
    let (day, time) = date.clock(after: start)
    return "\(day.spelled) at \(time)"
  }
}
