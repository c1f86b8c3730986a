import Curricula

@testable import Timetabling

/// The excess of shapes, computed minute by minute from what each shape says of itself.
///
/// It shares no code with the constraints and is as slow as it is plain.
struct SlowShape {
  private struct Taken {
    var placement: Placement
    var date: CivilDate
    var week: Int
    var minutes: Set<Int>
    var start: Int { placement.start }
    var end: Int { placement.start + minutes.count }
  }

  private let problem: Problem
  private let all: [Taken]

  init(_ timetable: Timetable) {
    problem = timetable.problem
    all = timetable.problem.sessions.indices.compactMap { session in
      guard let placement = timetable.placement(of: session) else { return nil }
      let block = timetable.problem.blocks[placement.block]
      let length = timetable.problem.sessions[session].minutes
      return Taken(
        placement: placement,
        date: block.date,
        week: block.week,
        minutes: Set(placement.start..<placement.start + length)
      )
    }
  }

  /// The excess of a shape, `nil` for one that says nothing.
  func excess(of shape: any Shape) -> Int? {
    switch shape {
    case let shape as Single:
      sum(all.filter { shape.sessions.contains($0.placement.session) }) {
        shape.excess($0.placement)
      }
    case let shape as Clash: clash(taken(shape.selection))
    case let shape as Order: order(shape)
    case let shape as Load: load(shape)
    case let shape as WeeksLoad: weeksLoad(shape)
    case let shape as Distinct: distinct(shape)
    case let shape as Span: span(shape)
    case let shape as Apart: apart(shape)
    case let shape as NotIsolated: isolated(taken(shape.selection))
    case let shape as NotIdle: idle(taken(shape.selection))
    case let shape as NotInARow: backToBack(shape)
    case let shape as Break: unbroken(shape)
    case let shape as WeeksInARow: weeksInARow(shape)
    default: nil
    }
  }

  private func sum<Element>(_ elements: [Element], _ value: (Element) -> Int) -> Int {
    elements.map(value).reduce(0, +)
  }

  private func taken(_ selection: Selection) -> [Taken] {
    all.filter { taken in
      switch selection {
      case .sessions(let sessions): sessions.contains(taken.placement.session)
      case .trainer(let trainer): taken.placement.trainers.contains(trainer)
      case .room(let room): taken.placement.room == room
      case .rooms(let rooms): taken.placement.room.map(rooms.contains) == true
      }
    }
  }

  private func pairs(_ taken: [Taken]) -> [(Taken, Taken)] {
    taken.flatMap { left in
      taken.filter { left.placement.session < $0.placement.session }.map { (left, $0) }
    }
  }

  private func clash(_ taken: [Taken]) -> Int {
    pairs(taken).count { $0.date == $1.date && !$0.minutes.isDisjoint(with: $1.minutes) }
  }

  private func order(_ form: Order) -> Int {
    guard let earlier = all.first(where: { $0.placement.session == form.earlier }),
      let later = all.first(where: { $0.placement.session == form.later })
    else { return 0 }
    let days = later.date.dayNumber - earlier.date.dayNumber
    if days * 1440 + later.start < earlier.end { return 1 }
    if days < form.days.least { return form.days.least - days }
    if let most = form.days.most, days > most { return days - most }
    return 0
  }

  private func bucket(_ bucket: Bucket?, _ taken: Taken) -> Int {
    switch bucket {
    case nil: 0
    case .block: taken.placement.block
    case .day: taken.date.dayNumber
    case .week: taken.week
    }
  }

  private func load(_ form: Load) -> Int {
    let taken = taken(form.selection)
    let buckets =
      switch form.per {
      case .block: Set(problem.blocks.indices)
      case .day: Set(problem.blocks.map(\.date.dayNumber))
      case .week: Set(problem.blocks.map(\.week))
      case nil: Set([0])
      }
    return sum(Array(buckets)) { key in
      let amount = sum(taken.filter { bucket(form.per, $0) == key }) {
        form.measure == .minutes ? $0.minutes.count : 1
      }
      if amount < form.limits.least { return form.limits.least - amount }
      if let most = form.limits.most, amount > most { return amount - most }
      return 0
    }
  }

