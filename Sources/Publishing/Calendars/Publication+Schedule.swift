internal import Curricula
internal import Foundation
internal import Timetabling

extension Publication {
  /// The timetable for conference apps, in the form `schedule.xml` of Pentabarf and frab, which they read.
  ///
  /// - Parameter edition: What the calendar says of its history; its identities are those of the events here.
  /// - Returns: The file; `nil` when there is no timetable.
  func schedule(_ edition: CalendarEdition?) -> String? {
    guard case .laidOut = outcome, let first = appointments.first, let last = appointments.last
    else { return nil }
    var file = ScheduleText()
    let days = appointments.map(\.date).uniqued()
    file.element("schedule") { file in
      file.element("version", edition.map { curriculum.zone.timestamp(of: $0.stamp) } ?? "1")
      file.element("conference") { file in
        file.element("acronym", curriculum.id)
        file.element("title", calendarName)
        if let place = curriculum.place { file.element("venue", place) }
        file.element("start", first.date.description)
        file.element("end", last.date.description)
        file.element("days", "\(days.count)")
        file.element("timeslot_duration", clock(curriculum.grid))
        file.element("time_zone_name", curriculum.zone.name)
      }
      for (index, day) in days.enumerated() {
        let held = appointments.filter { $0.date == day }
        let attributes = [
          ("index", "\(index + 1)"), ("date", day.description),
          ("start", curriculum.zone.timestamp(of: held.map(\.begins).min() ?? first.begins)),
          ("end", curriculum.zone.timestamp(of: held.map(\.ends).max() ?? last.ends)),
        ]
        file.element("day", attributes) { file in
          for room in held.map(Self.roomName).uniqued() {
            file.element("room", [("name", room)]) { file in
              for appointment in held where Self.roomName(of: appointment) == room {
                write(appointment, edition, into: &file)
              }
            }
          }
        }
      }
    }
    return file.text
  }

  private static func roomName(of appointment: Appointment) -> String {
    appointment.room?.name ?? "Online"
  }

  private func write(
    _ appointment: Appointment,
    _ edition: CalendarEdition?,
    into file: inout ScheduleText
  ) {
    let session = appointment.session
    let identity = uniqueIdentifier(of: edition?.identities[session.id] ?? session.id)
    let digest = Digest(of: identity)
    file.element("event", [("guid", digest.identifier), ("id", "\(digest.number)")]) { file in
      file.element("date", curriculum.zone.timestamp(of: appointment.begins))
      file.element("start", clockOfStart(appointment.start))
      file.element("duration", clock(session.minutes))
      file.element("room", Self.roomName(of: appointment))
      file.element("slug", "\(curriculum.id)-\(session.id)")
      if let link = appointment.room?.webLink { file.element("url", link) }
      file.element("title", session.title)
      file.element("track", appointment.module.title)
      file.element("type", session.kind.name)
      file.element("abstract", appointment.note ?? description(of: appointment))
      file.element("persons") { file in
        for trainer in appointment.trainers {
          let person = Digest(of: "\(trainer.id)@\(curriculum.id)")
          file.element("person", trainer.name, [("id", "\(person.number)")])
        }
      }
    }
  }
}

/// XML being written, without white space that would count.
private struct ScheduleText {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private var depth = 0

  mutating func element(
    _ name: String,
    _ attributes: [(String, String)] = [],
    _ content: (inout ScheduleText) -> Void
  ) {
    text += "\(indent)<\(name)\(written(attributes))>\n"
    depth += 1
    content(&self)
    depth -= 1
    text += "\(indent)</\(name)>\n"
  }

  mutating func element(_ name: String, _ value: String, _ attributes: [(String, String)] = []) {
    text += "\(indent)<\(name)\(written(attributes))>\(Self.escaped(value))</\(name)>\n"
  }

  private var indent: String { String(repeating: "  ", count: depth) }

  private func written(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(Self.escaped($1))\"" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "\n"
      // XML has no other control characters, and no noncharacters.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
      case _: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// A number and an identifier that stay the same for the same text: FNV-1a, in two directions.
private struct Digest {
  private let forth: UInt64
  private let back: UInt64

  init(of text: String) {
    func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
    forth = hash(text.utf8)
    back = hash(text.utf8.reversed())
  }

  /// A number that every program can hold.
  var number: UInt32 { UInt32(truncatingIfNeeded: forth) >> 1 }

  /// A UUID of version 8 (RFC 9562), which says nothing of how it was made.
  var identifier: String {
    let high = forth & 0xffff_ffff_ffff_0fff | 0x8000
    let low = back & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    let digits = [high, low].map { word in
      let text = String(word, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    let ends = [8, 12, 16, 20, 32]
    return zip([0] + ends, ends).map { from, to in
      String(digits.dropFirst(from).prefix(to - from))
    }.joined(separator: "-")
  }
}
