import Curricula
import Diagnostics

@testable import Timetabling

/// Small problems that together use every shape of constraint, and every way of counting them.
enum SearchSample: String, CaseIterable {
  /// Every session takes a whole block: the counters of periods.
  case periods
  /// The same with trainers by choice, soft clashes and gaps between the blocks.
  case periodsByChoice
  /// Sessions of many lengths, two groups, rooms and trainers by choice.
  case general
  /// Blocks that overlap, no rooms, and sessions that fit nowhere.
  case odd

  func problem() throws -> Problem {
    try Self.problems[self]?.get() ?? made()
  }

  /// All of them, made once.
  private static let problems = Dictionary(
    uniqueKeysWithValues: allCases.map { sample in (sample, Result { try sample.made() }) }
  )

  private func made() throws -> Problem {
    let source = SourceText(file: "\(rawValue).yaml", text: text)
    var curriculum = try Curriculum.parse(source).curriculum
    if self == .odd {
      for (index, block) in curriculum.blocks.enumerated() where block.start == 720 {
        curriculum.blocks[index].start = 660
      }
    }
    let problem = try Problem(curriculum)
    return problem.with(constraints: problem.constraints + extra(in: problem))
  }

  private var text: String {
    switch self {
    case .periods:
      Self.head(rooms: true) + Self.hourly + Self.sessions(minutes: [60]) + Self.declared
        + Self.ways
    case .periodsByChoice:
      Self.head(rooms: true, byChoice: true) + Self.hourlyWithGaps
        + Self.sessions(minutes: [60], byChoice: true) + Self.declared + Self.ways
    case .general:
      Self.head(rooms: true, byChoice: true) + Self.mornings
        + Self.sessions(minutes: [60, 45, 90, 30], byChoice: true) + Self.declared + Self.ways
    case .odd:
      Self.head(rooms: false) + Self.overlapping + Self.sessions(minutes: [50, 500, 70])
        + Self.declared
    }
  }

  private static func head(rooms: Bool, byChoice: Bool = false) -> String {
    """
    curriculum: sample
    title: Sample
    zone: UTC
    starts: 2026-03-02
    weeks: 2
    grid: 15
    groups:
      - {id: A, name: Group A, size: 20}
      - {id: B, name: Group B, size: 30}
      - {id: C, name: Group C, size: 12}
    trainers:
      - {id: ann, name: Ann, away: [{on: 2026-03-02, weight: 4}, 2026-03-04]}
      - {id: bo, name: Bo\(byChoice ? ", alternates: [cy]" : "")}
      - {id: cy, name: Cy, hours: {from: 09:30, to: 13:00}}

    """
      + (rooms
        ? """
        rooms:
          - {id: hall, name: Hall, seats: 40, closed: [2026-03-03]}
          - {id: studio, name: Studio, seats: 25, closed: [{on: 2026-03-05, weight: 2}]}
          - id: attic
            name: Attic
            hours: {from: 09:30, to: 15:00, weight: 1}
            only: [{from: 2026-03-02, to: 2026-03-08}, {on: 2026-03-09, hours: {from: 09:00, to: 11:00}}]

        """ : "")
  }

  private static let hourly =
    "blocks:\n"
    + ["Monday", "Tuesday", "Wednesday"].flatMap { day in
      (9..<13).map { "  - {every: \(day), from: \"\($0):00\", to: \"\($0 + 1):00\"}\n" }
    }.joined()

  private static let hourlyWithGaps =
    "blocks:\n"
    + ["Monday", "Tuesday", "Thursday"].flatMap { day in
      [9, 10, 11, 14, 15].map { "  - {every: \(day), from: \"\($0):00\", to: \"\($0 + 1):00\"}\n" }
    }.joined()

  private static let mornings = """
    blocks:
      - {every: Monday, from: 09:00, to: 12:00}
      - {every: Monday, from: 13:00, to: 16:30}
      - {every: Wednesday, from: 09:00, to: 11:00}
      - {every: Friday, from: 09:00, to: 12:00}

    """

