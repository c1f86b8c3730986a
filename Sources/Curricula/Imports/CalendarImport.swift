public import Diagnostics

/// What a curriculum took from a calendar file, for people to look at.
public struct CalendarImport: Hashable, Sendable {
  /// Where the file is named.
  public var location: Diagnostic.Location
  /// The name of the file, as written.
  public var name: String
  /// Whom it concerns: a trainer or a room; `nil` for the programme.
  public var subject: String?
  /// The days and parts of days in the order of time, each with its event's name.
  public var entries: [String]
  /// How many events were left out because they take only a part of a day.
  public var leftOut: Int
}

/// Puts what calendar files say in the place of their names, before a curriculum is read.
struct CalendarImports {
  private let source: SourceText
  private let zone: Zone
  private let span: DateSpan
  private(set) var imports: [CalendarImport] = []
  private(set) var findings = Findings()

  /// Calendars are read for the days of a programme, which must be known.
  init?(_ source: SourceText, _ root: Node, starts chosen: CivilDate?) {
    var unread = Findings()
    guard !source.attachments.isEmpty || source.text.holds(".ics"),
      let zone = root["zone"]?.zone(&unread),
      let starts = chosen ?? root["starts"]?.date(&unread),
      let weeks = root["weeks"]?.integer(in: 1...1000, &unread),
      let span = DateSpan(from: starts, to: starts.adding(days: weeks * 7 - 1))
    else { return nil }
    self.source = source
    self.zone = zone
    self.span = span
  }

  /// The values of the curriculum with all days written out.
  mutating func expand(_ root: Node) -> Node {
    root.mapping { key, value in
      switch key {
      case "calendar": return holidays(in: value)
      case "trainers", "rooms": return value.listing { [expandResource($0)] }
      default: return value
      }
    }
  }

  private mutating func expandResource(_ node: Node) -> Node {
    var unread = Findings()
    let zone = node["zone"].flatMap { $0.zone(&unread) } ?? zone
    let subject = node["id"]?.text(&unread)
    return node.mapping { key, value in
      guard ["away", "tentative", "only", "closed"].contains(key) else { return value }
      return value.listing(wraps: "calendar") { element in
        guard let name = element["calendar"] else { return [element] }
        return days(of: name, beside: element, for: subject, on: zone)
      }
    }
  }

  private mutating func days(
    of name: Node,
    beside element: Node,
    for subject: String?,
    on zone: Zone
  ) -> [Node] {
    let occurrences = read(name, on: zone)
    note(name, subject, occurrences, leftOut: 0)
    return occurrences.map { occurrence in
      var entries = [
        ("from", occurrence.days.first.description), ("to", occurrence.days.last.description),
      ]
      if !occurrence.name.isEmpty { entries.append(("reason", occurrence.name)) }
      var node = Node(entries, at: element.location)
      if let hours = occurrence.hours {
        let times = [hours.lowerBound, hours.upperBound].map {
          TimeOfDay(minutes: $0)?.description ?? ""
        }
        node = node.adding(
          "hours",
          Node([("from", times[0]), ("to", times[1])], at: element.location)
        )
      }
      if let weight = element["weight"] { node = node.adding("weight", weight) }
      return node
    }
  }

  private mutating func holidays(in value: Node) -> Node {
    value.listing(wraps: "import") { element in
      guard let name = element["import"] else { return [element] }
      let occurrences = read(name, on: zone)
      let whole = occurrences.filter { $0.hours == nil }
      note(name, nil, whole, leftOut: occurrences.count - whole.count)
      return whole.map { occurrence in
        let days = Node(
          [
            ("from", occurrence.days.first.description), ("to", occurrence.days.last.description),
          ],
          at: element.location
        )
        let title = occurrence.name.isEmpty ? "closed" : occurrence.name
        let node = Node([("name", title)], at: element.location)
        guard let weight = element["weight"] else { return node.adding("closed", days) }
        return node.adding("avoid", days).adding("weight", weight)
      }
    }
  }

  private mutating func note(
    _ name: Node,
    _ subject: String?,
    _ occurrences: [CalendarFile.Occurrence],
    leftOut: Int
  ) {
    var unread = Findings()
    let entries = occurrences.map { occurrence in
      let hours = occurrence.hours.map { hours in
        ", "
          + [hours.lowerBound, hours.upperBound]
          .compactMap { TimeOfDay(minutes: $0)?.description }.joined(separator: " to ")
      }
      let title = occurrence.name.isEmpty ? "" : " (\(occurrence.name.visible))"
      return "\(occurrence.days)\(hours ?? "")\(title)"
    }
    imports.append(
      CalendarImport(
        location: name.location,
        name: name.text(&unread) ?? "",
        subject: subject,
        entries: entries,
        leftOut: leftOut
      )
    )
  }

  private mutating func read(_ node: Node, on zone: Zone) -> [CalendarFile.Occurrence] {
    guard let name = node.text(&findings, expected: "the name of a calendar file") else {
      return []
    }
    guard let attachment = source.attachments[name] else {
      let isNamed = name.lowercased().hasSuffix(".ics")
      findings.error(
        at: node.location,
        isNamed
          ? "the calendar file '\(name.visible)' cannot be found or read"
          : "found '\(name.visible)', expected the name of a file that ends in '.ics'",
        remedy: isNamed
          ? "put it into the folder of the curriculum, or write its path from there"
          : "export the calendar as an iCalendar file"
      )
      return []
    }
    let file = CalendarFile(attachment, zone: zone, &findings)
    return file.occurrences(within: span, on: zone)
  }
}

extension Node {
  /// The value of a key in a mapping.
  fileprivate subscript(key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// A mapping of texts.
  fileprivate init(_ texts: [(key: String, value: String)], at location: Diagnostic.Location) {
    let entries = texts.map { key, value in
      Entry(
        key: key,
        location: location,
        value: Node(content: .scalar(value, isQuoted: true), location: location)
      )
    }
    self.init(content: .mapping(entries), location: location)
  }

  /// The mapping with one more entry.
  fileprivate func adding(_ key: String, _ value: Node) -> Node {
    guard case .mapping(let entries) = content else { return self }
    let entry = Entry(key: key, location: value.location, value: value)
    return Node(content: .mapping(entries + [entry]), location: location)
  }

  /// The mapping with other values; other content stays.
  fileprivate func mapping(_ change: (String, Node) -> Node) -> Node {
    guard case .mapping(let entries) = content else { return self }
    let changed = entries.map {
      Entry(key: $0.key, location: $0.location, value: change($0.key, $0.value))
    }
    return Node(content: .mapping(changed), location: location)
  }

  /// The list with other elements; a mapping with one key stands for a list of it.
  fileprivate func listing(wraps key: String? = nil, _ change: (Node) -> [Node]) -> Node {
    switch content {
    case .list(let nodes): Node(content: .list(nodes.flatMap(change)), location: location)
    case .mapping where key.map { self[$0] != nil } == true:
      Node(content: .list(change(self)), location: location)
    case .mapping, .scalar: self
    }
  }
}
