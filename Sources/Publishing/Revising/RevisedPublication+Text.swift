internal import Curricula
internal import Diagnostics
internal import Timetabling

extension RevisedPublication {
  /// The old and the new times side by side, what is proved, and a message for each concerned.
  ///
  /// - Parameter width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80) -> String {
    let curriculum = publication.problem.curriculum
    var page = TextPage(width: width)
    page.write(curriculum.title)
    page.write(
      difference.changes.isEmpty
        ? "Revision \(old.number) as published"
        : "Revision \(old.number) as published, and revision \(new.number) after the change"
    )
    page.rule("═")
    for request in requests { page.write(request + ".") }
    if !requests.isEmpty { page.skip() }
    page.write(counts)
    if let exchange { page.write(exchange) }
    page.write(proof)
    guard !difference.changes.isEmpty else { return page.text }
    page.skip()
    let table = SideBySide(width: page.width)
    table.write("revision \(old.number)", "revision \(new.number)", into: &page)
    page.rule()
    for change in difference.changes {
      page.write((change.after ?? change.before)?.title ?? "", mark: change.session, indent: 10)
      let (before, after) = facts(of: change)
      for index in 0..<max(before.count, after.count) {
        table.write(
          index < before.count ? before[index] : "",
          index < after.count ? after[index] : "",
          into: &page
        )
      }
      page.skip()
    }
    page.write("Times are \(curriculum.zone.city) time (\(curriculum.zone.name)).")
    writeNotices(into: &page)
    return page.text
  }

  /// How much changes: `9 sessions before 21 April 2026 stay unchanged. 1 session changes; …`.
  private var counts: String {
    let held = heldCount
    let past =
      held == 0
      ? "No session took place before \(today.spelled)."
      : "\(held.counted("session")) before \(today.spelled) \(held.agreeing("stays", "stay")) "
        + "unchanged."
    let changed = difference.changes.count
    let open = old.entries.count - held
    guard open > 0 || changed > 0 else { return past + " There is nothing left to change." }
    guard changed > 0 else {
      let unchanged =
        open == 1
        ? "The only session still to come does not have to change"
        : "None of the \(held > 0 ? "other " : "")\(open) has to change"
      return past + " \(unchanged): revision \(old.number) is still possible."
    }
    let days =
      switch (movedDays, changed) {
      case (0, 1): "; it stays on its day"
      case (0, _): ", all on the same day as before"
      case (1, 1): " and moves to another day"
      case (changed, _): ", all of them to another day"
      default: ", \(movedDays) of them to another day"
      }
    let rest =
      switch max(0, open - existing) {
      case 0: ""
      case 1: " The other one stays as published."
      case let count: " The other \(count) stay as published."
      }
    return past
      + " \(changed.counted("session")) \(changed.agreeing("changes", "change"))\(days)." + rest
  }

  /// Which sessions of choices are no longer held, and which take their place.
  private var exchange: String? {
    let curriculum = publication.problem.curriculum
    let dropped = difference.changes.filter {
      $0.after == nil && curriculum.isNotHeld($0.session)
    }.map(\.session)
    guard !dropped.isEmpty else { return nil }
    let added = difference.changes.filter {
      $0.before == nil && curriculum.choice(of: $0.session) != nil
    }.map(\.session)
    let first = "\(dropped.quoted()) no longer \(dropped.count.agreeing("takes", "take")) place"
    return added.isEmpty
      ? first + "."
      : "\(first); \(added.quoted()) \(added.count.agreeing("takes", "take")) place instead."
  }

  private var movedDays: Int {
    let zone = publication.problem.curriculum.zone
    return difference.changes.count { change in
      guard let before = change.before, let after = change.after else { return false }
      return before.wallClock(in: zone).date != after.wallClock(in: zone).date
    }
  }

  /// How many of the changed sessions were published before.
  private var existing: Int { difference.changes.count { $0.before != nil } }

  private var proof: String {
    guard !isMadeByHand else {
      return
        "Penalty for changes \(revised.disturbance) and cost \(revised.solution.cost), "
        + "as planned by hand."
    }
    let least = revised.leastDisturbance
    let valid =
      publication.problem.curriculum.choices.isEmpty
      ? "valid timetable" : "valid timetable that exchanges as few sessions"
    let disturbance =
      revised.disturbance == least
      ? "Penalty for changes \(revised.disturbance), proved: no \(valid) has a lower one."
      : "Penalty for changes \(revised.disturbance); no \(valid) has less than \(least)."
    let solution = revised.solution
    let cost =
      solution.isOptimal
      ? "Cost \(solution.cost): no timetable with this penalty costs less."
      : "Cost \(solution.cost); no timetable with this penalty costs less than \(solution.bound)."
    return "\(disturbance) \(cost)"
  }

  /// What is different of a session, before and after.
  private func facts(
    of change: RevisionDifference.Change
  ) -> (before: [String], after: [String]) {
    let curriculum = publication.problem.curriculum
    func when(_ entry: Revision.Entry) -> String {
      let (day, hours) = entry.span(in: curriculum.zone)
      return "\(day.weekday.name.prefix(3)) \(day.short) \(hours)"
    }
    func trainers(_ entry: Revision.Entry) -> String {
      entry.trainers.map { id in
        // Somebody who has left has the name under which they were published.
        curriculum.trainers.first { $0.id == id }?.name
          ?? old.particulars.people?.trainers.first { $0.id == id }?.name ?? id
      }.joined(separator: "; ")
    }
    func all(_ entry: Revision.Entry) -> [String] {
      [when(entry), entry.roomName, trainers(entry)].compactMap(\.self).filter { !$0.isEmpty }
    }
    guard let before = change.before else {
      return (["(new)"], change.after.map(all) ?? [])
    }
    guard let after = change.after else { return (all(before), ["(cancelled)"]) }
    var facts = (before: [when(before)], after: [when(after)])
    for kind in change.kinds {
      switch kind {
      case .reclocked:
        facts.before += change.clocks.map(\.before)
        facts.after += change.clocks.map(\.after)
      case .relocated where before.roomName != after.roomName:
        facts.before.append(before.roomName ?? "no room")
        facts.after.append(after.roomName ?? "no room")
      case .relocated:
        facts.before.append(before.link ?? "no link")
        facts.after.append(after.link ?? "no link")
      case .restaffed:
        facts.before.append(trainers(before))
        facts.after.append(trainers(after))
      case .regrouped:
        facts.before.append("for \(before.groups.joined(separator: ", "))")
        facts.after.append("for \(after.groups.joined(separator: ", "))")
      case .described:
        for (entry, isBefore) in [(before, true), (after, false)] {
          let text = [entry.kind, entry.moduleTitle].compactMap(\.self).joined(separator: ", ")
          if isBefore { facts.before.append(text) } else { facts.after.append(text) }
        }
      case .retitled:
        facts.before.append("“\(before.title.legible)”")
        facts.after.append("“\(after.title.legible)”")
      case .new, .cancelled, .moved: break
      }
    }
    return facts
  }

  private func writeNotices(into page: inout TextPage) {
    let notices = notices
    page.skip()
    page.rule("═")
    page.write(
      "\(notices.count.counted("message")) to send. Each lists only the changes for its recipient."
    )
    for notice in notices {
      page.rule()
      for line in notice.text(width: min(72, page.width)).split(
        separator: "\n",
        omittingEmptySubsequences: false
      ).dropLast() {
        page.writeLine(String(line))
      }
    }
    page.rule()
  }
}

/// Two columns of text behind a margin.
private struct SideBySide {
  let margin = 10
  let column: Int

  init(width: Int) {
    column = (width - margin - 2) / 2
  }

  func write(_ left: String, _ right: String, into page: inout TextPage) {
    let (left, right) = (left.legible.wrapped(to: column), right.legible.wrapped(to: column))
    for index in 0..<max(left.count, right.count) {
      let first = index < left.count ? left[index] : ""
      let second = index < right.count ? right[index] : ""
      let line =
        String(repeating: " ", count: margin) + first.padded(to: column + 2) + second
      page.writeLine(line.trimmingEnd)
    }
  }
}
