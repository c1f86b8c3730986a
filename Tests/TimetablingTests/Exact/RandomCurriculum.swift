import Curricula
import Diagnostics
import Synchronization
import Timetabling

@testable import seminar_benchmark

/// A small curriculum made by chance, as somebody might write it, with every kind of constraint.
struct RandomCurriculum {
  private var generator: DrawingLots
  private var sessions: [String] = []
  private var lines: [String] = []

  /// The curriculum as text.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Makes a curriculum; equal seeds make equal ones.
  ///
  /// - Parameters:
  ///   - seed: The source of chance.
  ///   - groups: The number of groups; with several, sessions can be held at once.
  init(seed: UInt64, groups: Int = 1) {
    generator = DrawingLots(seed: seed)
    let weeks = 2 + generator.below(2)
    lines = [
      "curriculum: random", "title: Random", "edition: \"1\"", "zone: Europe/Vienna",
      "starts: 2026-03-02", "weeks: \(weeks)", "grid: \(generator.one(of: [20, 30, 30]))",
    ]
    addBlocks()
    lines.append("groups:")
    for group in 0..<groups { lines.append("  - {id: g\(group), name: G, size: 10}") }
    let rooms = generator.one(of: [0, 1, 1, 2])
    addRooms(rooms)
    addTrainers()
    lines += ["themes:", "  - {id: T1, title: One}"]
    addCalendar()
    addModules(groups: groups)
    addConstraints(rooms: rooms)
  }

  /// The curriculum made ready for placing.
  func problem() throws -> Problem { try Self.problem(of: text) }

  /// The problems by their texts: many tests make the same.
  private static let known = Mutex<[String: Problem]>([:])

  /// A curriculum as text, made ready for placing.
  static func problem(of text: String) throws -> Problem {
    if let problem = known.withLock({ $0[text] }) { return problem }
    let source = SourceText(file: "random.yaml", text: text)
    let problem = try Problem(Curriculum.parse(source).curriculum)
    known.withLock { $0[text] = problem }
    return problem
  }

  private mutating func addBlocks() {
    lines.append("blocks:")
    switch generator.below(7) {
    case 0: lines.append("  - {every: Monday, from: 10:00, to: 12:00}")
    case 1:
      lines.append("  - {every: Monday, from: 10:00, to: 11:00}")
      lines.append("  - {every: Monday, from: 11:00, to: 12:00}")
    case 2:
      lines.append("  - {every: Monday, from: 10:00, to: 11:30}")
      lines.append("  - {every: Thursday, from: 10:00, to: 11:00}")
    case 3:
      lines.append("  - {every: Monday, from: 10:00, to: 11:30}")
      lines.append("  - {every: Monday, from: 14:00, to: 15:00}")
    case 4:
      lines.append("  - {every: Monday, from: 10:00, to: 11:30}")
      lines.append("  - {every: Monday, weeks: [2], from: 14:00, to: 15:00}")
    case 5:
      lines.append("  - {every: Monday, from: 10:00, to: 11:00}")
      lines.append("  - {every: Thursday, from: 10:00, to: 11:00}")
      lines.append("  - {every: Thursday, weeks: [1], from: 11:00, to: 12:00}")
    default:
      lines.append("  - {every: Tuesday, from: 10:00, to: 11:00}")
      lines.append("  - {every: Wednesday, from: 10:00, to: 11:30}")
    }
  }

  private mutating func addRooms(_ rooms: Int) {
    guard rooms > 0 else { return }
    lines.append("rooms:")
    for room in 0..<rooms {
      let extra = generator.one(of: [
        "", "", ", features: [video-link]", ", closed: [2026-03-09]",
        ", closed: [{on: 2026-03-02, weight: 2}]", ", hours: {from: 10:00, to: 11:30}",
      ])
      lines.append(
        "  - {id: r\(room), name: R\(room), seats: \(generator.one(of: [5, 20, 20]))\(extra)}"
      )
    }
  }

  private mutating func addTrainers() {
    lines.append("trainers:")
    for trainer in 0..<3 {
      let extra = generator.one(of: [
        "", "", ", away: [2026-03-09]", ", away: [{from: 2026-03-03, to: 2026-03-05, weight: 3}]",
        ", alternates: [t\((trainer + 1) % 3)]", ", hours: {from: 10:20, to: 18:00}",
        ", only: [{from: 2026-03-02, to: 2026-03-10}]",
        ", hours: {from: 10:30, to: 11:30, weight: 1}",
      ])
      lines.append("  - {id: t\(trainer), name: T\(trainer), zone: Europe/Vienna\(extra)}")
    }
  }

