public import Diagnostics

// Typed readings of days, times and zones.
extension Node {
  /// A day written as `2026-03-24`.
  public func date(_ findings: inout Findings) -> CivilDate? {
    let expected = "a day such as 2026-03-24"
    guard let text = text(&findings, expected: expected) else { return nil }
    guard let date = CivilDate(text) else {
      let isShaped = text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil
      mismatch(
        expected: expected,
        &findings,
        remedy: isShaped ? "the calendar has no such day" : "write year-month-day"
      )
      return nil
    }
    return date
  }

  /// A time written as `10:30`, in minutes since midnight.
  public func timeOfDay(_ findings: inout Findings) -> Int? {
    let expected = "a time from 00:00 to 24:00"
    guard let text = text(&findings, expected: expected) else { return nil }
    guard let time = TimeOfDay(text) else {
      mismatch(expected: expected, &findings, remedy: "write hours and minutes, such as 10:30")
      return nil
    }
    return time.minutes
  }

  /// A moment on the programme's clock written as `2026-03-24T10:30`.
  public func moment(_ findings: inout Findings) -> (date: CivilDate, minutes: Int)? {
    let expected = "a day and a time such as 2026-03-24T10:30"
    guard let text = text(&findings, expected: expected) else { return nil }
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(parts[0]), let time = TimeOfDay(parts[1]) else {
      mismatch(expected: expected, &findings, remedy: "write the day, the letter T and the time")
      return nil
    }
    return (date, time.minutes)
  }

  /// A day of the week by its English name.
  public func weekday(_ findings: inout Findings) -> Weekday? {
    choice(of: Weekday.self, &findings)
  }

  /// A time zone by name.
  func zone(_ findings: inout Findings) -> Zone? {
    let expected = "a time zone such as Europe/Vienna"
    guard let text = text(&findings, expected: expected) else { return nil }
    do {
      return try Zone(named: text)
    } catch {
      report(error, of: text, expected: expected, &findings)
      return nil
    }
  }

  private func report(
    _ refusal: Zone.Refusal,
    of name: String,
    expected: String,
    _ findings: inout Findings
  ) {
    switch refusal {
    case .unusable(let reason):
      findings.error(
        at: location,
        "the rules of the zone '\(name.visible)' cannot be used: \(reason)",
        remedy: "install the rules of time zones again (\(ZoneDatabase.inUse.description))"
      )
    case .unknown:
      let city = Zone.names.first { $0.lowercased().hasSuffix("/\(name.lowercased())") }
      mismatch(
        expected: expected,
        &findings,
        remedy: didYouMean(
          city ?? name,
          among: Zone.names,
          otherwise: "use a name of the time zone database, with continent and city"
        )
      )
    }
  }

  /// One day, or a mapping with `from` and `to`.
  public func span(_ findings: inout Findings) -> DateSpan? {
    guard case .mapping = content else {
      guard let day = date(&findings) else { return nil }
      return DateSpan(day)
    }
    guard let fields = Fields(self, of: "span of days", keys: ["from", "to"], &findings) else {
      return nil
    }
    return Self.span(in: fields, &findings)
  }

  /// The days between the values of `from` and `to`.
  static func span(in fields: Fields, _ findings: inout Findings) -> DateSpan? {
    let first = fields.required("from", &findings)?.date(&findings)
    let last = fields.required("to", &findings)?.date(&findings)
    guard let first, let last else { return nil }
    guard let span = DateSpan(from: first, to: last) else {
      findings.error(
        at: fields.location(of: "to"),
        "the last day, \(last), is before the first, \(first)",
        remedy: "exchange 'from' and 'to'"
      )
      return nil
    }
    return span
  }

  /// A weight from 0 to 2 to the power of 40.
  public func weight(_ findings: inout Findings) -> Int? {
    integer(in: 0...Declaration.weightLimit, &findings)
  }

  /// A list of identifiers, each with its place.
  public func names(_ findings: inout Findings) -> [Name] {
    list(&findings).compactMap { node in
      node.identifier(&findings).map { Name(text: $0, location: node.location) }
    }
  }
}

/// A name of something declared elsewhere, with its place.
public struct Name: Hashable, Sendable {
  /// The name.
  public var text: String
  /// Where it stands.
  public var location: Diagnostic.Location
}
