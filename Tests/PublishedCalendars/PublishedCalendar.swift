/// A calendar as a calendar program reads it: its events by their identity.
public struct PublishedCalendar: Sendable {
  /// The events by UID.
  public let events: [String: Event]

  /// One event.
  public struct Event: Sendable {
    let values: [String: String]

    /// How often it changed.
    public var sequence: Int { values["SEQUENCE"].flatMap { Int($0) } ?? -1 }
    /// Whether it does not take place.
    public var isCancelled: Bool { values["STATUS"] == "CANCELLED" }
    /// When it begins, as a text that sorts by time.
    public var begins: String { values["DTSTART"] ?? "" }
    /// The part of the identity that names the session.
    public var session: String { String((values["UID"] ?? "").prefix { $0 != "." && $0 != "@" }) }

    /// What a person sees of the event.
    public var seen: [String] {
      ["DTSTART", "DTEND", "SUMMARY", "LOCATION", "STATUS", "DESCRIPTION"].map { name in
        // A cancelled event is told without its place.
        isCancelled && (name == "LOCATION" || name == "DESCRIPTION") ? "" : values[name] ?? ""
      }
    }

    /// What a person is told of when it changes: names of others are not among it.
    public var told: [String] {
      let lines = (values["DESCRIPTION"] ?? "").split(separator: "\\n").map(String.init)
      return Array(seen.prefix(5)) + (isCancelled ? [] : lines.filter { $0.hasPrefix("  ") })
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - moment: Brings the time of an event into a form in which times of all calendars compare.
  public init(_ text: String, moment: (String) -> String = { $0 }) {
    let lines = text.replacing("\r\n ", with: "").split(separator: "\r\n")
    var events: [String: Event] = [:]
    var values: [String: String]?
    for line in lines {
      if line == "BEGIN:VEVENT" {
        values = [:]
      } else if line == "END:VEVENT", let read = values {
        events[read["UID"] ?? ""] = Event(values: read)
        values = nil
      } else if values != nil, let colon = line.firstIndex(of: ":") {
        let name = String(line[..<colon].prefix { $0 != ";" })
        let value = String(line[line.index(after: colon)...])
        values?[name] = name == "DTSTART" || name == "DTEND" ? moment(value) : value
      }
    }
    self.events = events
  }
}
