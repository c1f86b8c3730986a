import Foundation

/// What a timetable costs by the documented formulas, computed from its JSON alone.
///
/// Nothing here knows how the program computes a cost: the readings of the words are this file's own.
struct Examination {
  typealias Placement = TimetableDocument.Placement
  typealias Session = TimetableDocument.Session

  let document: TimetableDocument
  let placed: [String: Placement]
  /// The days that have a block, sorted.
  let days: [String]
  /// What is wrong beyond what any formula counts.
  private(set) var faults: [String] = []
  /// The costs found, in no order.
  private(set) var charges: [Charge] = []

  /// An excess above 0 of one constraint.
  struct Charge: Hashable {
    let name: String
    /// Where the constraint is declared; `nil` for what the document declares without its place.
    var declared: String?
    /// `nil` for what must hold.
    let weight: Int?
    let excess: Int
  }

  /// Something in the document that has no reading here.
  struct Unknown: Error {
    let text: String
  }

  init(_ document: TimetableDocument) throws {
    self.document = document
    placed = Dictionary(document.placements.map { ($0.session, $0) }) { first, _ in first }
    days = Set(document.programme.blocks.map(\.start.day)).sorted()
    examineForm()
    try examineNature()
    for declared in document.programme.constraints {
      for excess in try excesses(of: declared) where excess > 0 {
        charge(declared.constraint, excess, weight: declared.weight, declared: declared.declared)
      }
    }
  }

  /// The sum of the excess of all that must hold.
  var hard: Int { charges.filter { $0.weight == nil }.reduce(0) { $0 + $1.excess } }

  /// The sum of all penalties.
  var soft: Int { charges.reduce(0) { $0 + $1.excess * ($1.weight ?? 0) } }

  /// The penalties by name and place, to compare with those in the document.
  var sums: [String: Int] {
    Dictionary(charges.map { ("\($0.name) \($0.declared ?? "")", $0.excess * ($0.weight ?? 1)) }) {
      $0 + $1
    }
  }

  /// The penalties that the document itself names, summed in the same way.
  var sumsInDocument: [String: Int] {
    let places = Set(document.programme.constraints.map(\.declared))
    return Dictionary(
      document.penalties.map { penalty in
        let place = places.contains(penalty.declared) ? penalty.declared : ""
        return ("\(penalty.constraint) \(place)", penalty.penalty ?? penalty.excess)
      }
    ) { $0 + $1 }
  }

  mutating func fault(_ text: String) { faults.append(text) }

  mutating func charge(_ name: String, _ excess: Int, weight: Int? = nil, declared: String? = nil) {
    guard excess > 0 else { return }
    charges.append(Charge(name: name, declared: declared, weight: weight, excess: excess))
  }
}

extension Examination {
  /// Each session is there once, lies in its block and week, and ends when its minutes are over.
  private mutating func examineForm() {
    let programme = document.programme
    if placed.count != document.placements.count { faults.append("a session is placed twice") }
    for placement in document.placements {
      let name = placement.session
      guard let session = programme.sessions.first(where: { $0.id == name }),
        let block = programme.blocks.first(where: { $0.id == placement.block })
      else {
        faults.append("\(name) or its block is not declared")
        continue
      }
      if placement.start.day != block.start.day {
        faults.append("\(name) is not on its block's day")
      }
      if placement.week != block.week { faults.append("\(name) is not in its block's week") }
      if placement.minutes != session.minutes || placement.module != session.module
        || Set(placement.groups) != Set(session.groups)
      {
        faults.append("\(name) is not as declared")
      }
      if placement.end.minute - placement.start.minute != placement.minutes
        || placement.end.day != placement.start.day
        || placement.end.offset != placement.start.offset
      {
        faults.append("\(name) does not end when its minutes are over")
      }
      if placement.start.offset != offset(of: document.zone, at: placement.start) {
        faults.append("\(name) has another offset than its zone")
      }
      if let room = placement.room, !session.rooms.contains(room) {
        faults.append("\(name) is in a room it may not use")
      }
      if placement.room == nil, !programme.rooms.isEmpty { faults.append("\(name) has no room") }
    }
  }

  /// How far a zone is ahead of UTC at an instant, in minutes.
  func offset(of zone: String, at time: WallTime) -> Int? {
    let form = DateFormatter()
    form.locale = Locale(identifier: "en_US_POSIX")
    form.timeZone = TimeZone(secondsFromGMT: 60 * time.offset)
    form.dateFormat = "yyyy-MM-dd HH:mm"
    let clock = "\(time.day) \(time.minute / 60):\(time.minute % 60)"
    guard let instant = form.date(from: clock), let zone = TimeZone(identifier: zone) else {
      return nil
    }
    return zone.secondsFromGMT(for: instant) / 60
  }

  /// The number of a day such as `2026-04-07`, counted from 1 January 1970, by the calendar alone.
  static func number(ofDay day: String) -> Int {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let date = calendar.date(
      from: DateComponents(year: parts[0], month: parts[1], day: parts[2])
    )
    return Int((date ?? .distantPast).timeIntervalSince1970 / 86_400)
  }

  /// The days from one placement to another.
  static func days(from first: Placement, to second: Placement) -> Int {
    number(ofDay: second.start.day) - number(ofDay: first.start.day)
  }

  /// Placements in the order of time.
  func inTime(_ placements: [Placement]) -> [Placement] {
    let blocks = Dictionary(
      document.programme.blocks.map { ($0.id, $0.start.minute) }
    ) { first, _ in first }
    let order = Dictionary(
      document.programme.sessions.enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
    func key(_ placement: Placement) -> (String, Int, Int, Int) {
      (
        placement.start.day, blocks[placement.block] ?? 0, placement.start.minute,
        order[placement.session] ?? 0
      )
    }
    return placements.sorted { key($0) < key($1) }
  }

  /// Whether two placements share a minute.
  func overlap(_ first: Placement, _ second: Placement) -> Bool {
    first.start.day == second.start.day && first.start.minute < second.end.minute
      && second.start.minute < first.end.minute
  }

  /// Whether one placement has ended when another begins.
  func ended(_ first: Placement, before second: Placement) -> Bool {
    first.end.day < second.start.day
      || first.end.day == second.start.day && first.end.minute <= second.start.minute
  }

  /// The teams of a session, each with its stand-ins.
  func teams(of session: Session) -> [Set<String>: Int] {
    func candidates(_ name: String) -> [(name: String, rank: Int)] {
      let alternates = document.programme.trainers.first { $0.id == name }?.alternates ?? []
      return [(name, 0)] + alternates.enumerated().map { ($1, $0 + 1) }
    }
    var choices = session.trainers.map(candidates)
    if !session.oneOf.isEmpty { choices.append(session.oneOf.flatMap(candidates)) }
    var teams: [(members: [String], rank: Int)] = [([], 0)]
    for choice in choices {
      teams = teams.flatMap { team in
        choice.filter { !team.members.contains($0.name) }
          .map { (team.members + [$0.name], team.rank + $0.rank) }
      }
    }
    return Dictionary(teams.map { (Set($0.members), $0.rank) }, uniquingKeysWith: min)
  }
}
