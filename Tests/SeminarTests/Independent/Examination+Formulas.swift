// The formulas of declared constraints, each from its sentence in the documentation.
extension Examination {
  func excess(ofFirst subject: [Placement]) -> Int {
    let names = Set(subject.map(\.session))
    let others = document.placements.filter { !names.contains($0.session) }
    return subject.reduce(0) { sum, first in
      sum + others.count { !ended(first, before: $0) }
    }
  }

  func excess(ofLast subject: [Placement]) -> Int {
    let names = Set(subject.map(\.session))
    let others = document.placements.filter { !names.contains($0.session) }
    return subject.reduce(0) { sum, last in
      sum + others.count { !ended($0, before: last) }
    }
  }

  /// Whether a placement begins at one of some times, or as a word says.
  func begins(_ placement: Placement, at times: [String]) throws -> Bool {
    switch times {
    case ["hour"]: return placement.start.minute % 60 == 0
    case ["half-hour"]: return placement.start.minute % 30 == 0
    case ["quarter-hour"]: return placement.start.minute % 15 == 0
    case ["block"]:
      let block = document.programme.blocks.first { $0.id == placement.block }
      return block?.start.minute == placement.start.minute
    default: return times.compactMap(minutes).contains(placement.start.minute)
    }
  }

  func standIns(for placement: Placement) throws -> Int {
    guard let session = document.programme.sessions.first(where: { $0.id == placement.session })
    else { throw Unknown(text: placement.session) }
    return teams(of: session)[Set(placement.trainers)] ?? 0
  }

  func excess(ofRows subject: [Placement]) -> Int {
    let names = Set(subject.map(\.session))
    return document.programme.groups.reduce(0) { sum, group in
      let attended = inTime(document.placements.filter { $0.groups.contains(group.id) })
      return sum
        + zip(attended, attended.dropFirst()).count { first, second in
          first.block == second.block && names.contains(first.session)
            && names.contains(second.session)
        }
    }
  }

  func excess(ofWeeks weeks: Set<Int>, most: Int) -> Int {
    weeks.filter { !weeks.contains($0 - 1) }.reduce(0) { sum, first in
      var next = first
      while weeks.contains(next) { next += 1 }
      return sum + max(0, next - first - most)
    }
  }

  func excess(ofRuns subject: [Placement], after limit: Int, least pause: Int) -> Int {
    Dictionary(grouping: subject, by: \.block).values.reduce(0) { sum, placements in
      var runs: [[Placement]] = []
      for placement in inTime(placements) {
        if let last = runs.last?.last, placement.start.minute < last.end.minute + pause {
          runs[runs.count - 1].append(placement)
        } else {
          runs.append([placement])
        }
      }
      return runs.filter { $0.count > 1 }.reduce(sum) { sum, run in
        let end = run.map(\.end.minute).max() ?? 0
        return sum + max(0, end - run[0].start.minute - limit)
      }
    }
  }

  func excess(
    ofSpread subject: [Placement],
    _ fields: [String: TimetableDocument.Argument]
  ) throws -> Int {
    guard !subject.isEmpty else { return 0 }
    return try ["least": -1, "most": 1].reduce(0) { sum, side in
      guard let argument = fields[side.key] else { return sum }
      let limit = try amount(argument)
      let used = try Set(subject.map(bucket(.text(limit.unit)))).count
      return sum + max(0, side.value * (used - limit.number))
    }
  }

  func excess(
    ofLoad subject: [Placement],
    _ fields: [String: TimetableDocument.Argument]
  ) throws -> Int {
    if let per = try? amount(fields["per"]), per.unit == "week" {
      return try excess(ofLoad: subject, fields, over: per.number)
    }
    let bucket = try bucket(fields["per"])
    let held = Dictionary(grouping: subject, by: bucket)
    return try ["least": -1, "most": 1].reduce(0) { sum, side in
      guard let argument = fields[side.key] else { return sum }
      let limit = try amount(argument)
      return buckets(fields["per"]).reduce(sum) { sum, name in
        let placements = held[name] ?? []
        let load =
          limit.unit == "minute"
          ? placements.reduce(0) { $0 + $1.minutes } : placements.count
        return sum + max(0, side.value * (load - limit.number))
      }
    }
  }

  private func excess(
    ofLoad subject: [Placement],
    _ fields: [String: TimetableDocument.Argument],
    over weeks: Int
  ) throws -> Int {
    let rows = 1...max(1, document.programme.weeks - weeks + 1)
    return try ["least": -1, "most": 1].reduce(0) { sum, side in
      guard let argument = fields[side.key] else { return sum }
      let limit = try amount(argument)
      return rows.reduce(sum) { sum, first in
        let held = subject.filter { (first..<first + weeks).contains($0.week) }
        let minutes = held.reduce(0) { $0 + $1.minutes }
        let load = limit.unit == "minute" ? minutes : held.count
        return sum + max(0, side.value * (load - limit.number))
      }
    }
  }

  func excess(ofEvenLoad subject: [Placement]) -> Int {
    let weeks = buckets(.text("week"))
    let total = subject.reduce(0) { $0 + $1.minutes }
    let least = total / weeks.count
    let most = (total + weeks.count - 1) / weeks.count
    return weeks.reduce(0) { sum, week in
      let load = subject.filter { "\($0.week)" == week }.reduce(0) { $0 + $1.minutes }
      return sum + max(0, least - load, load - most)
    }
  }
}
