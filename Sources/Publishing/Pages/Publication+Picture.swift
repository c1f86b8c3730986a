internal import Curricula
internal import Diagnostics

extension Publication {
  /// The weeks at a glance as a picture in Scalable Vector Graphics: a row a day, sessions to scale.
  ///
  /// Modules are told apart by number as well as colour, so that nothing is lost in grey.
  public func svg() -> String {
    Picture(self).markup.picture
  }
}

/// The measures of the picture, in its own units.
private struct Picture {
  private let publication: Publication
  private let first: Int
  private let last: Int

  private static let margin = 16
  private static let labels = 132
  private static let minute = 2
  private static let row = 46
  private static let top = 92

  init(_ publication: Publication) {
    self.publication = publication
    let starts = publication.appointments.map(\.start)
    let ends = publication.appointments.map(\.end)
    first = (starts.min() ?? 540) / 60 * 60
    last = ((ends.max() ?? 1020) + 59) / 60 * 60
  }

  private var days: [(week: Int, date: CivilDate, held: [Appointment])] {
    publication.weeks.flatMap { week in week.days.map { (week.number, $0.date, $0.held) } }
  }

  private var width: Int { Self.margin * 2 + Self.labels + (last - first) * Self.minute }
  private var height: Int { Self.top + days.count * Self.row + Self.margin }

  private func x(_ minutes: Int) -> Int {
    Self.margin + Self.labels + (minutes - first) * Self.minute
  }

  var markup: Markup {
    element(
      .svg,
      .init(name: "xmlns", value: "http://www.w3.org/2000/svg"),
      .init(name: "viewBox", value: "0 0 \(width) \(height)"),
      .init(name: "width", value: "\(width)"),
      .init(name: "height", value: "\(height)"),
      .init(name: "role", value: "img"),
      .init(name: "font-family", value: "system-ui, 'Noto Sans', Arial, sans-serif"),
      .init(name: "font-size", value: "12")
    ) {
      element(.title) { "\(publication.curriculum.title): the weeks at a glance" }
      box(0, 0, width, height, fill: "#ffffff")
      label(Self.margin, 26, title, size: 15, isBold: true)
      label(Self.margin, 46, subtitle, color: "#444444")
      for hour in stride(from: first, through: last, by: 60) { line(at: hour) }
      for (index, day) in days.enumerated() { row(day, at: Self.top + index * Self.row) }
    }
  }

  private var title: String { fitted(publication.curriculum.title, to: width / 8) }

  private var subtitle: String {
    let zone = publication.curriculum.zone
    let proposal = publication.curriculum.proposal == nil ? "" : " · proposal, not official"
    return "\(publication.extent) · \(zone.city) time\(proposal)"
  }

  @MarkupBuilder private func line(at hour: Int) -> [Markup] {
    box(x(hour), Self.top - 14, 1, height - Self.top - Self.margin + 14, fill: "#d5dae1")
    label(x(hour) - 14, Self.top - 20, clock(hour), color: "#444444")
  }

  @MarkupBuilder private func row(
    _ day: (week: Int, date: CivilDate, held: [Appointment]),
    at y: Int
  ) -> [Markup] {
    label(Self.margin, y + 18, "Week \(day.week)", isBold: true)
    label(Self.margin, y + 34, "\(day.date.weekday.name.prefix(3)) \(day.date.short)")
    for appointment in day.held { session(appointment, at: y) }
  }

  private func session(_ appointment: Appointment, at y: Int) -> Markup {
    let width = appointment.session.minutes * Self.minute - 2
    let color = Self.colors[(appointment.moduleNumber - 1) % Self.colors.count]
    return element(.g) {
      element(.title) {
        "\(appointment.hours) \(appointment.session.title.legible)"
      }
      box(x(appointment.start), y, width, Self.row - 8, fill: "#f4f6f9", edge: color)
      box(x(appointment.start), y, 5, Self.row - 8, fill: color)
      label(
        x(appointment.start) + 10,
        y + 16,
        fitted("M\(appointment.moduleNumber) \(appointment.session.id)", to: (width - 12) / 7),
        isBold: true
      )
      label(
        x(appointment.start) + 10,
        y + 31,
        fitted(appointment.session.title, to: (width - 12) / 6),
        size: 10,
        color: "#333333"
      )
    }
  }

  private func fitted(_ text: String, to columns: Int) -> String {
    let text = text.legible
    guard text.displayWidth > columns else { return text }
    var shown = ""
    for character in text {
      guard (shown + String(character)).displayWidth < columns else { break }
      shown.append(character)
    }
    return shown.isEmpty ? "" : shown + "…"
  }

  private func box(
    _ x: Int,
    _ y: Int,
    _ width: Int,
    _ height: Int,
    fill: String,
    edge: String? = nil
  ) -> Markup {
    .element(
      .rect,
      [
        .init(name: "x", value: "\(x)"), .init(name: "y", value: "\(y)"),
        .init(name: "width", value: "\(width)"), .init(name: "height", value: "\(height)"),
        .init(name: "fill", value: fill), .init(name: "stroke", value: edge ?? "none"),
      ],
      []
    )
  }

  private func label(
    _ x: Int,
    _ y: Int,
    _ text: String,
    size: Int = 12,
    isBold: Bool = false,
    color: String = "#111111"
  ) -> Markup {
    .element(
      .text,
      [
        .init(name: "x", value: "\(x)"), .init(name: "y", value: "\(y)"),
        .init(name: "font-size", value: "\(size)"),
        .init(name: "font-weight", value: isBold ? "700" : "400"),
        .init(name: "fill", value: color),
      ],
      [.text(text)]
    )
  }

  /// Paul Tol's colours for people with any colour vision, as on the page.
  private static let colors = [
    "#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#997700", "#44aa99",
    "#cc6677", "#7777dd", "#117733", "#dd9955",
  ]
}
