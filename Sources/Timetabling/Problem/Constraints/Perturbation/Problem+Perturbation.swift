public import Curricula

extension Problem {
  /// The constraints that keep a problem's timetable near one that was published: what was held stays
  /// as it was, nothing is laid before today, and what is to come costs to move.
  ///
  /// Append them to the problem's own with ``with(constraints:)``.
  ///
  /// - Parameters:
  ///   - published: The timetable last published; of two placements of a session the later counts.
  ///   - today: The first day that can still be changed.
  ///   - weight: What a unit of disturbance costs.
  /// - Returns: One constraint for each session held before today, two for each published from today
  ///   on, and one for each other session.
  public func perturbation(
    from published: [PublishedPlacement],
    today: CivilDate,
    weight: Weight = .soft(1)
  ) -> [Constraint] {
    let before = Dictionary(published.map { ($0.session, $0) }) { _, later in later }
    return curriculum.sessions.indices.flatMap { index -> [Constraint] in
      let subject = Subject(session: index, curriculum.sessions[index].id)
      guard let published = before[curriculum.sessions[index].id] else {
        return [notBefore(today, subject, index)]
      }
      guard published.date >= today else { return [held(published, subject, index)] }
      return [
        notBefore(today, subject, index),
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

  /// Nothing new is laid before today.
  private func notBefore(_ today: CivilDate, _ subject: Subject, _ session: Int) -> Constraint {
    let isPast = blocks.map { $0.date < today }
    return Constraint(
      origin("past", .hard, subject, "cannot be held before \(today.spelled)", session),
      Single(of: subject, reads: .block) { isPast[$0.block] ? 1 : 0 }
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
    let groups = sessions[session].groups.count
    let week = curriculum.week(of: published.date)
    let (rooms, trainers) = (curriculum.rooms.map(\.id), curriculum.trainers.map(\.id))
    let before = Set(published.trainers)
    return Single(of: subject, reads: [.block, .start, .room, .trainers]) { [blocks] placement in
      let block = blocks[placement.block]
      let after = Set(placement.trainers.map { trainers[$0] })
      let change =
        (block.date == published.date ? 0 : block.week == week ? 10 : 15)
        + (placement.start == published.start ? 0 : 2)
        + (placement.room.map { rooms[$0] } == published.room ? 0 : 2)
      let disturbance =
        change * (2 * groups + before.intersection(after).count)
        + before.symmetricDifference(after).count * 10
      let days = min(block.date, published.date).days(since: today)
      return disturbance * (1 + (days < 14 ? 1 : 0) + (days < 7 ? 1 : 0))
    }
  }
}

extension PublishedPlacement {
  /// The day and the time for a sentence.
  fileprivate var moment: String {
    "\(date.spelled) at \(TimeOfDay(minutes: start)?.description ?? String(start))"
  }
}
