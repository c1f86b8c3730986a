public import Curricula
public import Foundation
internal import Timetabling

/// A placement as people see it: with names instead of indices, and instants instead of minutes.
public struct Appointment: Hashable, Sendable {
  /// What is held.
  public let session: Session
  /// The module to which it belongs.
  public let module: Module
  /// The number of the module in its curriculum, from 1.
  public let moduleNumber: Int
  /// The block in which it is held.
  public let block: Block
  /// When it begins, in minutes since midnight in the zone of the programme.
  public let start: Int
  /// The instant at which it begins.
  public internal(set) var begins: Date
  /// The instant at which it ends.
  public internal(set) var ends: Date
  /// Where it is held; `nil` where the curriculum has no rooms.
  public internal(set) var room: Room?
  /// Who holds it, in the order in which they speak, else in the order of the curriculum.
  public let trainers: [Trainer]
  /// Who attends.
  public let groups: [Group]
  /// Where the programme was held when the session was; `nil` where it is held there now.
  var place: String?
  /// What calendars said of it when it was held.
  var note: String?

  /// When it ends, in minutes since midnight in the zone of the programme.
  public var end: Int { start + session.minutes }
  /// The week of the programme, from 1.
  public var week: Int { block.week }
  /// The day on which it counts.
  public var date: CivilDate { block.date }
  /// The day that the clock of the programme shows when it begins: another where its block passes
  /// midnight.
  var dateOnClock: CivilDate { date.clock(after: start).date }

  /// The time of the programme's clock: `10:00–11:00`.
  var hours: String { "\(clockOfStart(start))–\(clock(end))" }

  /// The day of the clock where it is another than the one on which it counts: `Tuesday 24 March`.
  var dayAfterMidnight: String? {
    let day = dateOnClock
    return day == date ? nil : "\(day.weekday.name) \(day.dayAndMonth)"
  }

  /// The trainers' own time, for one who lives in another zone than the programme.
  ///
  /// `15:00–16:00 in Vienna`, with the day where it is another: `00:15–01:05 on Wednesday 25 March
  /// in Tokyo`.
  func localTime(of trainer: Trainer, away programme: Zone) -> String? {
    localTime(in: trainer.zone, away: programme)
  }

  /// The same for a group; `nil` where it is in the zone of the programme.
  func localTime(of group: Group, away programme: Zone) -> String? {
    localTime(in: group.zone ?? programme, away: programme)
  }

  private func localTime(in zone: Zone, away programme: Zone) -> String? {
    guard zone != programme else { return nil }
    let (day, first) = zone.wallClock(at: begins)
    let (_, last) = zone.wallClock(at: ends)
    let when = day == dateOnClock ? "" : " on \(day.weekday.name) \(day.dayAndMonth)"
    return "\(clock(first))–\(clock(last))\(when) in \(zone.city)"
  }

  /// Whether a group that attends is in another zone than the programme.
  func hasGroups(away programme: Zone) -> Bool {
    groups.contains { $0.zone.map { $0 != programme } ?? false }
  }

  /// The groups that attend, each with its own time where it is in another zone than the programme.
  func attendance(away programme: Zone) -> String {
    groups.map { group in
      group.name + (localTime(of: group, away: programme).map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
  }
}

extension Appointment {
  /// Looks a placement up in its problem.
  init(_ placement: Placement, in problem: Problem) {
    let curriculum = problem.curriculum
    let facts = problem.sessions[placement.session]
    session = curriculum.sessions[placement.session]
    module = curriculum.modules[facts.module]
    moduleNumber = facts.module + 1
    block = problem.blocks[placement.block]
    start = placement.start
    room = placement.room.map { curriculum.rooms[$0] }
    trainers = session.inSpeakingOrder(
      placement.trainers.map { curriculum.trainers[$0] },
      of: curriculum
    )
    groups = facts.groups.map { curriculum.groups[$0] }
    begins = curriculum.instant(of: placement.start, in: block)
    ends = begins.addingTimeInterval(TimeInterval(session.minutes) * 60)
  }
}

extension Curriculum {
  /// The instant of a time inside a block.
  ///
  /// A time that the clock passes over counts from the beginning of the block, which exists.
  func instant(of minutes: Int, in block: Block) -> Date {
    if let instant = zone.instant(on: block.date, minutes: minutes) { return instant }
    let opening = zone.instant(on: block.date, minutes: block.start) ?? midnightUTC(of: block.date)
    return opening.addingTimeInterval(TimeInterval(minutes - block.start) * 60)
  }

  /// The first instant of a day in UTC.
  func midnightUTC(of date: CivilDate) -> Date {
    Date(timeIntervalSince1970: TimeInterval(date.dayNumber) * 86_400)
  }
}

extension CivilDate {
  /// The day without the year: `24 March`.
  var dayAndMonth: String {
    spelled.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// The day with its weekday: `Tuesday 24 March 2026`.
  var full: String { "\(weekday.name) \(spelled)" }
}

extension Room {
  /// The identifiers of the rooms that are used when it is: its own, or those that it is made of.
  var singles: [String] { parts.isEmpty ? [id] : parts }
}

extension Session {
  /// Those who hold it in the order in which they speak; a stand-in has the place of the one replaced.
  fileprivate func inSpeakingOrder(_ team: [Trainer], of curriculum: Curriculum) -> [Trainer] {
    guard !speakingOrder.isEmpty else { return team }
    var left = team
    var ordered: [Trainer] = []
    for name in speakingOrder {
      let alternates = curriculum.trainers.first { $0.id == name }?.alternates ?? []
      let isNamed = left.firstIndex { $0.id == name }
      guard
        let index = isNamed
          ?? left.firstIndex(where: {
            alternates.contains($0.id) && !trainers.contains($0.id)
          })
      else { continue }
      ordered.append(left.remove(at: index))
    }
    return ordered + left
  }
}
