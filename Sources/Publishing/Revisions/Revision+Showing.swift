public import Curricula
internal import Foundation

extension Revision {
  /// The revision as people read it, week by week.
  ///
  /// - Parameters:
  ///   - zone: The zone of its times.
  ///   - width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(in zone: Zone, width: Int = 80) -> String {
    var page = TextPage(width: width)
    page.write("Revision \(number), published \(zone.shortTimestamp(of: published))")
    page.rule("═")
    for week in entries.map(\.week).uniqued() {
      page.write("Week \(week)")
      page.rule()
      let held = entries.filter { $0.week == week }
      for day in held.map({ $0.wallClock(in: zone).date }).uniqued() {
        page.write(day.full)
        page.skip()
        for entry in held where entry.wallClock(in: zone).date == day {
          page.write(entry.title, mark: "  \(entry.span(in: zone).hours)", indent: 15)
          let facts: [String?] = [
            entry.roomName, entry.trainers.joined(separator: ", "), entry.session,
          ]
          page.write(
            facts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · "),
            indent: 15
          )
        }
        page.skip()
      }
    }
    for missed in particulars.notHeld {
      let day = zone.wallClock(at: missed.begins).date
      page.write("\(missed.session) did not take place on \(day.full): \(missed.reason.legible)")
    }
    for waiver in particulars.waivers {
      page.write("Allowed although a rule says otherwise: \(waiver.words)")
    }
    page.write("Times are \(zone.city) time (\(zone.name)).")
    return page.text
  }

  /// The revision as a table, a row a session in the order of time.
  public func sheet(in zone: Zone) -> Sheet {
    var sheet = Sheet(
      "Revision \(number)",
      columns: [
        .init("week", .number), .init("date"), .init("start"), .init("end"), .init("session"),
        .init("title"), .init("room"), .init("trainers"), .init("groups"), .init("zone"),
        .init("starts-at", .instant), .init("ends-at", .instant),
      ],
      zone: zone
    )
    for entry in entries {
      let (day, hours) = entry.span(in: zone)
      sheet.append([
        .number(entry.week), .text(day.description), .text(String(hours.prefix(5))),
        .text(String(hours.suffix(5))),
        .text(entry.session), .text(entry.title), Sheet.Cell(entry.room),
        .text(entry.trainers.joined(separator: "; ")),
        .text(entry.groups.joined(separator: "; ")), .text(zone.name), .instant(entry.begins),
        .instant(entry.ends),
      ])
    }
    return sheet
  }

  /// The revision as a JSON document, version 1.
  ///
  /// - Parameters:
  ///   - zone: The zone of its times.
  ///   - notes: What else is to be said of it, such as the state of the record it is from.
  /// - Returns: The document.
  public func json(in zone: Zone, notes: KeyValuePairs<String, String> = [:]) -> String {
    let remarks: [(String, JSON)] = notes.map { ($0.key, .text($0.value)) }
    return JSON.object(
      [
        ("format", .text("seminar-published")), ("version", .integer(1)),
        ("revision", .integer(number)), ("published", .text(zone.timestamp(of: published))),
        ("zone", .text(zone.name)),
      ] + remarks + [
        (
          "placements",
          .list(
            entries.map { entry in
              .object([
                ("session", .text(entry.session)), ("title", .text(entry.title)),
                ("week", .integer(entry.week)), ("block", .text(entry.block)),
                ("start", .text(zone.timestamp(of: entry.begins))),
                ("end", .text(zone.timestamp(of: entry.ends))), ("room", .optional(entry.room)),
                ("trainers", .texts(entry.trainers)), ("groups", .texts(entry.groups)),
              ])
            }
          )
        ),
        ("people", particulars.people?.json ?? .null),
        ("formerly", particulars.renamings.json),
        (
          "notHeld",
          .list(
            particulars.notHeld.map { missed in
              .object([
                ("session", .text(missed.session)),
                ("start", .text(zone.timestamp(of: missed.begins))),
                ("reason", .text(missed.reason)),
              ])
            }
          )
        ),
        ("waivers", .list(particulars.waivers.map(\.json))),
      ]
    ).document
  }
}

extension Revision.People {
  /// Whom a revision named, for programs.
  fileprivate var json: JSON {
    func list(_ people: [Revision.Person]) -> JSON {
      .list(
        people.map { person in
          .object([
            ("id", .text(person.id)), ("name", .text(person.name)),
            ("email", .optional(person.email)), ("zone", .optional(person.zone)),
          ])
        }
      )
    }
    return .object([
      ("groups", list(groups)), ("rooms", list(rooms)), ("trainers", list(trainers)),
    ])
  }
}

extension Renamings {
  /// What got another name, for programs.
  fileprivate var json: JSON {
    func names(_ successors: [String: [String]]) -> JSON {
      .object(successors.sorted { $0.key < $1.key }.map { ($0.key, .texts($0.value)) })
    }
    return .object([
      ("sessions", names(sessions)), ("groups", names(groups)), ("rooms", names(rooms)),
      ("trainers", names(trainers)),
    ])
  }
}
