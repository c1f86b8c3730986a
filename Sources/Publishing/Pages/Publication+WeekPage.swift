internal import Curricula
internal import Timetabling

extension Publication {
  /// The timetable as weeks side by side, a column a day, sessions to scale.
  ///
  /// Sessions at the same time stand beside each other. Every session leads to its line in the list.
  func weekPage(in folder: Folder) -> String {
    page(.weeks) {
      heading
      links(in: folder, from: .weeks)
      element(.main, .id("timetable")) {
        let held = weeks.filter { !$0.days.isEmpty }
        element(.div, .style("weeks"), .measures(["columns": Self.columns(of: held)])) {
          for week in held { grid(week) }
        }
      }
    }
  }

  /// How many days stand beside each other on paper: whole weeks, up to ten days.
  private static func columns(of weeks: [Week]) -> Int {
    let days = weeks.map(\.days.count).max() ?? 1
    return min(max(1, 10 / days), weeks.count) * days
  }

  private func grid(_ week: Week) -> Markup {
    let first = week.days.flatMap(\.held).map(\.start).min() ?? 0
    return element(
      .section,
      .style("grid"),
      .labelled(by: "week-\(week.number)"),
      .measures(["days": week.days.count])
    ) {
      element(.h2, .id("week-\(week.number)")) { "Week \(week.number)" }
      moduleList(of: week)
      element(.div, .style("days")) {
        for day in week.days { column(day, from: first) }
      }
    }
  }

  /// A day as rows from one start or end to the next: as high as they last, and higher where a text
  /// needs it.
  private func column(_ day: Day, from first: Int) -> Markup {
    let lanes = Lane.all(of: day.held)
    let width = lanes.map(\.count).max() ?? 1
    let moments = Set([first] + day.held.flatMap { [$0.start, $0.end] }).sorted()
    let rows = Dictionary(uniqueKeysWithValues: zip(moments, 1...))
    func row(_ moment: Int) -> Int { rows[moment] ?? 1 }
    let pauses = zip(moments, moments.dropFirst()).filter { begin, end in
      !day.held.contains { $0.start < end && $0.end > begin }
    }
    return element(.div, .style("day")) {
      element(.h3) { "\(day.date.weekday.name) \(day.date.short)" }
      element(.ol, .measures(["lanes": width])) {
        for (begin, end) in pauses {
          element(
            .li,
            .style("pause"),
            .decoration,
            .measures([
              "minutes": end - begin, "row": row(begin), "rows": 1, "lane": 1, "width": width,
            ])
          ) {}
        }
        for (appointment, lane) in zip(day.held, lanes) {
          element(
            .li,
            .style("slot", Self.hue(appointment.moduleNumber)),
            .measures([
              "minutes": appointment.session.minutes, "row": row(appointment.start),
              "rows": row(appointment.end) - row(appointment.start), "lane": lane.index + 1,
              // The last lane of those that overlap goes on to the edge.
              "width": lane.index + 1 == lane.count ? width - lane.index : 1,
            ])
          ) {
            element(.p, .style("hours")) {
              beginning(of: appointment)
              "–"
              moment(appointment.ends, appointment.end)
              " "
              element(.span, .style("badge")) { "M\(appointment.moduleNumber)" }
            }
            element(
              .a,
              .link(to: way(to: audience.listPath) + "#" + Self.anchor(of: appointment)),
              .foreign
            ) { appointment.session.title }
            element(.p, .style("facts"), .foreign) { particulars(of: appointment) }
          }
        }
      }
    }
  }

  /// On which day after midnight, where, and for whom when not for all.
  private func particulars(of appointment: Appointment) -> String {
    [
      appointment.dayAfterMidnight,
      appointment.room?.name,
      groups(of: appointment),
    ].compactMap(\.self).joined(separator: " · ")
  }
}

/// Where an appointment stands among those that overlap it, directly or through others.
struct Lane: Equatable {
  /// The place from 0, from the side on which reading begins.
  let index: Int
  /// The number of places.
  let count: Int

  /// The lanes of a day's appointments, in their order: the fewest that keep them apart.
  ///
  /// Each takes the first lane that is free, which needs no more lanes than there are appointments at
  /// one time when they come in the order of their starts.
  ///
  /// - Parameter held: The appointments of one day in the order of their starts.
  /// - Returns: As many lanes as there are appointments.
  /// - Complexity: O(*n* · lanes).
  static func all(of held: [Appointment]) -> [Lane] {
    var lanes: [Lane] = []
    var cluster: [Int] = []
    var ends: [Int] = []
    func close() {
      lanes += cluster.map { Lane(index: $0, count: ends.count) }
      cluster = []
      ends = []
    }
    for appointment in held {
      if ends.allSatisfy({ $0 <= appointment.start }) { close() }
      if let free = ends.firstIndex(where: { $0 <= appointment.start }) {
        ends[free] = appointment.end
        cluster.append(free)
      } else {
        cluster.append(ends.count)
        ends.append(appointment.end)
      }
    }
    close()
    return lanes
  }
}
