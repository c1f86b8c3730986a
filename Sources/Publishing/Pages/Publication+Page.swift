internal import Curricula
internal import Diagnostics
internal import Foundation
internal import Timetabling

extension Publication {
  /// The outcome as one self-contained HTML page, without scripts, for screens and for paper.
  public func html() -> String {
    listPage(in: nil)
  }

  /// The outcome as a list of days with their sessions in the order of time.
  ///
  /// - Parameter folder: What stands beside the page; `nil` when it stands alone.
  /// - Returns: The page as HTML.
  func listPage(in folder: Folder?) -> String {
    page(.list) {
      heading
      if let folder { links(in: folder, from: .list) }
      switch outcome {
      case .laidOut:
        if audience == .everybody { overview }
        element(.main, .id("timetable")) {
          for week in weeks where audience == .everybody || !week.days.isEmpty {
            section(week)
          }
          if audience == .everybody { costs }
        }
      case .infeasible(let conflict):
        element(.main, .id("timetable")) { explanation(of: conflict) }
      }
    }
  }

  /// A whole page: what programs want to know, a way past the heading, the content, a footer.
  ///
  func page(_ view: View, @MarkupBuilder content: () -> [Markup]) -> String {
    element(.html, .init(name: "lang", value: "en"), .init(name: "dir", value: "ltr")) {
      head(
        of: [audience.name, "\(curriculum.title): \(view.title)"].compactMap(\.self)
          .joined(separator: " · "),
        PageStyle.rules
      )
      element(.body, .style(view == .weeks ? "wide" : "column")) {
        element(.a, .style("skip"), .link(to: "#timetable")) { "Skip to the timetable" }
        content()
        footer
      }
    }.document
  }

  /// What is shown, for whom, when, and by which clock.
  var heading: Markup {
    element(.header, .style("top")) {
      if !edition.isEmpty { element(.p, .style("edition"), .foreign) { edition } }
      element(.h1, .foreign) { curriculum.title }
      if let name = audience.name {
        element(.p, .style("audience")) {
          "For "
          element(.span, .foreign) { name }
          ": \(appointments.count.counted("session"))"
        }
      } else {
        element(.p, .style("extent")) { extent }
      }
      if let departure {
        element(.p, .style("departure")) {
          "No longer part of this programme since revision \(departure). "
          "Sessions that were still to come are cancelled in the calendar."
        }
      }
      element(.p, .style("zone")) { zoneSentence }
      if let proposal = curriculum.proposal {
        element(.div, .style("proposal"), .note, .foreign) { element(.p) { proposal } }
      }
    }
  }

  /// The weeks at a glance, each a link to its section.
  private var overview: Markup {
    element(.nav, .style("overview"), .labelled(by: "overview")) {
      element(.h2, .id("overview")) { "Weeks at a glance" }
      element(.ol) {
        for week in weeks {
          element(.li) {
            element(.a, .link(to: "#week-\(week.number)")) {
              element(.span, .style("number")) { "Week \(week.number)" }
              " "
              element(.span, .style("date")) {
                week.days.isEmpty
                  ? "no sessions" : week.days.map(\.date.short).joined(separator: ", ")
              }
              for module in week.modules {
                " "
                element(.span, .style("topic", Self.hue(module.number)), .foreign) {
                  module.module.title
                }
              }
            }
          }
        }
      }
    }
  }

  private func section(_ week: Week) -> Markup {
    element(.section, .style("week"), .labelled(by: "week-\(week.number)")) {
      element(.h2, .id("week-\(week.number)")) {
        element(.span, .style("number")) { "Week \(week.number)" }
        if week.modules.isEmpty { ": no sessions" }
      }
      if !week.modules.isEmpty {
        moduleList(of: week)
      }
      guidance(of: week)
      for day in week.days { table(day, numbersModules: week.modules.count > 1) }
    }
  }

