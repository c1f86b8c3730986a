internal import Diagnostics
internal import Foundation

/// An iCalendar file that other programs wrote: when somebody is busy, or which days are holidays.
///
/// Events that are cancelled, or during which a calendar shows its owner as free, do not count.
/// Source: RFC 5545.
struct CalendarFile {
  /// One event on one day or several whole days.
  struct Occurrence: Hashable {
    let name: String
    let days: DateSpan
    /// Minutes since midnight on the clock asked for; `nil` for whole days.
    let hours: Range<Int>?
  }

  private struct Event {
    var identifier = ""
    var name = ""
    var start: CalendarMoment?
    var end: CalendarMoment?
    var duration: Int?
    var recurrence: CalendarRecurrence?
    var additions: [CalendarMoment] = []
    var exceptions: [CalendarMoment] = []
    /// The start that this event replaces in a series.
    var replaced: CalendarMoment?
    var isFree = false
    var isCancelled = false
  }

  private var events: [Event] = []
  private let file: String
  /// The zone of times that name none.
  private let zone: Zone
  private var locations: [String: String] = [:]

  /// Reads a file; what cannot be read is reported.
  init(_ source: SourceText, zone: Zone, _ findings: inout Findings) {
    file = source.file
    self.zone = zone
    let lines = CalendarLine.all(in: source.text)
    guard lines.first?.name == "BEGIN", lines.first?.value.uppercased() == "VCALENDAR" else {
      findings.error(
        at: .init(file: file, line: 1),
        "the file is not an iCalendar file; such a file begins with BEGIN:VCALENDAR",
        remedy: "export the calendar again, as a file that ends in '.ics'"
      )
      return
    }
    readZones(lines)
    var parts: [String] = []
    var event: Event?
    for line in lines {
      switch line.name {
      case "BEGIN":
        parts.append(line.value.uppercased())
        if parts == ["VCALENDAR", "VEVENT"] { event = Event() }
      case "END":
        if parts == ["VCALENDAR", "VEVENT"], let finished = event {
          add(finished, at: line, &findings)
          event = nil
        }
        if parts.last == line.value.uppercased() { parts.removeLast() }
      default:
        guard parts == ["VCALENDAR", "VEVENT"], var known = event else { continue }
        read(line, into: &known, &findings)
        event = known
      }
    }
    guard parts.isEmpty else {
      findings.error(
        at: .init(file: file, line: lines.last?.number ?? 1),
        "the file ends within a \(parts.last ?? "part")",
        remedy: "export the calendar again; the file is not complete"
      )
      return
    }
  }

  /// What happens on some days, on the clock of a zone, in the order of time.
  func occurrences(within span: DateSpan, on clock: Zone) -> [Occurrence] {
    let replaced = Set(
      events.compactMap { event in event.replaced.map { Key(event.identifier, $0) } }
    )
    var found: [Occurrence] = []
    for event in events where !event.isFree && !event.isCancelled {
      guard let start = event.start else { continue }
      let starts =
        event.recurrence?.starts(from: start, until: span.last.adding(days: 1)) ?? [start]
      for moment in starts + event.additions {
        let isOut = event.exceptions.contains { isSame($0, moment) }
        guard !isOut, event.replaced != nil || !replaced.contains(Key(event.identifier, moment))
        else { continue }
        found += parts(of: event, from: moment, start, on: clock)
      }
    }
    return Set(found.filter { $0.days.first <= span.last && span.first <= $0.days.last })
      .sorted { left, right in
        (left.days.first, left.hours?.lowerBound ?? 0, left.name)
          < (right.days.first, right.hours?.lowerBound ?? 0, right.name)
      }
  }

  /// One start of one series.
  private struct Key: Hashable {
    let identifier: String
    let date: CivilDate
    let instant: Date?

    init(_ identifier: String, _ moment: CalendarMoment) {
      self.identifier = identifier
      instant = moment.minutes == nil ? nil : moment.instant
      date = instant == nil ? moment.date : CivilDate(dayNumber: 0)
    }
  }

  /// Whether an exception means a start; one without a time means its whole day.
  private func isSame(_ exception: CalendarMoment, _ start: CalendarMoment) -> Bool {
    exception.minutes == nil || start.minutes == nil
      ? exception.date == start.date : exception.instant == start.instant
  }