  private static let overlapping = """
    blocks:
      - {every: Monday, from: 09:00, to: 12:00}
      - {every: Monday, from: 12:00, to: 14:00}
      - {every: Tuesday, from: 09:00, to: 10:00}

    """

  private static func sessions(minutes: [Int], byChoice: Bool = false) -> String {
    let groups = ["[A]", "[B]", "[A, C]", "[C]", "[A, B]"]
    let kinds = ["lecture", "workshop", "workshop", "panel"]
    let trainers = [
      "trainers: [ann]", byChoice ? "one-of: [ann, bo]" : "trainers: [bo]", "trainers: [cy]",
    ]
    return "modules:\n"
      + (0..<4).map { module in
        "  - id: m\(module)\n    title: Module\n    sessions:\n"
          + (0..<3).map { index in
            let number = module * 3 + index
            return "      - {id: s\(number), title: S, kind: \(kinds[number % 4]), minutes: "
              + "\(minutes[number % minutes.count]), groups: \(groups[number % 5]), "
              + "\(trainers[number % 3])"
              + (number % 4 == 3 ? ", needs: [s\(number - 2)]" : "") + "}\n"
          }.joined()
      }.joined()
  }

  private static let declared = """
    constraints:
      - first: s0
      - order: {from: s4, to: s8, least: 1 day, most: 7 days}
        weight: 3
      - load: {of: each group, per: day, most: 90 minutes}
        weight: 1
      - load: {of: each trainer, per: day, least: 1 session, most: 2 sessions}
        weight: 2
      - load: {of: each group, per: block, most: 1 session}
      - even-load: each group
        weight: 1
      - break: {of: each group, after: 60 minutes, least: 15 minutes}
        weight: 2
      - break: {of: each trainer, after: 100 minutes, least: 30 minutes}
      - not-in-a-row: kind workshop
        weight: 3
      - not-isolated: each group
        weight: 2
      - not-isolated: each trainer
        weight: 1
      - together: {of: module m0, in: week}
        weight: 7
      - spread: {of: each module, least: 3 days}
        weight: 5
      - spread: {of: each trainer, most: 2 days}
        weight: 5
      - one-room: each module
        weight: 1
      - one-room: each trainer
        weight: 1
      - seats: all sessions
        weight: 1
      - window: {of: s5, weeks: [2]}
      - window: {of: s6, weeks: [2]}
        weight: 9
      - stand-in: all sessions
        weight: 2
      - weeks-in-a-row: {of: each module, most: 1 week}
        weight: 2
      - weeks-in-a-row: {of: each trainer, most: 1 week}
        weight: 1
      - consecutive: {of: each module, most: 15 minutes}
        weight: 1
      - load: {of: each trainer, per: 2 weeks, least: 1 session, most: 3 sessions}
        weight: 1
      - same-time: each module
        weight: 1
      - starts-with: [s2, s3, s7]
        weight: 2
      - starts-at: {of: kind workshop, at: hour}
        weight: 1
      - consecutive: {of: trainer bo}
        weight: 1
      - load: {of: trainer ann, per: programme, least: 150 minutes, most: 200 minutes}
        weight: 1
      - load: {of: each module, per: programme, most: 1 session}
        weight: 1

    """

  /// Constraints that need rooms.
  private static let ways = """
      - travel: {of: each group, between: [hall, studio, attic], least: 90 minutes}
        weight: 1
      - travel: {of: each trainer, between: [hall, attic], least: 100 minutes}
        weight: 1
      - load: {of: each room, per: programme, most: 3 sessions}
        weight: 1

    """