  /// The modules of a week, with their numbers and colours.
  func moduleList(of week: Week) -> Markup {
    element(.ul, .style("modules"), .label("Modules of week \(week.number)")) {
      for module in week.modules {
        element(.li, .style(Self.hue(module.number))) {
          element(.span, .style("badge")) { "M\(module.number)" }
          " "
          element(.span, .foreign) { module.module.title }
        }
      }
    }
  }

  private func table(_ day: Day, numbersModules: Bool) -> Markup {
    element(.table) {
      element(.caption) { day.date.full }
      element(.thead) {
        element(.tr) {
          element(.th, .scope(.col), .style("time")) { "\(curriculum.zone.city) time" }
          element(.th, .scope(.col)) { "Session" }
          element(.th, .scope(.col), .style("who")) { "Trainers and their own time" }
        }
      }
      element(.tbody) {
        for line in lines(of: day) { row(line, numbersModules: numbersModules) }
      }
    }
  }

  /// The lines of a day; what a trainer or a room does not see is no break.
  private func lines(of day: Day) -> [Line] {
    switch audience {
    case .everybody, .group: day.lines
    case .trainer, .room: day.held.map(Line.session)
    }
  }

  private func row(_ line: Line, numbersModules: Bool) -> Markup {
    switch line {
    case .pause(let start, let end):
      element(.tr, .style("break")) {
        element(.th, .scope(.row), .style("time")) { "\(clockOfStart(start))–\(clock(end))" }
        element(.td, .columns(2)) { "Break, \(spelled(minutes: end - start))" }
      }
    case .session(let appointment):
      element(
        .tr,
        .style("session", Self.hue(appointment.moduleNumber)),
        .id(Self.anchor(of: appointment))
      ) {
        element(.th, .scope(.row), .style("time")) {
          beginning(of: appointment)
          "–"
          moment(appointment.ends, appointment.end)
        }
        element(.td) {
          element(.p, .style("title"), .foreign) { appointment.session.title }
          element(.p, .style("facts")) {
            if numbersModules {
              element(.span, .style("badge")) { "M\(appointment.moduleNumber)" }
              " "
            }
            if let day = appointment.dayAfterMidnight { "\(day) · " }
            "\(appointment.session.kind.name) · \(appointment.session.minutes) min"
            if let room = appointment.room {
              " · "
              element(.span, .foreign) { room.name }
              if let link = room.webLink {
                " · "
                element(.a, .link(to: link)) { "Join" }
              } else if let link = room.link {
                " · Join: "
                element(.span, .foreign) { link }
              }
            }
            if let groups = groups(of: appointment) {
              " · for "
              element(.span, .foreign) { groups }
            }
          }
        }
        element(.td, .style("who")) { trainers(of: appointment) }
      }
    }
  }

  @MarkupBuilder private func trainers(of appointment: Appointment) -> [Markup] {
    if !appointment.trainers.isEmpty {
      element(.ul) {
        for trainer in appointment.trainers {
          element(.li) {
            element(.span, .foreign) { trainer.name }
            if let time = appointment.localTime(of: trainer, away: curriculum.zone) {
              " "
              element(.small) { time }
            }
          }
        }
      }
    }
  }

  /// An instant that programs can read, shown by the clock of the programme.
  func moment(_ instant: Date, _ minutes: Int) -> Markup {
    element(.time, .moment(curriculum.zone.timestamp(of: instant))) { clock(minutes) }
  }

  /// When something begins, which at midnight is `00:00` and not `24:00`.
  func beginning(of appointment: Appointment) -> Markup {
    moment(appointment.begins, appointment.start == 1440 ? 0 : appointment.start)
  }

  private var footer: Markup {
    element(.footer) {
      element(.p) {
        "Curriculum \(curriculum.id). Seed \(seed). Rules of time zones: \(Zone.rulesVersion)."
      }
    }
  }

  /// The name of a session within the list.
  static func anchor(of appointment: Appointment) -> String { "session-\(appointment.session.id)" }

  /// The name of the looks of a module; after twelve they begin again, the number tells them apart.
  static func hue(_ module: Int) -> String { "hue-\((module - 1) % 12 + 1)" }
}
