import ArgumentParser
import Curricula
import Diagnostics
import Foundation
import Publishing
import Timetabling

/// What somebody asks of a revision beside what the curriculum says.
struct RevisionRequest {
  /// What was published last.
  let last: Revision
  /// The first day that can be changed.
  let today: CivilDate
  let away: [TrainerAway]
  let pins: [PinnedSession]

  /// The problem with what was asked, or all that is wrong with the request.
  func applied(to problem: Timetabling.Problem) throws -> Timetabling.Problem {
    var curriculum = problem.curriculum
    for absence in away { try absence.apply(to: &curriculum, today: today) }
    for pin in pins {
      try curriculum.declarations.append(pin.declaration(in: curriculum, after: last, today: today))
    }
    return away.isEmpty && pins.isEmpty ? problem : try Timetabling.Problem(curriculum)
  }

  /// What was asked, each a sentence without its full stop.
  func sentences(in curriculum: Curriculum) -> [String] {
    away.map { absence in
      let name = curriculum.trainers.first { $0.id == absence.trainer }?.name ?? absence.trainer
      return
        "\(name.visible) cannot come on \(absence.days.map(\.description).joined(separator: ", "))"
    }
      + pins.map { pin in
        pin.date.map { "'\(pin.session)' is held on \($0.spelled)" }
          ?? "'\(pin.session)' keeps its published time"
      }
  }

  /// Refuses a timetable in which what was held would no longer be as it was.
  func refusePastChanges(of revision: RevisedPublication) throws {
    let curriculum = revision.publication.problem.curriculum
    var findings = Findings()
    for change in revision.pastChanges {
      guard let before = change.before else { continue }
      let day = curriculum.zone.wallClock(at: before.begins).date
      let session = curriculum.sessions.first { $0.id == change.session }
      let what =
        switch change.kinds.first {
        case .cancelled: "is no longer in the curriculum"
        case .relocated: "is in another room now"
        case .restaffed: "has other trainers now"
        case .new, .moved, .retitled, nil: "begins or ends at another time now"
        }
      findings.error(
        at: session?.location ?? curriculum.location,
        "'\(change.session)' was held on \(day.spelled) and cannot be changed; it \(what)",
        remedy:
          "restore it in the curriculum, or choose an earlier day with '--today'"
      )
    }
    if findings.hasErrors { throw Failure(.problems, findings) }
  }
}

/// Days on which a trainer cannot come, as in `unodc=2026-04-28,2026-05-05..2026-05-08`.
struct TrainerAway {
  let trainer: String
  let days: [DateSpan]
  private let written: String

  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spans = parts.dropFirst().first?.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let spans else {
      throw ValidationError("'\(argument)' is not a trainer with days; write trainer=2026-04-28")
    }
    trainer = String(parts[0])
    days = try spans.map { span in
      let ends = try span.split(separator: "..", omittingEmptySubsequences: false).map {
        try CivilDate(argument: String($0))
      }
      guard (1...2).contains(ends.count), let first = ends.first, let last = ends.last,
        let days = DateSpan(from: first, to: last)
      else {
        throw ValidationError("'\(span)' is not a span of days; write 2026-04-28..2026-04-30")
      }
      return days
    }
    written = argument
  }

  /// Adds the days to the trainer's, or says what is wrong with them.
  func apply(to curriculum: inout Curriculum, today: CivilDate) throws {
    guard let index = curriculum.trainers.firstIndex(where: { $0.id == trainer }) else {
      throw Failure(
        .usage,
        "there is no trainer '\(trainer.visible)'",
        remedy: didYouMean(
          trainer,
          among: curriculum.trainers.map(\.id),
          otherwise: "see the trainers in the curriculum"
        )
      )
    }
    if let past = days.first(where: { $0.first < today }) {
      throw Failure(
        .usage,
        "\(past.first) is before today, \(today), and the past cannot be changed",
        remedy: "name days from \(today) on, or choose an earlier day with '--today'"
      )
    }
    let place = Diagnostic.Location(file: "--away \(written.visible)")
    curriculum.trainers[index].away += days.map { Absence(days: $0, location: place) }
  }
}

/// A session that keeps its time, or is held on a day, as in `w5s1` or `w5s1=2026-04-14`.
struct PinnedSession {
  let session: String
  let date: CivilDate?
  private let written: String

  init(argument: String) throws {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty else {
      throw ValidationError("'\(argument)' is not a session; write session or session=2026-04-14")
    }
    session = String(parts[0])
    date = parts.count == 2 ? try CivilDate(argument: String(parts[1])) : nil
    written = argument
  }

  /// The pin as it would stand in the curriculum.
  func declaration(
    in curriculum: Curriculum,
    after last: Revision,
    today: CivilDate
  ) throws -> Declaration {
    guard curriculum.sessions.contains(where: { $0.id == session }) else {
      throw Failure(
        .usage,
        "there is no session '\(session.visible)'",
        remedy: didYouMean(
          session,
          among: curriculum.sessions.map(\.id),
          otherwise: "see the sessions with 'seminar timetable'"
        )
      )
    }
    let published = last.entry(of: session).map { curriculum.zone.wallClock(at: $0.begins) }
    if let published, published.date < today, date.map({ $0 != published.date }) ?? false {
      throw Failure(
        .usage,
        "'\(session)' was held on \(published.date) and cannot be changed",
        remedy: "leave it out; the past stays unchanged"
      )
    }
    if let date {
      return declaration("window", [("of", session), ("from", "\(date)"), ("until", "\(date)")])
    }
    guard let published, let time = TimeOfDay(minutes: published.minutes) else {
      throw Failure(
        .usage,
        "'\(session)' is not published yet, so it has no time to keep",
        remedy: "name a day, as in '--pin \(session)=\(today)'"
      )
    }
    return declaration("pin", [("session", session), ("at", "\(published.date)T\(time)")])
  }

  private func declaration(_ name: String, _ values: [(String, String)]) -> Declaration {
    let place = Diagnostic.Location(file: "--pin \(written.visible)")
    let entries = values.map { key, value in
      Node.Entry(
        key: key,
        location: place,
        value: Node(content: .scalar(value, isQuoted: true), location: place)
      )
    }
    return Declaration(
      name: name,
      argument: Node(content: .mapping(entries), location: place),
      location: place
    )
  }
}

extension CivilDate {
  /// A day written as an argument.
  init(argument text: String) throws {
    guard let date = CivilDate(text) else {
      throw ValidationError("'\(text)' is not a date; write year-month-day")
    }
    self = date
  }
}
