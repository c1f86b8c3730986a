internal import Curricula
internal import Timetabling

extension Publication {
  /// One file of a published timetable.
  public struct File: Hashable, Sendable {
    /// The path below the published folder.
    public let path: String
    /// The contents.
    public let text: String
  }

  /// All files of a published timetable, the page to begin with first.
  ///
  /// The whole programme as page, calendar, table, JSON and picture; and for each group, room and
  /// trainer with a session a page and a calendar.
  ///
  /// - Parameter revisions: All that was published of the curriculum, this timetable last.
  /// - Returns: The files; none when there is no timetable.
  public func files(_ revisions: [Revision]) -> [File] {
    guard case .laidOut = outcome,
      let edition = CalendarEdition(revisions, status: status)
    else {
      return []
    }
    var files = [
      File(path: "index.html", text: html()),
      File(path: "programme.ics", text: iCalendar(edition) ?? ""),
      File(path: "programme.csv", text: csv() ?? ""),
      File(path: "programme.json", text: json()),
      File(path: "programme.svg", text: svg()),
    ]
    for audience in Audience.all(of: curriculum) {
      let own = publication(for: audience)
      let calendar = own.iCalendar(edition) ?? ""
      // Whoever lost the last session still needs the calendar that says so.
      guard !own.appointments.isEmpty || calendar.contains("BEGIN:VEVENT") else { continue }
      files.append(File(path: audience.path + ".html", text: own.html()))
      files.append(File(path: audience.path + ".ics", text: calendar))
    }
    return files
  }

  /// What calendars say of sessions that take place.
  private var status: CalendarEdition.Status {
    curriculum.proposal == nil ? .confirmed : .tentative
  }
}
