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
  /// The whole programme as list, week view, calendar, table, JSON, picture and file for conference apps;
  /// and for each group,
  /// room and trainer with a session a list and a calendar, for groups and rooms also a week view. Those
  /// who left keep theirs, which say so; what has another name keeps the files of its former name, too.
  ///
  /// - Parameter revisions: All that was published of the curriculum, in present names, this timetable
  ///   last.
  /// - Returns: The files; none when there is no timetable.
  public func files(_ revisions: [Revision]) -> [File] {
    guard case .laidOut = outcome,
      let edition = CalendarEdition(revisions, status: status)
    else {
      return []
    }
    let departures = departures(revisions)
    let audiences = Audience.all(of: curriculum)
    let gone = departures.map(\.audience).filter { one in
      !audiences.contains { $0.path == one.path }
    }
    let others = (audiences + gone).compactMap { audience -> Part? in
      var own = publication(for: audience)
      own.departure = departures.first { $0.audience.path == audience.path }?.revision
      let calendar =
        own.iCalendar(Self.edition(of: [audience], revisions, status) ?? edition) ?? ""
      // Whoever lost the last session still needs the calendar that says so.
      guard !own.appointments.isEmpty || calendar.contains("BEGIN:VEVENT") else { return nil }
      return Part(publication: own, calendar: calendar)
    }
    let former = formerAudiences(revisions).filter { one in
      !others.contains { $0.publication.audience.path == one.audience.path }
    }
    .map { former in
      let own = publication(for: former.audience, attending: former.present)
      let edition = Self.edition(of: former.present, revisions, status) ?? edition
      return Part(publication: own, calendar: own.iCalendar(edition) ?? "")
    }
    let folder = Folder(audiences: others.map(\.publication.audience))
    let everybody = Part(publication: self, calendar: iCalendar(edition) ?? "")
    return everybody.files(in: folder)
      + [
        File(path: "programme.csv", text: csv() ?? ""),
        File(path: "programme.json", text: json()),
        File(path: "programme.svg", text: svg()),
        File(path: "schedule.xml", text: schedule(edition) ?? ""),
      ]
      + (others + former).flatMap { $0.files(in: folder) }
  }

  /// Those who were named in an earlier revision and left, with the revision that no longer names them.
  func departures(_ revisions: [Revision]) -> [(audience: Audience, revision: Int)] {
    guard let last = revisions.last else { return [] }
    let present = last.particulars.people ?? Revision.People(of: curriculum)
    let gone = revisions.departed(from: present)
    func number(_ sort: KeyPath<Revision.People, [Revision.Person]>, _ id: String) -> Int {
      let index = revisions.lastIndex { revision in
        revision.particulars.people.map { $0[keyPath: sort].contains { $0.id == id } } ?? true
      }
      return index.map { $0 + 1 < revisions.count ? revisions[$0 + 1].number : last.number }
        ?? last.number
    }
    return gone.groups.map { (.group(gone.group($0.id, in: curriculum)), number(\.groups, $0.id)) }
      + gone.rooms.map { (.room(gone.room($0.id, in: curriculum)), number(\.rooms, $0.id)) }
      + gone.trainers.map {
        (.trainer(gone.trainer($0.id, in: curriculum)), number(\.trainers, $0.id))
      }
  }

  /// For each former name of a group, a room or a trainer that files of it once had, those whose it is
  /// now.
  private func formerAudiences(
    _ revisions: [Revision]
  ) -> [(audience: Audience, present: [Audience])] {
    func former<Thing>(
      _ sort: KeyPath<Renamings, [String: [String]]>,
      _ things: [Thing],
      _ audience: (Thing) -> Audience,
      _ renamed: (Thing, String, String) -> Thing
    ) -> [(audience: Audience, present: [Audience])] {
      revisions.successors(sort).compactMap { name, ids in
        let present = things.filter { thing in
          ids.contains { audience(thing).path.hasSuffix("/" + $0) }
        }
        guard let first = present.first else { return nil }
        let names = present.compactMap { audience($0).name }.joined(separator: ", ")
        return (audience(renamed(first, name, names)), present.map(audience))
      }
    }
    return former(\.groups, curriculum.groups, Audience.group) { group, id, name in
      Group(id: id, name: name, email: group.email, location: group.location)
    }
      + former(\.rooms, curriculum.rooms.filter(\.parts.isEmpty), Audience.room) { room, id, name in
        Room(id: id, name: name, email: room.email, location: room.location)
      }
      + former(\.trainers, curriculum.trainers, Audience.trainer) { trainer, id, name in
        Trainer(
          id: id,
          name: name,
          email: trainer.email,
          zone: trainer.zone,
          location: trainer.location
        )
      }
  }

  /// What the calendar of some audiences says of its history: a session that others hold now, or that is
  /// held elsewhere, is cancelled there.
  static func edition(
    of audiences: [Audience],
    _ revisions: [Revision],
    _ status: CalendarEdition.Status
  ) -> CalendarEdition? {
    let own = revisions.map { revision in
      Revision(
        number: revision.number,
        published: revision.published,
        entries: revision.entries.filter { entry in audiences.contains { $0.attends(entry) } },
        particulars: revision.particulars
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
