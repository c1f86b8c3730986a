import Coordination
import Curricula
import Diagnostics
import Foundation
import PublishedCalendars
import Publishing
import Testing
import Timetabling

/// A programme that changes, and what was published of it last, all in memory; a class, because each
/// step changes it.
///
/// Each step is held against the one before, as those see it who subscribed to the calendars.
final class SeasonRun {
  /// No timetable was found.
  struct Stuck: Error {
    let step: String
  }

  private(set) var curriculum: Curriculum
  private(set) var revisions: [Revision] = []
  private(set) var notices: [Notice] = []
  /// The day of the step; it begins with the midnight before it.
  private(set) var today: CivilDate
  private var files: [String: String] = [:]
  private var calendars: [String: PublishedCalendar] = [:]
  private let limits: Solver.Limits
  /// How often something was published.
  private var steps = 0

  /// Publishes a programme on the day on which it begins.
  init(_ curriculum: Curriculum, within limits: Solver.Limits) async throws {
    self.curriculum = curriculum
    self.limits = limits
    today = curriculum.starts
    let written = try Timetabling.Problem(curriculum)
    let outcome = try await Solver(written).solve(within: limits, seed: 1)
    guard case .laidOut = outcome else { throw Stuck(step: "the first timetable") }
    try put(
      NextRevision(
        Publication(outcome, of: written, seed: 1),
        of: written,
        after: try chronicle(),
        published: present
      )
    )
  }

  private var present: Date {
    curriculum.zone.instant(on: today, minutes: 0) ?? Date(timeIntervalSince1970: 0)
  }

  private func chronicle(missed: [String] = []) throws -> Chronicle {
    try Chronicle.present(
      revisions,
      of: curriculum,
      now: present,
      missed: missed,
      reason: missed.isEmpty ? "" : "the building was closed"
    )
  }

  /// What of the last revision was not held yet.
  func open() throws -> [Revision.Entry] {
    let chronicle = try chronicle()
    return chronicle.last?.entries.filter { !chronicle.isHeld($0) } ?? []
  }

  /// Changes the programme, revises the timetable, and publishes it.
  ///
  /// - Parameters:
  ///   - step: What changes, in words.
  ///   - days: The days that pass before.
  ///   - away: Who cannot come.
  ///   - isTold: Whether anybody has anything to be told of.
  ///   - change: What is changed in the programme.
  /// - Throws: ``Stuck``, and what is refused.
  func revise(
    _ step: String,
    after days: Int,
    away: [TrainerAway] = [],
    isTold: Bool = true,
    _ change: (inout Curriculum) throws -> Void = { _ in }
  ) async throws {
    today = CivilDate(dayNumber: today.dayNumber + days)
    try change(&curriculum)
    let written = try Timetabling.Problem(curriculum)
    let chronicle = try chronicle()
    let request = RevisionRequest(chronicle: chronicle, away: away, pins: [])
    let problem = try chronicle.problem(of: written)
    let (_, outcome) = try await request.ways(of: written).revise(
      from: chronicle.placements,
      today: chronicle.today,
      at: chronicle.minutes,
      within: limits,
      seed: 1
    )
    guard case .revised(let revised) = outcome else { throw Stuck(step: step) }
    let waivers = chronicle.waiversKept(in: revised.solution.timetable)
    let revision = RevisedPublication(
      revised,
      of: problem,
      after: chronicle,
      particulars: chronicle.particulars(of: curriculum, waivers: waivers),
      published: present,
      requests: request.sentences(in: problem.curriculum),
      seed: 1
    )
    try publish(revision, written, waivers, step, isTold)
  }

