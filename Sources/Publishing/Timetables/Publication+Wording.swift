internal import Curricula
internal import Diagnostics
internal import Foundation
internal import Timetabling

// Sentences that every form for people uses.
extension Publication {
  /// What is known of the timetable: `Optimal: cost 12, proved`.
  var standing: String {
    switch outcome {
    case .infeasible: return "No timetable exists."
    case .laidOut(let solution):
      let cost = cost
      if cost.hard > 0 {
        return "Not valid: hard constraints are broken in \(brokenPlaces); cost \(cost.soft)"
      }
      if solution.bound >= cost.soft { return "Optimal: cost \(cost.soft), proved" }
      return "Feasible: cost \(cost.soft), no timetable can cost less than \(solution.bound) "
        + "(gap \(cost.soft - solution.bound))"
    }
  }

  /// The sessions of choices that are not held, in a sentence; `nil` of none.
  var notHeld: String? {
    let left = curriculum.notHeld
    guard !left.isEmpty else { return nil }
    let names = left.map { "\($0.title.legible) (\($0.id))" }
    return "Not held in this edition: \(names.joined(separator: ", "))."
  }

  /// Of which way to choose the sessions a conflict is; `nil` where there was nothing to choose.
  var scopeOfConflict: String? {
    guard curriculum.decision != nil else { return nil }
    let held = curriculum.choices.flatMap(\.sessions).filter { !curriculum.isNotHeld($0) }
    return "No choice of sessions makes it possible. Here is the reason if \(held.quoted()) "
      + "\(held.count.agreeing("is", "are")) held."
  }

  /// What stands above the lines of a conflict.
  static func lead(of conflict: Conflict) -> String {
    if conflict.lines.isEmpty { return "No reason was found." }
    return conflict.isMinimal
      ? "These lines contradict each other. Without any one of them, they would not:"
      : "These lines contradict each other. Perhaps not all of them are needed for that:"
  }

  /// What stands above the repairs of a conflict, or says that there are none.
  static func repairLead(_ repairs: [Conflict.Repair]) -> String {
    let needsSeveral = repairs.contains { $0.changes.count > 1 }
    return switch repairs.count {
    case 0: "No change was found that makes a timetable possible."
    case 1 where needsSeveral:
      "No single change is enough. Together, these make a timetable possible:"
    case 1: "This change makes a timetable possible:"
    case _ where needsSeveral:
      "No single change is enough, except to leave out a session. Any one of these makes a timetable "
        + "possible:"
    default: "Any one of these changes makes a timetable possible, the cheapest first:"
    }
  }

  /// A repair with what its timetable costs.
  ///
  /// - Parameters:
  ///   - repair: The repair.
  ///   - cost: What its cost is, in a word.
  /// - Returns: The sentence without its full stop.
  static func sentence(_ repair: Conflict.Repair, cost: String = "cost") -> String {
    "\(repair.sentence) (\(cost) \(repair.cost))"
  }

  /// The edition and the place.
  var edition: String {
    [
      curriculum.edition.isEmpty ? nil : "Edition \(curriculum.edition)",
      curriculum.place,
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// From when to when, and how much.
  var extent: String {
    let days = curriculum.blocks.map(\.date)
    guard let first = days.first, let last = days.last else { return "" }
    return "\(first.spelled) to \(last.spelled) · \(curriculum.weeks.counted("week")) · "
      + curriculum.sessions.count.counted("session")
  }

  /// The zone in which times are given, with its offsets where they matter.
  var zoneSentence: String {
    let zone = curriculum.zone
    var offsets: [(text: String, since: CivilDate)] = []
    for block in curriculum.blocks {
      let text = "UTC" + zone.offset(at: curriculum.instant(of: block.start, in: block))
      if offsets.last?.text != text { offsets.append((text, block.date)) }
    }
    let spelled = offsets.enumerated().map { index, offset in
      index == 0 ? offset.text : "\(offset.text) from \(offset.since.dayAndMonth)"
    }
    let details = ([zone.name] + spelled).joined(separator: ", ")
    let sentence = "Times are \(zone.city) time (\(details))."
    let trainers = appointments.contains { $0.trainers.contains { $0.zone != zone } }
    let groups = appointments.contains { $0.hasGroups(away: zone) }
    let others =
      switch (trainers, groups) {
      case (false, false): ""
      case (true, false): "Trainers"
      case (false, true): "Groups"
      case (true, true): "Trainers and groups"
      }
    return others.isEmpty
      ? sentence : sentence + " \(others) in other zones find their own time next to their name."
  }

  /// The groups that attend, where not all do or some are in another zone than the programme.
  func groups(of appointment: Appointment) -> String? {
    let isForAll = appointment.groups.count == curriculum.groups.count
    return isForAll && !appointment.hasGroups(away: curriculum.zone)
      ? nil : appointment.attendance(away: curriculum.zone)
  }

  /// The weeks of the programme with what is held in them.
  var weeks: [Week] {
    (1...max(1, curriculum.weeks)).map { number in
      let held = appointments.filter { $0.week == number }
      let dates = held.map(\.date).uniqued()
      return Week(
        number: number,
        modules: held.map(\.module).uniqued().map { module in
          let index = curriculum.modules.firstIndex(of: module) ?? 0
          return (number: index + 1, module: module)
        },
        days: dates.map { date in Day(date: date, held: held.filter { $0.date == date }) }
      )
    }
  }

  /// A week with what is held in it.
  struct Week {
    /// The number, from 1.
    let number: Int
    /// The modules held, in the order of time, each with its number in the curriculum.
    let modules: [(number: Int, module: Module)]
    /// The days with sessions.
    let days: [Day]
  }

  /// A day with what is held on it.
  struct Day {
    let date: CivilDate
    let held: [Appointment]

    /// The appointments and the breaks between them, in the order of time.
    var lines: [Line] {
      var lines: [Line] = []
      var end = held.first?.start ?? 0
      for appointment in held {
        if end < appointment.start { lines.append(.pause(start: end, end: appointment.start)) }
        end = max(end, appointment.end)
        lines.append(.session(appointment))
      }
      return lines
    }
  }

  /// A line of a day.
  enum Line {
    case session(Appointment)
    /// Minutes since midnight between which there is no session.
    case pause(start: Int, end: Int)
  }
}

/// A length of time in words: `15 minutes`, `2 hours`, `1 hour 30 minutes`.
func spelled(minutes: Int) -> String {
  let parts = [(minutes / 60).counted("hour"), (minutes % 60).counted("minute")]
  return parts.filter { !$0.hasPrefix("0 ") }.joined(separator: " ")
}

extension Array where Element: Hashable {
  /// The different elements in the order in which they first appear.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
