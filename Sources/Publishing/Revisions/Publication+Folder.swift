internal import Curricula
internal import Timetabling

extension Publication {
  /// One file of a published timetable.
  public struct File: Hashable, Sendable {
    /// The path below the published folder.
    public let path: String
    /// The contents.
    public let text: String

    /// Creates a file.
    public init(path: String, text: String) {
      self.path = path
      self.text = text
    }
  }

  /// All files of a published timetable, the page to begin with first.
  ///
  /// The whole programme as list, week view, calendar, table, JSON and picture; and for each group,
  /// room and trainer with a session a list and a calendar, for groups and rooms also a week view.
  ///
  /// - Parameter revisions: All that was published of the curriculum, this timetable last.
  /// - Returns: The files; none when there is no timetable.
  public func files(_ revisions: [Revision]) -> [File] {
    guard case .laidOut = outcome,
      let edition = CalendarEdition(revisions, status: status)
    else {
      return []
    }
    let others = Audience.all(of: curriculum).compactMap { audience -> Part? in
      let own = publication(for: audience)
      let calendar = own.iCalendar(Self.edition(of: audience, revisions, status) ?? edition) ?? ""
      // Whoever lost the last session still needs the calendar that says so.
      guard !own.appointments.isEmpty || calendar.contains("BEGIN:VEVENT") else { return nil }
      return Part(publication: own, calendar: calendar)
    }
    let folder = Folder(audiences: others.map(\.publication.audience))
    let everybody = Part(publication: self, calendar: iCalendar(edition) ?? "")
    return everybody.files(in: folder)
      + [
        File(path: "programme.csv", text: csv() ?? ""),
        File(path: "programme.json", text: json()),
        File(path: "programme.svg", text: svg()),
      ]
      + others.flatMap { $0.files(in: folder) }
  }

  /// What the calendar of an audience says of its history: a session that others hold now, or that is
  /// held elsewhere, is cancelled there.
  static func edition(
    of audience: Audience,
    _ revisions: [Revision],
    _ status: CalendarEdition.Status
  ) -> CalendarEdition? {
    let own = revisions.map { revision in
      Revision(
        number: revision.number,
        published: revision.published,
        entries: revision.entries.filter(audience.attends)
      )
    }
    return CalendarEdition(own, status: status)
  }

  /// What calendars say of sessions that take place.
  var status: CalendarEdition.Status {
    curriculum.proposal == nil ? .confirmed : .tentative
  }

  /// What one audience is given: its pages and its calendar.
  private struct Part {
    let publication: Publication
    let calendar: String

    func files(in folder: Folder) -> [File] {
      let audience = publication.audience
      var files = [File(path: audience.listPath, text: publication.listPage(in: folder))]
      if let path = audience.weeksPath {
        files.append(File(path: path, text: publication.weekPage(in: folder)))
      }
      return files + [File(path: audience.path + ".ics", text: calendar)]
    }
  }
}