  /// Moves a session of the published table by hand, where that breaks no rule, else despite one.
  func planByHand(after days: Int) throws {
    today = CivilDate(dayNumber: today.dayNumber + days)
    let written = try Timetabling.Problem(curriculum)
    let chronicle = try chronicle()
    let problem = try chronicle.problem(of: written)
    let (session, start) = try #require(handMove(chronicle, problem))
    let rows = try #require(files["programme.csv"]).split(separator: "\r\n").map { row in
      var cells = row.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      let time = TimeOfDay(minutes: start)?.description ?? ""
      if row.contains(",\(session),") { cells[2] = Substring(time) }
      return cells.joined(separator: ",")
    }
    let source = SourceText(file: "plan.csv", text: rows.joined(separator: "\r\n"))
    let checked = CheckedTimetable(
      try WrittenTimetable.parse(source, for: problem.curriculum),
      of: problem,
      best: nil,
      after: chronicle
    )
    let despite = checked.isValid ? nil : "the hall is promised to us"
    let taken = try HandmadePlan(checked, of: written, after: chronicle, despite: despite)
    let plan = try #require(taken, "\(checked.text())")
    let revision = RevisedPublication(
      plan.revised(after: chronicle),
      of: plan.problem,
      after: chronicle,
      particulars: chronicle.particulars(of: curriculum, waivers: plan.waivers),
      published: present,
      requests: plan.sentences,
      seed: 1,
      isMadeByHand: true
    )
    #expect(revision.difference.changes.map(\.session) == [session])
    try publish(revision, written, plan.waivers, "a plan made by hand", true)
  }

  /// A session and another time in its block: the first that breaks no rule, else the first there is.
  private func handMove(
    _ chronicle: Chronicle,
    _ problem: Timetabling.Problem
  ) -> (session: String, start: Int)? {
    var likely: (session: String, start: Int)?
    for entry in chronicle.last?.entries ?? [] where !chronicle.isHeld(entry) {
      guard let block = problem.blocks.first(where: { $0.id == entry.block }) else { continue }
      let starts = stride(
        from: block.start,
        through: block.end - entry.minutes,
        by: problem.curriculum.grid
      )
      for start in starts where start != entry.start {
        let moved = chronicle.placements.map { placement in
          guard placement.session == entry.session else { return placement }
          return PublishedPlacement(
            session: placement.session,
            date: placement.date,
            start: start,
            room: placement.room,
            trainers: placement.trainers
          )
        }
        let timetable = problem.timetable(placing: moved)
        likely = likely ?? (entry.session, start)
        if problem.cost(of: timetable).hard == 0 { return (entry.session, start) }
      }
    }
    return likely
  }

  private func publish(
    _ revision: RevisedPublication,
    _ written: Timetabling.Problem,
    _ waivers: [Revision.Waiver],
    _ step: String,
    _ isTold: Bool
  ) throws {
    guard case .laidOut(let solution) = revision.publication.outcome else {
      throw Stuck(step: step)
    }
    let (before, known) = (calendars, revisions.last)
    notices = revision.notices
    try put(
      NextRevision(
        Publication(.laidOut(solution), of: revision.publication.problem, seed: 1),
        of: written,
        after: revision.chronicle,
        waivers: waivers,
        published: revision.new.published
      )
    )
    compare(before, "\(step)", Set(revision.difference.changes.map(\.session)))
    compareMessages(before, "\(step)", isTold)
    // What was held is published as it was.
    for entry in known?.entries ?? [] where revision.chronicle.isHeld(entry) {
      let now = revisions.last?.entries.first { new in
        new.begins == entry.begins && new.title == entry.title
      }
      #expect(now?.ends == entry.ends, "\(step): \(entry.session)")
      #expect(now?.roomName == entry.roomName, "\(step): \(entry.session)")
    }
  }

  /// Writes the calendars of a step to a folder of its own, for readers that share nothing with the program;
  /// only where somebody names a folder.
  private func export() throws {
    steps += 1
    guard let folder = ProcessInfo.processInfo.environment["SEMINAR_SEASONS"] else { return }
    let step = (steps < 10 ? "0" : "") + "\(steps)"
    for (path, text) in files where path.hasSuffix(".ics") {
      let place = URL(fileURLWithPath: "\(folder)/\(curriculum.id)/\(step)/\(path)")
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: place)
    }
  }

  /// Keeps a revision as a markbook does, and its files as a folder does.
  private func put(_ next: NextRevision) throws {
    let written = next.files(withInvitations: true)
    for file in written { files[file.path] = file.text }
    try export()
    for file in written where file.path.hasSuffix(".ics") {
      calendars[String(file.path.dropLast(4))] = PublishedCalendar(file.text, moment: moment)
    }
    guard next.isNew else { return }
    let new = next.candidate
    let kept = Revision(stored: new.stored, number: new.number, published: new.published)
    #expect(kept == new)
    revisions.append(kept ?? new)
  }

  /// The moment of a time in a calendar, which is on the programme's clock or in UTC.
  private func moment(_ time: String) -> String {
    guard !time.hasSuffix("Z"), time.count == 15 else { return time }
    let digits = time.filter(\.isNumber).compactMap(\.wholeNumberValue)
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    let minutes = number(8..<10) * 60 + number(10..<12)
    guard let date, let instant = curriculum.zone.instant(on: date, minutes: minutes) else {
      return time
    }
    let (day, clock) = Zone.utc.wallClock(at: instant)
    let written = [clock / 60, clock % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return day.description.filter(\.isNumber) + "T\(written)00Z"
  }

  /// Every event keeps its identity, says when it changed, and stays as it is once it was held.
  private func compare(
    _ before: [String: PublishedCalendar],
    _ step: String,
    _ changed: Set<String>
  ) {
    let midnight = moment(today.description.filter(\.isNumber) + "T000000")
    for (path, old) in before {
      for (uid, event) in old.events {
        guard let now = calendars[path]?.events[uid] else {
          Issue.record("\(step): \(path) lost \(uid)")
          continue
        }
        let isSame = event.seen == now.seen
        #expect(isSame == (now.sequence == event.sequence), "\(step): \(path) \(uid)")
        #expect(now.sequence >= event.sequence, "\(step): \(path) \(uid)")
        if event.begins < midnight { #expect(isSame, "\(step): the past of \(path) \(uid)") }
      }
    }
    // Nobody who has nothing to do with a session any more has it in a calendar as if it took place.
    let last = revisions.last
    for (path, calendar) in calendars where path.hasPrefix("trainers/") {
      let trainer = String(path.dropFirst("trainers/".count))
      for event in calendar.events.values where !event.isCancelled {
        let entry = last?.entries.first { ($0.identity ?? $0.session) == event.session }
        #expect(entry?.trainers.contains(trainer) == true, "\(step): \(path) \(event.session)")
      }
    }
  }

  /// Whoever's calendar says another thing has one message, which names just that.
  private func compareMessages(
    _ before: [String: PublishedCalendar],
    _ step: String,
    _ isTold: Bool
  ) {
    #expect(Set(notices.map(\.recipient.path)).count == notices.count, "\(step)")
    #expect(isTold != notices.isEmpty, "\(step)")
    guard isTold else { return }
    let former = revisions.flatMap { $0.particulars.renamings.groups.keys }.map { "groups/\($0)" }
    for (path, old) in before where path.hasPrefix("groups/") || path.hasPrefix("trainers/") {
      // The calendar under a former name is that of those who have other names now.
      guard !former.contains(path) else { continue }
      let changed = calendars[path]?.events.filter { uid, event in
        event.told != old.events[uid]?.told
      }
      let told = notices.first { $0.recipient.path == path }?.changes ?? []
      let named = told.compactMap { $0.after ?? $0.before }.map { $0.identity ?? $0.session }
      #expect(Set(changed?.values.map(\.session) ?? []) == Set(named), "\(step): \(path)")
    }
  }
}
