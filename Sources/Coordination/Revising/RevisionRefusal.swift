public import Curricula
internal import Diagnostics

/// Why something that was asked of a revision cannot be done.
public enum RevisionRefusal: Error, Hashable, Sendable {
  case unknownTrainer(String, among: [String])
  case unknownSession(String, among: [String])
  case absenceInThePast(CivilDate, today: CivilDate)
  case heldAlready(String, on: CivilDate)
  case noTimeToKeep(String, today: CivilDate)
  /// A session is said not to have taken place, but was never published.
  case unpublishedSession(String, among: [String])
  /// A session is said not to have taken place, but has not begun.
  case notYetBegun(String, on: CivilDate)
  /// The rules of time zones are older than those by which something was published.
  case olderZoneRules(String, than: String)
}

extension RevisionRefusal {
  /// What cannot be done.
  public var message: String {
    switch self {
    case .unknownTrainer(let name, _): "there is no trainer '\(name.visible)'"
    case .unknownSession(let name, _): "there is no session '\(name.visible)'"
    case .absenceInThePast(let day, let today):
      "\(day) is before \(today), the first day that can be changed"
    case .heldAlready(let session, let day):
      "'\(session)' was held on \(day) and cannot be changed"
    case .noTimeToKeep(let session, _):
      "'\(session)' is not published yet, so it has no time to keep"
    case .unpublishedSession(let session, _):
      "the last revision has no session '\(session.visible)'"
    case .notYetBegun(let session, let day):
      "'\(session)' takes place on \(day.spelled), which is still to come"
    case .olderZoneRules(let own, let recorded):
      "the rules of time zones here are \(own), but a revision was published with \(recorded)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .unknownTrainer(let name, let known):
      didYouMean(name, among: known, otherwise: "see the trainers in the curriculum")
    case .unknownSession(let name, let known):
      didYouMean(name, among: known, otherwise: "see the sessions with 'seminar timetable'")
    case .absenceInThePast(_, let today):
      "name days from \(today) on, or choose an earlier day with '--today'"
    case .heldAlready(let session, _):
      "leave it out, or say that it did not take place with '--not-held \(session) --why \"…\"'"
    case .noTimeToKeep(let session, let today):
      "name a day, as in '--pin \(session)=\(today)'"
    case .unpublishedSession(let session, let known):
      didYouMean(
        session,
        among: known,
        otherwise: "see what was published with 'seminar revisions'"
      )
    case .notYetBegun(let session, _):
      "move it with '--pin \(session)=DATE', or take it out of the curriculum"
    case .olderZoneRules:
      "install newer rules of time zones, or let \(ZoneChoice.variable) name a folder of them"
    }
  }
}
