internal import Curricula
internal import Timetabling

extension Publication {
  /// The outcome as plain text, week by week, with what it costs; or why there is no timetable.
  ///
  /// - Parameter width: The most columns of a line; less than 40 counts as 40.
  ///   Places in files are never broken, so that they can be followed.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80) -> String {
    var page = TextPage(width: width)
    writeHeading(into: &page)
    switch outcome {
    case .laidOut:
      for week in weeks { write(week, into: &page) }
      writeCost(into: &page)
    case .infeasible(let conflict):
      page.write(standing)
      page.skip()
      write(conflict, into: &page)
    }
    return page.text
  }

  private func writeHeading(into page: inout TextPage) {
    page.write(curriculum.title)
    if !edition.isEmpty { page.write(edition) }
    page.write(extent)
    page.rule("═")
    if let proposal = curriculum.proposal {
      page.write(proposal)
      page.skip()
    }
    page.write(zoneSentence)
    if case .laidOut = outcome, let notHeld { page.write(notHeld) }
    page.skip()
  }

  private func write(_ week: Week, into page: inout TextPage) {
    let mark = "Week \(week.number)"
    let indent = max(9, mark.count + 2)
    guard !week.days.isEmpty else {
      page.write("no sessions", mark: mark, indent: indent)
      page.skip()
      return
    }
    for (index, module) in week.modules.enumerated() {
      page.write(module.module.title, mark: index == 0 ? mark : "", indent: indent)
    }
    page.rule()
    for day in week.days {
      page.write(day.date.full)
      page.skip()
      for line in day.lines { write(line, into: &page) }
      page.skip()
    }
  }

  private func write(_ line: Line, into page: inout TextPage) {
    let indent = 15
    switch line {
    case .pause(let start, let end):
      let mark = "  \(clockOfStart(start))–\(clock(end))"
      page.write("break, \(spelled(minutes: end - start))", mark: mark, indent: indent)
    case .session(let appointment):
      page.write(appointment.session.title, mark: "  \(appointment.hours)", indent: indent)
      let facts = [
        appointment.dayAfterMidnight, appointment.session.kind.name,
        "\(appointment.session.minutes) min",
        appointment.room?.name, groups(of: appointment).map { "for \($0)" },
        appointment.session.id,
      ]
      page.write(facts.compactMap(\.self).joined(separator: " · "), indent: indent)
      for trainer in appointment.trainers {
        let time = appointment.localTime(of: trainer, away: curriculum.zone)
        page.write(trainer.name + (time.map { " (\($0))" } ?? ""), mark: "", indent: indent)
      }
    }
  }

  private func writeCost(into page: inout TextPage) {
    page.rule("═")
    page.write(standing)
    guard !charges.isEmpty else { return }
    page.skip()
    Self.write(charges, into: &page)
  }

  /// Writes what a timetable costs, constraint by constraint.
  static func write(_ charges: [Charge], into page: inout TextPage) {
    page.write("Constraints that are not fully met, weight × excess = penalty:")
    for charge in charges {
      page.skip()
      page.write(
        "\(charge.origin.sentence) (\(charge.origin.name))",
        mark: "  \(charge.sum)",
        indent: 16
      )
      if let reason = charge.origin.reason { page.write("reason: \(reason)", indent: 16) }
      if !charge.sessions.isEmpty {
        page.write("sessions: \(charge.sessions.joined(separator: ", "))", indent: 16)
      }
      page.write(charge.origin.location, indent: 16)
    }
  }

  /// Writes the lines and the repairs of a conflict.
  func write(_ conflict: Conflict, into page: inout TextPage, cost: String = "cost") {
    if let scope = scopeOfConflict {
      page.write(scope)
      page.skip()
    }
    page.write(Self.lead(of: conflict))
    for (index, line) in conflict.lines.enumerated() {
      page.skip()
      page.write(line.sentence, mark: "  \(index + 1).", indent: 6)
      for reason in line.origins.compactMap(\.reason).uniqued() {
        page.write("reason: \(reason)", indent: 6)
      }
      for place in line.places { page.write(place: place, indent: 6) }
    }
    page.skip()
    write(conflict.repairs, into: &page, cost: cost)
  }

  /// Writes repairs, each with its edit of the file.
  func write(_ repairs: [Conflict.Repair], into page: inout TextPage, cost: String = "cost") {
    page.write(Self.repairLead(repairs))
    Self.write(repairs, into: &page) { page, index in
      page.write(
        Self.sentence(repairs[index], cost: cost),
        mark: "  \(index + 1).",
        indent: 6
      )
    }
  }

  /// Writes repairs, each with its edit of the file, after what is said of it by its index.
  static func write(
    _ repairs: [Conflict.Repair],
    into page: inout TextPage,
    saying sentence: (inout TextPage, Int) -> Void
  ) {
    for (index, repair) in repairs.enumerated() {
      page.skip()
      sentence(&page, index)
      guard let writing = repair.writing else {
        for change in repair.changes { page.write(change.fact.location, indent: 6) }
        continue
      }
      if case .byHand = writing {
        for change in repair.changes { page.write(change.fact.location, indent: 6) }
      }
      page.write(writing, indent: 6)
    }
    guard repairs.contains(where: { $0.writing?.isEdit == true }) else { return }
    page.skip()
    page.write(
      "To write one of them into the file, run the same command again with '--apply' and its code."
    )
  }
}