  /// The days, or parts of days, that an event takes.
  private func parts(
    of event: Event,
    from moment: CalendarMoment,
    _ first: CalendarMoment,
    on clock: Zone
  ) -> [Occurrence] {
    guard moment.minutes != nil else {
      let length =
        event.end.map { $0.date.days(since: first.date) }
        ?? event.duration.map { ($0 + 1439) / 1440 }
      let last = moment.date.adding(days: max(1, length ?? 1) - 1)
      let days = DateSpan(from: moment.date, to: last) ?? DateSpan(moment.date)
      return [Occurrence(name: event.name, days: days, hours: nil)]
    }
    guard let begins = moment.instant, let origin = first.instant else { return [] }
    let seconds =
      event.end?.instant?.timeIntervalSince(origin) ?? TimeInterval((event.duration ?? 0) * 60)
    guard seconds > 0 else { return [] }
    let (startDay, start) = clock.wallClock(at: begins)
    let (endDay, end) = clock.wallClock(at: begins.addingTimeInterval(seconds))
    return (0...max(0, min(endDay.days(since: startDay), 1000))).compactMap { index in
      let day = startDay.adding(days: index)
      let from = index == 0 ? start : 0
      let to = day == endDay ? end : 1440
      guard from < to else { return nil }
      let isWhole = from == 0 && to == 1440
      return Occurrence(name: event.name, days: DateSpan(day), hours: isWhole ? nil : from..<to)
    }
  }

  private mutating func add(_ event: Event, at line: CalendarLine, _ findings: inout Findings) {
    guard event.start != nil else {
      findings.error(
        at: .init(file: file, line: line.number),
        "the event '\(event.name.visible)' has no start that can be read",
        remedy: "export the calendar again, or remove the event"
      )
      return
    }
    events.append(event)
  }

  private func read(_ line: CalendarLine, into event: inout Event, _ findings: inout Findings) {
    switch line.name {
    case "UID": event.identifier = line.value
    case "SUMMARY": event.name = line.text
    case "STATUS": event.isCancelled = line.value.uppercased() == "CANCELLED"
    case "TRANSP": event.isFree = line.value.uppercased() == "TRANSPARENT"
    case "DTSTART": event.start = moments(line, &findings).first
    case "DTEND": event.end = moments(line, &findings).first
    case "EXDATE": event.exceptions += moments(line, &findings)
    case "RDATE": event.additions += moments(line, &findings)
    case "RECURRENCE-ID": event.replaced = moments(line, &findings).first
    case "DURATION":
      event.duration = Self.minutes(line.value)
      if event.duration == nil { refuse(line, &findings) }
    case "RRULE":
      do {
        event.recurrence = try CalendarRecurrence(line.value, in: zone)
      } catch {
        findings.error(
          at: .init(file: file, line: line.number),
          "the event repeats by a rule that is not read: '\(error.part.visible)'",
          remedy: "write its days into the curriculum, and remove the event from the file"
        )
      }
    default: break
    }
  }

  private func refuse(_ line: CalendarLine, _ findings: inout Findings) {
    findings.error(
      at: .init(file: file, line: line.number),
      "\(line.name) is '\(line.value.prefix(60).visible)', which cannot be read",
      remedy: "export the calendar again, or remove the event"
    )
  }

  private func moments(_ line: CalendarLine, _ findings: inout Findings) -> [CalendarMoment] {
    var zone = zone
    if let name = line.parameters["TZID"] {
      guard let named = self.zone(named: name) else {
        findings.error(
          at: .init(file: file, line: line.number),
          "the time zone '\(name.prefix(60).visible)' is not known",
          remedy: "export the calendar with zones such as Europe/Vienna"
        )
        return []
      }
      zone = named
    }
    return line.value.split(separator: ",").compactMap { part in
      // Of a period only the beginning is read.
      let start = part.split(separator: "/").first ?? part
      if let moment = CalendarMoment(start, in: zone) { return moment }
      refuse(line, &findings)
      return nil
    }
  }

  /// The places that the file itself gives for its zones.
  private mutating func readZones(_ lines: [CalendarLine]) {
    var identifier: String?
    for line in lines {
      if line.name == "TZID" { identifier = line.value }
      if line.name == "X-LIC-LOCATION", let identifier { locations[identifier] = line.value }
    }
  }

  private func zone(named name: String) -> Zone? {
    if name == "UTC" || name == "Etc/UTC" || name == "GMT" { return .utc }
    let parts = name.split(separator: "/")
    // Some programs put their own name and a date before that of the zone.
    let names =
      [name, locations[name] ?? "", parts.suffix(2).joined(separator: "/")]
      + [parts.suffix(3).joined(separator: "/"), OutlookZones.names[name] ?? ""]
    return names.lazy.compactMap { Zone($0) }.first
  }

  /// A duration such as `P1D` or `PT1H30M` in minutes, rounded up.
  private static func minutes(_ text: String) -> Int? {
    let form =
      /\+?P(?:([0-9]{1,4})W)?(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,5})H)?(?:([0-9]{1,5})M)?(?:([0-9]{1,6})S)?)?/
    guard let match = text.wholeMatch(of: form) else { return nil }
    func number(_ text: Substring?) -> Int { text.flatMap { Int($0) } ?? 0 }
    let days = number(match.1) * 7 + number(match.2)
    return days * 1440 + number(match.3) * 60 + number(match.4) + (number(match.5) + 59) / 60
  }
}
