internal import Diagnostics

/// A rule that opens blocks: every week on one or more weekdays, or on one day.
struct BlockRule {
  private enum Day {
    case every([Weekday], from: CivilDate?, until: CivilDate?, weeks: [Int]?)
    case on(CivilDate)
  }

  private let day: Day
  private let start: Int
  private let end: Int
  private let location: Diagnostic.Location
  private let groups: [Name]
  private let place: String?

  init?(_ node: Node, _ findings: inout Findings) {
    let keys = ["every", "on", "from", "to", "since", "until", "weeks", "for", "place"]
    guard let fields = Fields(node, of: "block", keys: keys, &findings) else { return nil }
    location = fields.location
    groups = fields["for"]?.names(&findings) ?? []
    place = fields["place"]?.identifier(&findings)
    let start = fields.required("from", &findings)?.timeOfDay(&findings)
    let end = fields.required("to", &findings)?.timeOfDay(&findings)
    let since = fields["since"]?.date(&findings)
    let until = fields["until"]?.date(&findings)
    let weeks = fields["weeks"].map { node in
      node.list(&findings).compactMap { $0.integer(in: 1...1000, &findings) }
    }
    switch (fields["every"], fields["on"]) {
    case (let every?, nil):
      let nodes = every.list(&findings, expected: "a weekday, or a list of weekdays")
      let weekdays = nodes.compactMap { $0.weekday(&findings) }
      guard !weekdays.isEmpty, weekdays.count == nodes.count else { return nil }
      day = .every(weekdays, from: since, until: until, weeks: weeks)
    case (nil, let on?):
      guard let date = on.date(&findings) else { return nil }
      day = .on(date)
    default:
      findings.error(
        at: fields.location,
        "the block must have either 'every' or 'on'",
        remedy: "write 'every: Tuesday' or 'on: 2026-05-26'"
      )
      return nil
    }
    if fields["on"] != nil {
      for key in ["since", "until", "weeks"] where fields[key] != nil {
        findings.error(
          at: fields.location(of: key),
          "a block on one day has '\(key)'",
          remedy: "remove it; it belongs to 'every'"
        )
      }
    }
    guard let start, let end else { return nil }
    guard let last = Hours.end(of: start, end) else {
      findings.error(
        at: fields.location(of: "to"),
        "the block ends before it begins",
        remedy: "write the earlier time under 'from'; a block that passes midnight takes at most "
          + "\(Hours.longestNight / 60) hours"
      )
      return nil
    }
    self.start = start
    self.end = last
  }

  /// The blocks of the rule within the programme; a day outside is reported.
  func blocks(
    from starts: CivilDate,
    weeks: Int,
    zone: Zone,
    groups names: GroupNames,
    _ findings: inout Findings
  ) -> [Block] {
    let people = groups.filter { names.isDeclared($0, &findings) }.flatMap { names.people($0.text) }
    let days: [CivilDate]
    switch day {
    case .every(let weekdays, let since, let until, let chosen):
      let last = starts.adding(days: weeks * 7 - 1)
      let span = DateSpan(from: max(starts, since ?? starts), to: min(last, until ?? last))
      days = (0..<(weeks * 7)).map { starts.adding(days: $0) }.filter {
        weekdays.contains($0.weekday) && span?.contains($0) == true
          && chosen?.contains($0.days(since: starts) / 7 + 1) != false
      }
    case .on(let date): days = [date]
    }
    return days.compactMap { date in
      let week = date.days(since: starts) / 7 + 1
      guard date >= starts, week <= weeks else {
        findings.error(
          at: location,
          "the block on \(date) lies outside the \(weeks) weeks from \(starts)",
          remedy: "move the block, or change 'starts' or 'weeks'"
        )
        return nil
      }
      if let problem = clockProblem(on: date, in: zone) {
        findings.error(
          at: location,
          problem,
          remedy: "choose other times on the day when the clock changes"
        )
        return nil
      }
      var block = Block(date: date, start: start, end: end, week: week, location: location)
      block.groups = people
      block.place = place
      let aims = groups.map(\.text) + [place].compactMap(\.self)
      if !aims.isEmpty { block.id += "@" + aims.joined(separator: "+") }
      return block
    }
  }
  /// What is wrong with the times of the block on a day when the clock changes.
  private func clockProblem(on date: CivilDate, in zone: Zone) -> String? {
    var offsets: Set<Int> = []
    for minutes in [start, end] {
      var instants = zone.instants(on: date, minutes: minutes)
      let (day, time) = date.clock(after: minutes)
      // It may end as the clock changes.
      let last = zone.instants(on: date, minutes: end - 1)
      if minutes == end, instants.count != 1, last.count == 1 { instants = last }
      if instants.isEmpty { return "the clock in \(zone.name) skips \(time) on \(day)" }
      if instants.count > 1 { return "the clock in \(zone.name) shows \(time) twice on \(day)" }
      offsets.formUnion(instants.map(zone.offsetMinutes(at:)))
    }
    let hours = Hours(from: start, to: end, at: location)
    return offsets.count > 1
      ? "the clock in \(zone.name) changes within the block \(hours) on \(date)" : nil
  }
}
