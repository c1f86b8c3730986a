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
      guard let published = before[curriculum.sessions[index].id] else {
        return [notBefore(today, index)]
      }
      return published.date < today
        ? [held(published, index)]
        : [notBefore(today, index), perturbation(from: published, today, weight, index)]
    }
  }

  private func origin(
    _ name: String,
    _ weight: Weight,
    _ words: String,
    of session: Int
  ) -> Origin {
    Origin(
      name,
      weight,
      .given,
      Statement(subject(session), words),
      at: curriculum.sessions[session].location
    )
  }

  private func subject(_ session: Int) -> Subject {
    Subject(session: session, curriculum.sessions[session].id)
  }

  private func notBefore(_ today: CivilDate, _ session: Int) -> Constraint {
    Constraint(
      origin("past", .hard, "cannot be held before \(today.spelled)", of: session),
      .notBefore(subject(session), isPast: blocks.map { $0.date < today })
    )
  }

  private func held(_ published: PublishedPlacement, _ session: Int) -> Constraint {
    let room = curriculum.rooms.firstIndex { $0.id == published.room }
    let trainers = published.trainers.compactMap { name in
      curriculum.trainers.firstIndex { $0.id == name }
    }.sorted()
    let facts = sessions[session]
    return Constraint(
      origin("past", .hard, "was held on \(published.moment)", of: session),
      .held(
        subject(session),
        at: published.start,
        isThatDay: blocks.map { $0.date == published.date },
        in: room.flatMap { facts.rooms.contains($0) ? $0 : nil },
        by: facts.teams.contains { $0.trainers == trainers } ? trainers : nil
      )
    )
  }

  private func perturbation(
    from published: PublishedPlacement,
    _ today: CivilDate,
    _ weight: Weight,
    _ session: Int
  ) -> Constraint {
    let perturbation = Perturbation(
      published: published,
      today: today,
      groups: sessions[session].groups.count,
      dates: blocks.map(\.date),
      weeks: blocks.map(\.week),
      week: curriculum.week(of: published.date),
      rooms: curriculum.rooms.map(\.id),
      trainers: curriculum.trainers.map(\.id)
    )
    return Constraint(
      origin("perturbation", weight, "is published on \(published.moment)", of: session),
      perturbation.shape(of: subject(session))
    )
  }
}

extension PublishedPlacement {
  /// The day and the time for a sentence.
  fileprivate var moment: String {
    "\(date.spelled) at \(TimeOfDay(minutes: start)?.description ?? String(start))"
  }
}
