public import Diagnostics

/// A training programme as people write it: what is to be held, by whom, for whom, where and when.
///
/// Names refer to declarations in the same curriculum; a curriculum that was read without errors has
/// no reference to a name that is not declared.
public struct Curriculum: Sendable {
  /// The identifier, which is also the name of its folder of quizzes.
  public var id: String
  /// The title.
  public var title: String
  /// The edition, part of the identity of each session in calendars.
  public var edition = ""
  /// What is proposed here and not official, printed with everything made from the curriculum.
  public var proposal: String?
  /// Where it is held.
  public var place: String?
  /// From whom messages and invitations come; `nil` where it is not said.
  public var organizer: Organizer?
  /// The zone in which blocks are given.
  public var zone: Zone
  /// The first day of week 1.
  public var starts: CivilDate
  /// The number of weeks.
  public var weeks: Int
  /// Sessions begin at whole multiples of this many minutes after their block begins.
  public var grid = 5
  /// The openings in the calendar, in the order of time.
  public var blocks: [Block] = []
  /// Who takes part.
  public var groups: [Group] = []
  /// Names for several groups together.
  public var combinedGroups: [CombinedGroup] = []
  /// Where sessions are held.
  public var rooms: [Room] = []
  /// Who holds sessions.
  public var trainers: [Trainer] = []
  /// What sessions are about.
  public var themes: [Theme] = []
  /// Days that are closed, avoided or preferred.
  public var calendar: [CalendarEntry] = []
  /// The modules in the order written.
  public var modules: [Module] = []
  /// The kinds of sessions that it declares beside the usual ones.
  public var kinds: [Session.Kind] = []
  /// The sessions of all modules in the order written, with the members of each series in its place.
  public var sessions: [Session] = []
  /// The series of which some sessions are members, in the order written.
  public var series: [Series] = []
  /// The sessions of which only some are held.
  public var choices: [SessionChoice] = []
  /// Which of these are held; `nil` while that is open, and where there is nothing to choose.
  public var decision: Decision?
  /// What must, or should, hold beyond what is said at each thing.
  public var declarations: [Declaration] = []
  /// Who passes the programme; `nil` where it does not say.
  public var passRule: PassRule?
  /// What its certificates say.
  public var certificate = CertificateWording()
  /// Where the curriculum begins in its file.
  public var location: Diagnostic.Location

  /// What was taken from calendar files.
  public var imports: [CalendarImport] = []
  /// Where its first day is written.
  public var startsLocation: Diagnostic.Location

  /// The week of a day, from 1; `nil` outside the programme.
  public func week(of date: CivilDate) -> Int? {
    let days = date.days(since: starts)
    guard days >= 0, days < weeks * 7 else { return nil }
    return days / 7 + 1
  }

  /// Creates a curriculum without sessions; its blocks, in the order of time, and all else are set
  /// afterwards.
  public init(
    id: String,
    title: String,
    zone: Zone,
    starts: CivilDate,
    weeks: Int,
    location: Diagnostic.Location
  ) {
    self.id = id
    self.title = title
    self.zone = zone
    self.starts = starts
    self.weeks = weeks
    self.location = location
    startsLocation = location
  }
}

/// Who runs a programme, and writes to those whom it concerns.
public struct Organizer: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The address from which messages come.
  public var email: String
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates an organizer.
  public init(
    name: String,
    email: String,
    location: Diagnostic.Location
  ) {
    self.name = name
    self.email = email
    self.location = location
  }
}

/// What a session may be about.
public struct Theme: Hashable, Sendable {
  /// The identifier.
  public var id: String
  /// The title.
  public var title: String
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates a theme.
  public init(
    id: String,
    title: String,
    location: Diagnostic.Location
  ) {
    self.id = id
    self.title = title
    self.location = location
  }
}

/// Sessions that belong together, with a quiz of their own.
public struct Module: Hashable, Sendable {
  /// The identifier, which is also the name of its quiz.
  public var id: String
  /// The title.
  public var title: String
  /// The identifiers of its sessions, in the order written.
  public var sessions: [String]
  /// What people who attend or lead it read about it.
  public var guidance = Guidance()
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates a module.
  public init(
    id: String,
    title: String,
    sessions: [String],
    location: Diagnostic.Location
  ) {
    self.id = id
    self.title = title
    self.sessions = sessions
    self.location = location
  }
}
