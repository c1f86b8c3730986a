internal import Curricula
internal import Timetabling

extension Publication {
  /// The placements as a table, a row a session in the order of time.
  public var sheet: Sheet {
    var sheet = Sheet(
      curriculum.title,
      columns: [
        .init("week", .number), .init("date"), .init("start"), .init("end"),
        .init("minutes", .number), .init("session"), .init("title"), .init("kind"),
        .init("module"), .init("module-title"), .init("room"), .init("room-name"),
        .init("trainers"), .init("trainer-names"), .init("groups"), .init("block"),
        .init("zone"), .init("starts-at", .instant), .init("ends-at", .instant),
      ],
      zone: curriculum.zone
    )
    for appointment in appointments {
      let session = appointment.session
      let names = appointment.trainers.map { trainer in
        let time = appointment.localTime(of: trainer, away: curriculum.zone)
        return trainer.name + (time.map { " (\($0))" } ?? "")
      }
      sheet.append([
        .number(appointment.week), .text(appointment.dateOnClock.description),
        .text(clockOfStart(appointment.start)), .text(clock(appointment.end)),
        .number(session.minutes), .text(session.id), .text(session.title),
        .text(session.kind.id), .text(session.module), .text(appointment.module.title),
        Sheet.Cell(appointment.room?.id), Sheet.Cell(appointment.room?.name),
        .text(appointment.trainers.map(\.id).joined(separator: "; ")),
        .text(names.joined(separator: "; ")),
        .text(appointment.groups.map(\.id).joined(separator: "; ")), .text(appointment.block.id),
        .text(curriculum.zone.name), .instant(appointment.begins), .instant(appointment.ends),
      ])
    }
    return sheet
  }

  /// The timetable as comma-separated values; `nil` when there is no timetable.
  public func csv(_ form: CSVWriter.Form = .init()) -> String? {
    guard case .laidOut = outcome else { return nil }
    return sheet.csv(form)
  }
}
