internal import Curricula
internal import Diagnostics

extension Publication {
  /// The weeks at a glance as a picture in Scalable Vector Graphics: a row a day, sessions to scale,
  /// sessions at the same time one below the other.
  ///
  /// Modules are told apart by number as well as colour, so that nothing is lost in grey; what the
  /// numbers stand for is said below.
  public func svg() -> String {
    Picture(self).markup.picture
  }
}

/// The measures of the picture, in its own units.
private struct Picture {
  private let publication: Publication
  private let days: [Row]
  private let modules: [(number: Int, title: String)]
  private let first: Int
  private let last: Int

  /// A day with the lane of each of its appointments.
  private struct Row {
    let week: Int
    let date: CivilDate
    let held: [Appointment]
    let lanes: [Lane]
    /// The number of lines of the picture that it takes.
    var depth: Int { lanes.map(\.count).max() ?? 1 }
  }

  private static let margin = 16
  private static let labels = 132
  private static let minute = 3
  private static let row = 58
  private static let top = 92
  private static let legend = 20

  init(_ publication: Publication) {
    self.publication = publication
    let starts = publication.appointments.map(\.start)
    let ends = publication.appointments.map(\.end)
    first = (starts.min() ?? 540) / 60 * 60
    last = ((ends.max() ?? 1020) + 59) / 60 * 60
    let weeks = publication.weeks
    days = weeks.flatMap { week in
      week.days.map { day in
        Row(week: week.number, date: day.date, held: day.held, lanes: Lane.all(of: day.held))
      }
    }
    modules = Set(publication.appointments.map(\.moduleNumber)).sorted().map { number in
      (number, publication.curriculum.modules[number - 1].title)
    }
  }

  private var width: Int {
    max(480, Self.margin * 3 + Self.labels + (last - first) * Self.minute)
  }
  private var bottom: Int { Self.top + days.reduce(0) { $0 + $1.depth } * Self.row }
  private var height: Int { bottom + (modules.count + 1) / 2 * Self.legend + 2 * Self.margin }

  private func x(_ minutes: Int) -> Int {
    Self.margin + Self.labels + (minutes - first) * Self.minute
  }

  var markup: Markup {
    picture(
      width: width,
      height: height,
      title: "\(publication.curriculum.title.legible): the weeks at a glance"
    ) {
      label(Self.margin, 26, title, size: 15, isBold: true)
      label(Self.margin, 46, subtitle, color: "#444444")
      for hour in stride(from: first, through: last, by: 60) { line(at: hour) }
      rows
      legend
    }
  }

  private var title: String {
    fitted(publication.curriculum.title, to: (width - 2 * Self.margin) / 8)
  }

  private var subtitle: String {
    let zone = publication.curriculum.zone
    let proposal = publication.curriculum.proposal == nil ? "" : " · proposal, not official"
    return "\(publication.extent) · \(zone.city) time\(proposal)"
  }

  private var rows: [Markup] {
    var y = Self.top
    return days.flatMap { day in
      defer { y += day.depth * Self.row }
      return row(day, at: y)
    }
  }

  /// What the numbers of modules stand for, in two columns.
  private var legend: [Markup] {
    let half = (modules.count + 1) / 2
    return modules.enumerated().flatMap { index, module in
      let x = Self.margin + index / max(1, half) * (width / 2)
      let y = bottom + Self.margin + index % max(1, half) * Self.legend
      let color = Self.colors[(module.number - 1) % Self.colors.count]
      return [
        box(x, y, 12, 12, fill: color),
        label(x + 20, y + 11, "M\(module.number)", isBold: true),
        label(x + 56, y + 11, fitted(module.title, to: (width / 2 - 72) / 7)),
      ]
    }
  }

  @MarkupBuilder private func line(at hour: Int) -> [Markup] {
    box(x(hour), Self.top - 14, 1, bottom - Self.top + 14, fill: "#d5dae1")
    label(x(hour) - 14, Self.top - 20, clock(hour), color: "#444444")
  }

  @MarkupBuilder private func row(_ day: Row, at y: Int) -> [Markup] {
    label(Self.margin, y + 22, "Week \(day.week)", isBold: true)
    label(Self.margin, y + 38, "\(day.date.weekday.name.prefix(3)) \(day.date.short)")
    for (appointment, lane) in zip(day.held, day.lanes) {
      session(appointment, at: y + lane.index * Self.row)
    }
  }

  private func session(_ appointment: Appointment, at y: Int) -> Markup {
    let x = x(appointment.start)
    let width = appointment.session.minutes * Self.minute - 2
    let color = Self.colors[(appointment.moduleNumber - 1) % Self.colors.count]
    let name = "M\(appointment.moduleNumber) \(appointment.session.id)"
    let titles = lines(of: appointment.session.title, columns: (width - 14) * 2 / 11)
    return element(.g) {
      element(.title) {
        "\(appointment.hours) \(appointment.session.title.legible)"
      }
      box(x, y, width, Self.row - 8, fill: "#f4f6f9", edge: color)
      box(x, y, 5, Self.row - 8, fill: color)
      label(x + 10, y + 16, fitted(name, to: (width - 12) / 7), isBold: true)
      for (index, title) in titles.enumerated() {
        label(x + 10, y + 30 + index * 13, title, size: 10, color: "#333333")
      }
    }
  }

  /// A title in at most two lines.
  private func lines(of title: String, columns: Int) -> [String] {
    var first = ""
    for word in title.legible.split(separator: " ") {
      let longer = first.isEmpty ? String(word) : first + " " + word
      guard longer.displayWidth <= columns else { break }
      first = longer
    }
    guard !first.isEmpty else { return [fitted(title, to: columns)] }
    let rest = title.legible.dropFirst(first.count).drop { $0 == " " }
    return rest.isEmpty ? [first] : [first, fitted(String(rest), to: columns)]
  }

  /// Paul Tol's colours for people with any colour vision, as on the page.
  private static let colors = [
    "#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#997700", "#44aa99",
    "#cc6677", "#7777dd", "#117733", "#dd9955",
  ]
}