  private func distinct(_ form: Distinct) -> Int {
    let taken = taken(form.selection)
    guard !taken.isEmpty else { return 0 }
    let used =
      switch form.dimension {
      case .bucket(let kind): Set(taken.map { bucket(kind, $0) })
      case .room: Set(taken.compactMap(\.placement.room))
      case .start(.exact): Set(taken.map { $0.date.dayNumber * 10_000 + $0.start })
      case .start(.inWeek):
        Set(
          taken.map { (Weekday.allCases.firstIndex(of: $0.date.weekday) ?? 0) * 10_000 + $0.start }
        )
      }
    if used.count < form.limits.least { return form.limits.least - used.count }
    if let most = form.limits.most, used.count > most { return used.count - most }
    return 0
  }

  private func weeksLoad(_ form: WeeksLoad) -> Int {
    let taken = taken(form.selection)
    return sum(Array(1...max(1, problem.curriculum.weeks - form.weeks + 1))) { first in
      let held = taken.filter { $0.week >= first && $0.week < first + form.weeks }
      let amount = sum(held) { form.measure == .minutes ? $0.minutes.count : 1 }
      if amount < form.limits.least { return form.limits.least - amount }
      if let most = form.limits.most, amount > most { return amount - most }
      return 0
    }
  }

  private func span(_ form: Span) -> Int {
    let days = taken(form.selection).map(\.date.dayNumber)
    guard let first = days.min(), let last = days.max() else { return 0 }
    return last - first > form.mostDays ? last - first - form.mostDays : 0
  }

  private func apart(_ form: Apart) -> Int {
    sum(pairs(taken(.sessions(form.sessions)))) { left, right in
      let days = abs(left.date.dayNumber - right.date.dayNumber)
      return days < form.leastDays ? form.leastDays - days : 0
    }
  }

  /// Each week whose run has reached the most before it counts 1.
  private func weeksInARow(_ form: WeeksInARow) -> Int {
    let weeks = Set(taken(form.selection).map(\.week))
    return weeks.count { week in (0..<form.most).allSatisfy { weeks.contains(week - 1 - $0) } }
  }

  private func isolated(_ selected: [Taken]) -> Int {
    selected.count { one in
      !selected.contains { $0.date == one.date && ($0.start == one.end || $0.end == one.start) }
    }
  }

  private func idle(_ selected: [Taken]) -> Int {
    sum(Array(Set(all.map(\.date)))) { day in
      idleMinutes(selected.filter { $0.date == day }, on: day)
    }
  }

  private func backToBack(_ form: NotInARow) -> Int {
    let sessions = Set(taken(form.selection).map(\.placement.session))
    return sum(Array(problem.blocks.indices)) { block in
      let row = inOrder(taken(.sessions(form.among)).filter { $0.placement.block == block })
      return row.indices.dropFirst().count {
        sessions.contains(row[$0 - 1].placement.session)
          && sessions.contains(row[$0].placement.session)
      }
    }
  }

  private func unbroken(_ form: Break) -> Int {
    let selected = taken(form.selection)
    return sum(Array(problem.blocks.indices)) { block in
      var row = inOrder(selected.filter { $0.placement.block == block })
      var excess = 0
      while !row.isEmpty {
        var length = 1
        while length < row.count, row[length].start < row[length - 1].end + form.pause {
          length += 1
        }
        let last = row.prefix(length).map(\.end).max() ?? 0
        if length > 1, last - row[0].start > form.run { excess += last - row[0].start - form.run }
        row.removeFirst(length)
      }
      return excess
    }
  }

  private func inOrder(_ taken: [Taken]) -> [Taken] {
    taken.sorted { ($0.start, $0.placement.session) < ($1.start, $1.placement.session) }
  }

  private func idleMinutes(_ taken: [Taken], on day: CivilDate) -> Int {
    let blocks = problem.blocks.filter { $0.date == day }
    return (0..<1440).count { minute in
      taken.contains { $0.end <= minute } && taken.contains { $0.start > minute }
        && !taken.contains { $0.minutes.contains(minute) }
        && blocks.contains { $0.start <= minute && minute < $0.end }
    }
  }
}
