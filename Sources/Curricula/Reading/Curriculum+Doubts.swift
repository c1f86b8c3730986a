public import Diagnostics

// What is allowed and is probably not meant. Only `check` says it: other commands would repeat it
// each time.
extension Curriculum {
  /// Warnings of what the file says and its author probably did not mean.
  public var doubts: Findings {
    var findings = Findings()
    doubtStart(&findings)
    doubtCalendar(&findings)
    doubtWindows(&findings)
    doubtSessions(&findings)
    doubtGroups(&findings)
    return findings
  }

  private var days: DateSpan {
    DateSpan(from: starts, to: starts.adding(days: weeks * 7 - 1)) ?? DateSpan(starts)
  }

  /// Weeks are counted from the first day: where it is past the block's weekday, the first block comes
  /// almost a week later.
  private func doubtStart(_ findings: inout Findings) {
    let weekdays = Weekday.allCases
    guard let first = blocks.first, !blocks.contains(where: { $0.date.weekday == starts.weekday }),
      ![.saturday, .sunday].contains(starts.weekday),
      let start = weekdays.firstIndex(of: starts.weekday),
      let block = weekdays.firstIndex(of: first.date.weekday), block < start
    else { return }
    findings.warn(
      at: startsLocation,
      "the programme starts on \(starts.weekday.name) \(starts.spelled), but its first block is on "
        + "\(first.date.weekday.name) \(first.date.spelled), \(first.date.days(since: starts)) days later",
      remedy: "let it start on \(starts.adding(days: block - start)) or on \(first.date)"
    )
  }

  private func doubtCalendar(_ findings: inout Findings) {
    for entry in calendar where !entry.days.overlaps(days) {
      let effect =
        switch entry.effect {
        case .closed: "the closed days"
        case .avoid: "the days to avoid"
        case .prefer: "the preferred days"
        }
      findings.warn(
        at: entry.location,
        "\(effect) '\(entry.name)', \(entry.days), are outside the programme, \(days)",
        remedy: "check the year, or remove the entry"
      )
    }
  }

  private func doubtWindows(_ findings: inout Findings) {
    for declaration in declarations where declaration.name == "window" {
      guard case .mapping(let entries) = declaration.argument.content else { continue }
      var unread = Findings()
      func day(_ key: String) -> CivilDate? {
        let value = entries.first { $0.key == key }?.value
        guard case .scalar? = value?.content else { return nil }
        return value?.date(&unread)
      }
      let (from, until) = (day("from"), day("until"))
      guard from != nil || until != nil,
        from.map({ $0 > days.last }) == true
          || until.map({ $0 < days.first }) == true
      else { continue }
      findings.warn(
        at: declaration.location,
        "the window is outside the programme, \(days)",
        remedy: "check the year of the window"
      )
    }
  }

  private func doubtSessions(_ findings: inout Findings) {
    let longest = blocks.map(\.minutes).max() ?? 0
    let offered = rooms.reduce(into: Set<String>()) { $0.formUnion($1.features) }
    for session in sessions {
      if longest > 0, session.minutes > longest {
        findings.warn(
          at: session.location,
          "the session '\(session.id)' takes \(session.minutes) minutes, but the longest block has "
            + "\(longest)",
          remedy: "divide the session, or make a block longer"
        )
      }
      guard !rooms.isEmpty else { continue }
      for feature in session.features.subtracting(offered).sorted() {
        findings.warn(
          at: session.location,
          "the session '\(session.id)' needs '\(feature)', which no room has",
          remedy: didYouMean(
            feature,
            among: offered.sorted(),
            otherwise: "add '\(feature)' to the features of a room"
          )
        )
      }
      let suitable = rooms.filter { room in
        session.rooms.isEmpty ? room.parts.isEmpty : session.rooms.contains(room.id)
      }
      if session.features.isSubset(of: offered), !suitable.isEmpty,
        !suitable.contains(where: { session.features.isSubset(of: $0.features) })
      {
        findings.warn(
          at: session.location,
          "no room has everything that the session '\(session.id)' needs: "
            + session.features.sorted().joined(separator: ", "),
          remedy: "give one room all these features"
        )
      }
    }
  }

  /// Without groups nobody is in two sessions at once, so that sessions may overlap.
  private func doubtGroups(_ findings: inout Findings) {
    let shared = sessions.dropFirst().reduce(Set(sessions.first?.trainers ?? [])) {
      $0.intersection($1.trainers)
    }
    guard groups.isEmpty, sessions.count > 1, rooms.count != 1, shared.isEmpty else { return }
    findings.warn(
      at: sessions[0].location,
      "no group is declared, so that sessions may take place at the same time",
      remedy:
        "declare who attends under 'groups', as in '- {id: all, name: Participants, size: 20}'"
    )
  }
}

extension DateSpan {
  fileprivate func overlaps(_ other: DateSpan) -> Bool {
    first <= other.last && other.first <= last
  }
}
