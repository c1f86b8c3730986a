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
        element(.div, .style("weeks")) {
          for week in weeks where !week.days.isEmpty { grid(week) }
        }
      }
    }
  }

  private func grid(_ week: Week) -> Markup {
    let held = week.days.flatMap(\.held)
    let first = (held.map(\.start).min() ?? 0) / 60 * 60
    let last = held.map(\.end).max() ?? 0
    return element(
      .section,
      .style("grid"),
      .labelled(by: "week-\(week.number)"),
      .measures(["days": week.days.count, "length": last - first])
    ) {
      element(.h2, .id("week-\(week.number)")) { "Week \(week.number)" }
      moduleList(of: week)
      element(.div, .style("days")) {
        for day in week.days { column(day, from: first, to: last) }
      }
    }
  }

  private func column(_ day: Day, from first: Int, to last: Int) -> Markup {
    element(.div, .style("day")) {
      element(.h3) { "\(day.date.weekday.name) \(day.date.short)" }
      element(.ol) {
        for (appointment, lane) in zip(day.held, Lane.all(of: day.held)) {
          element(
            .li,
            .style("slot", Self.hue(appointment.moduleNumber)),
            .measures([
              "start": appointment.start - first, "minutes": appointment.session.minutes,
              "lane": lane.index, "lanes": lane.count,
            ])
          ) {
            element(.p, .style("hours")) {
              moment(appointment.begins, appointment.start)
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

  /// Where, and for whom when not for all.
  private func particulars(of appointment: Appointment) -> String {
    let isForSome = appointment.groups.count < curriculum.groups.count
    return [
      appointment.room?.name,
      isForSome ? appointment.groups.map(\.name).joined(separator: ", ") : nil,
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