  private mutating func addCalendar() {
    lines.append("calendar:")
    lines.append(
      generator.one(of: [
        "  - {closed: 2026-03-16, name: C}", "  - {avoid: 2026-03-09, weight: 2, name: A}",
        "  - {prefer: 2026-03-09, weight: 1, modules: [m1], name: P}",
      ])
    )
  }

  private mutating func addModules(groups: Int) {
    lines.append("modules:")
    for module in 0..<2 {
      lines += ["  - id: m\(module)", "    title: M", "    sessions:"]
      for _ in 0..<(1 + generator.below(2)) + (groups > 1 ? 1 : 0) {
        let id = "s\(sessions.count)"
        lines.append("      - id: \(id)")
        lines.append("        title: S")
        let kind = sessions.isEmpty ? "workshop" : generator.one(of: ["lecture", "workshop"])
        lines.append("        kind: \(kind)")
        lines.append("        minutes: \(generator.one(of: [20, 30, 30, 40, 60]))")
        lines.append("        themes: [T1]")
        if generator.below(2) == 0 { lines.append("        tags: [X]") }
        lines.append(
          "        "
            + generator.one(of: [
              "trainers: [t0]", "trainers: [t1]", "one-of: [t0, t2]", "trainers: [t2]",
            ])
        )
        if groups > 1 { lines.append("        groups: [g\(generator.below(groups))]") }
        if let earlier = sessions.last, generator.below(4) == 0 {
          let need = generator.one(of: [
            earlier, "{session: \(earlier), least: 1 days}",
            "{session: \(earlier), least: 2 days, weight: 2}",
            "{session: \(earlier), most: 3 days, weight: 1}", "{session: \(earlier), weight: 5}",
            "{session: \(earlier), most: 7 days}",
          ])
          lines.append("        needs: [\(need)]")
        }
        sessions.append(id)
      }
    }
  }

  private mutating func addConstraints(rooms: Int) {
    lines.append("constraints:")
    for _ in 0..<(2 + generator.below(4)) {
      let constraint = generator.one(of: constraints(rooms: rooms))
      let weight = generator.one(of: [nil, 1, 2, 3, 0, 7]) as Int?
      lines.append("  - \(constraint)")
      if let weight { lines.append("    weight: \(weight)") }
    }
    if generator.below(2) == 0 { lines += ["  - stand-in: all sessions", "    weight: 1"] }
  }

  private mutating func constraints(rooms: Int) -> [String] {
    let subject = generator.one(of: [
      "each group", "each module", "each trainer", "all sessions", "kind workshop", "trainer t0",
    ])
    let fixed = generator.one(of: ["each module", "all sessions", "kind workshop", "each group"])
    let number = 1 + generator.below(3)
    let bucket = generator.one(of: ["block", "day", "week"])
    let session = generator.one(of: sessions)
    let other = generator.one(of: sessions)
    var all = [
      "load: {of: \(subject), per: \(bucket), most: \(number * 30) minutes}",
      "load: {of: \(subject), per: \(bucket), least: \(number) sessions}",
      "load: {of: \(subject), per: \(bucket), most: \(number) sessions}",
      "load: {of: \(subject), per: programme, most: \(number) sessions}",
      "load: {of: \(subject), per: programme, least: \(number * 30) minutes}",
      "even-load: \(fixed)",
      "spread: {of: \(subject), most: \(number) \(bucket)s}",
      "spread: {of: \(subject), least: \(number) \(bucket)s}",
      "together: {of: \(subject), in: \(bucket)}",
      "separate: {of: \(subject), in: \(bucket)}",
      "span: {of: \(subject), most: \(generator.one(of: [0, 0, 1, 5])) days}",
      "apart: {of: \(fixed), least: \(number) days}",
      "break: {of: \(subject), after: \(generator.one(of: [30, 50])) minutes, "
        + "least: \(generator.one(of: [10, 20, 30])) minutes}",
      "not-idle: \(subject)", "not-isolated: \(subject)", "not-in-a-row: \(fixed)",
      "consecutive: {of: \(subject), most: \(generator.one(of: [0, 30])) minutes}",
      "times: {of: \(subject), from: \(generator.one(of: ["10:20", "10:30", "11:00"]))}",
      "window: {of: \(subject), until: 2026-03-11}", "first: \(session)", "last: \(session)",
      "held-by: {of: \(session), trainers: [t0]}",
    ]
    if other != session {
      all.append("order: {from: \(session), to: \(other), least: \(number) days}")
      all.append("order: {from: \(session), to: \(other), most: \(number) days}")
      all.append("order: {from: \(session), to: \(other)}")
    }
    if rooms > 0 {
      all += [
        "one-room: \(subject)", "one-room: \(subject)", "held-in: {of: \(subject), rooms: [r0]}",
      ]
    }
    if rooms > 1 {
      all.append("travel: {of: \(subject), between: [r0, r1], least: 20 minutes}")
    }
    return all
  }
}