  /// Constraints for which the file has no name, or in other combinations.
  private func extra(in problem: Problem) -> [Constraint] {
    let some = Selection.sessions([0, 1, 2, 3])
    var extra: [Constraint] = [
      Plain.constraint(.soft(2), Span(selection: some, mostDays: 1)) {
        let dates = $0.placements(of: some).map($0.dayNumber(of:))
        return max(0, (dates.max() ?? 0) - (dates.min() ?? 0) - 1)
      },
      Plain.constraint(.soft(3), Span(selection: .trainer(1), mostDays: 2)) {
        let dates = $0.placements(of: .trainer(1)).map($0.dayNumber(of:))
        return max(0, (dates.max() ?? 0) - (dates.min() ?? 0) - 2)
      },
      Plain.constraint(.hard, Apart(sessions: [2, 5, 8, 11], leastDays: 3)) { timetable in
        let dates = timetable.placements(of: [2, 5, 8, 11]).map(timetable.dayNumber(of:))
        return dates.indices.reduce(0) { sum, left in
          dates[(left + 1)...].reduce(sum) { $0 + max(0, 3 - abs(dates[left] - $1)) }
        }
      },
      Plain.constraint(.soft(1), nil) { timetable in
        timetable.placements.count { $0.start % 60 == 0 && $0.session % 2 == 0 }
      },
    ]
    if self != .odd {
      for group in 0..<3 {
        let sessions = problem.sessions.indices.filter {
          problem.sessions[$0].groups.contains(group)
        }
        let selection = Selection.sessions(sessions)
        extra.append(
          Plain.constraint(.soft(1), NotIdle(selection: selection)) {
            $0.idleMinutes(of: selection)
          }
        )
      }
    }
    if self == .periodsByChoice {
      let sessions = Array(problem.sessions.indices.prefix(6))
      extra.append(
        Constraint(Plain.origin(.soft(4)), Clash(selection: .sessions(sessions)))
      )
    }
    return extra
  }
}

/// What a shape says, with an excess of its own; without a shape nothing is known but the excess.
private struct Plain: Shape {
  let shape: (any Shape)?
  let excess: @Sendable (Timetable) -> Int

  static func constraint(
    _ weight: Weight,
    _ shape: (any Shape)?,
    excess: @escaping @Sendable (Timetable) -> Int
  ) -> Constraint {
    Constraint(origin(weight), Plain(shape: shape, excess: excess))
  }

  static func origin(_ weight: Weight) -> Origin {
    Origin("plain", weight, .given, Statement(""), at: Diagnostic.Location(file: ""))
  }

  var selection: Selection { shape?.selection ?? .sessions([]) }
  var outlook: Outlook { .several }
  var isInMinutes: Bool { shape?.isInMinutes ?? false }

  func violations(in timetable: Timetable) -> [Violation] {
    let excess = excess(timetable)
    return excess > 0 ? [Violation(of: [], excess: excess)] : []
  }

  func count(in draft: inout Draft, at level: Level) {
    if let shape {
      shape.count(in: &draft, at: level)
    } else {
      draft.countByDefinition(self, at: level)
    }
  }

  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    shape?.relax(in: &relaxation, at: weight)
  }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    if let shape { shape.follow(in: &compiler, at: weight) } else { compiler.giveUp() }
  }

  var tie: Tie { shape?.tie ?? .none }
  func excerpt(in excerpt: Excerpt) -> (any Shape)? { nil }
  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { [.everything] }
  func eased(by excess: Int) -> Easing { .none(because: "nothing is known of it") }
}

extension Timetable {
  fileprivate func dayNumber(of placement: Placement) -> Int {
    problem.days[day(of: placement)].date.dayNumber
  }

  fileprivate func idleMinutes(of selection: Selection) -> Int {
    gather(placements(of: selection), by: day(of:)).reduce(0) { sum, entry in
      let blocks = problem.days[entry.key].blocks.map { problem.blocks[$0] }
      // Everything in the samples begins and ends at multiples of five minutes.
      return sum
        + 5
        * stride(from: 540, to: 1000, by: 5).count { minute in
          entry.placements.contains { end(of: $0) <= minute }
            && entry.placements.contains { $0.start > minute }
            && !entry.placements.contains { $0.start <= minute && minute < end(of: $0) }
            && blocks.contains { $0.start <= minute && minute < $0.end }
        }
    }
  }
}
