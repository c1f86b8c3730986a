import Foundation

/// A calendar as a calendar program reads it: its events by their identity.
struct PublishedCalendar {
  /// The events by UID.
  let events: [String: Event]

  /// One event.
  struct Event {
    let values: [String: String]

    var sequence: Int { values["SEQUENCE"].flatMap { Int($0) } ?? -1 }
    var isCancelled: Bool { values["STATUS"] == "CANCELLED" }
    /// When it begins, as a text that sorts by time.
    var begins: String { values["DTSTART"] ?? "" }
    /// The part of the identity that names the session.
    var session: String { String((values["UID"] ?? "").prefix { $0 != "." && $0 != "@" }) }

    /// What a person sees of the event.
    var seen: [String] {
      ["DTSTART", "DTEND", "SUMMARY", "LOCATION", "STATUS", "DESCRIPTION"].map { name in
        // A cancelled event is told without its place.
        isCancelled && (name == "LOCATION" || name == "DESCRIPTION") ? "" : values[name] ?? ""
      }
    }

    /// What a person is told of when it changes: names of others are not among it.
    var told: [String] {
      let lines = (values["DESCRIPTION"] ?? "").components(separatedBy: "\\n")
      return Array(seen.prefix(5)) + (isCancelled ? [] : lines.filter { $0.hasPrefix("  ") })
    }
  }

  /// Reads a file.
  init(_ text: String) {
    let lines = text.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
    var events: [String: Event] = [:]
    var values: [String: String]?
    for line in lines {
      if line == "BEGIN:VEVENT" {
        values = [:]
      } else if line == "END:VEVENT", let read = values {
        events[read["UID"] ?? ""] = Event(values: read)
        values = nil
      } else if values != nil, let colon = line.firstIndex(of: ":") {
        let name = line[..<colon].prefix { $0 != ";" }
        values?[String(name)] = String(line[line.index(after: colon)...])
      }
    }
    self.events = events
  }
}
