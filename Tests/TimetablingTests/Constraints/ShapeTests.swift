import Chance
import Curricula
import Diagnostics
import Testing

@testable import Timetabling

@Suite struct ShapeTests {
  /// A curriculum with every constraint there is.
  private static let problem: Result<Problem, any Error> = Result {
    var sample = Sample()
      .replacing(
        "{id: attic, name: Attic}",
        with: """
          {id: attic, name: Attic, hours: {from: 09:30, to: 15:00}, closed: [2026-03-09], only:
              [{from: 2026-03-02, to: 2026-03-31, hours: {from: 9:00, to: 16:00}}]}
          """
      )
      .replacing(
        "{id: ann, name: Ann}",
        with: """
          {id: ann, name: Ann, away: [2026-03-04, {on: 2026-03-02, weight: 2, hours:
              {from: 14:00, to: 15:00}}], tentative: [2026-03-11]}
          """
      )
      .replacing(
        "{id: dee, name: Dee,",
        with: "{id: dee, name: Dee, hours: {from: 14:00, to: 18:00}, only: [2026-03-02],"
      )
      .replacing("tags: [Y]}", with: "tags: [Y], features: [tables], needs: [a]}")
      .replacing(
        "groups: [B]}",
        with: "needs: [{session: d, least: 2 days, most: 8 days}], trainers: [bo]}"
      )
    sample.text += """
      calendar:
        - {closed: 2026-03-18, name: Holiday}
        - {avoid: 2026-03-04, name: Fair, modules: [two], weight: 2}
        - {prefer: 2026-03-02, name: Fete}

      """
    let more = [
      "together: {of: trainer ann, in: week}", "together: {of: room hall, in: block}",
      "spread: {of: each trainer, least: 2 days, most: 2 days}", "one-room: each trainer",
      "load: {of: each trainer, per: week, least: 1 session, most: 1 session}",
      "load: {of: each room, per: block, least: 30 minutes, most: 60 minutes}",
      "load: {of: trainer ann, per: programme, most: 1 session}",
      "span: {of: trainer ann, most: 3 days}", "not-idle: trainer ann", "not-idle: room hall",
      "not-isolated: room hall", "break: {of: room hall, after: 60 minutes, least: 30 minutes}",
      "window: {of: trainer cy, weekdays: Monday}", "times: {of: room studio, until: 11:00}",
      "held-in: {of: trainer bo, rooms: [hall]}", "held-by: {of: room hall, trainers: [ann]}",
      "apart: {of: all sessions, least: 3 days}", "not-in-a-row: all sessions",
      "pin: {session: b, at: 2026-03-09T13:00, room: hall, trainers: dee}",
    ]
    sample.text += "constraints:\n" + (everyDeclaration + more).map { "  - \($0)\n" }.joined()
    let problem = try sample.problem()
    var chance = SplitMix64(seed: 7)
    let published = Timetable(of: problem, places(in: problem, using: &chance)).published
    let today = problem.days[2].date
    return problem.with(
      constraints: problem.constraints + problem.perturbation(from: published, today: today)
    )
  }

  /// Most sessions, anywhere, clashes and all.
  private static func places(
    in problem: Problem,
    using chance: inout SplitMix64
  ) -> [Placement] {
    problem.sessions.indices.compactMap { session in
      guard Int.random(in: 0..<10, using: &chance) > 0 else { return nil }
      // Few blocks, so that much happens in each.
      let block = Int.random(
        in: 0..<Int.random(in: 1...problem.blocks.count, using: &chance),
        using: &chance
      )
      let starts = Array(problem.starts(of: session, in: block))
      let team = problem.sessions[session].teams.randomElement(using: &chance)
      return Placement(
        session: session,
        block: block,
        start: starts.randomElement(using: &chance) ?? problem.blocks[block].start,
        room: problem.sessions[session].rooms.randomElement(using: &chance),
        trainers: team?.trainers ?? []
      )
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `each shape says what the violations say`(seed: UInt64) throws {
    let problem = try Self.problem.get()
    var chance = SplitMix64(seed: seed)
    let timetable = Timetable(of: problem, Self.places(in: problem, using: &chance))
    let slow = SlowShape(timetable)
    for constraint in problem.constraints {
      let violations = constraint.violations(in: timetable)
      #expect(violations.allSatisfy { $0.excess > 0 })
      #expect(violations.allSatisfy { $0.sessions == $0.sessions.sorted() })
      let sum = violations.reduce(0) { $0 + $1.excess }
      if let excess = slow.excess(of: constraint.shape) {
        #expect(excess == sum, "\(constraint.origin.name): \(constraint.origin.sentence)")
      }
    }
  }

  @Test func `every constraint is broken by some timetable`() throws {
    let problem = try Self.problem.get()
    var unbroken = Set(problem.constraints.indices)
    for seed in 0..<300 as Range<UInt64> {
      var chance = SplitMix64(seed: seed)
      let timetable = Timetable(of: problem, Self.places(in: problem, using: &chance))
      unbroken = unbroken.filter { problem.constraints[$0].violations(in: timetable).isEmpty }
    }
    let sentences = unbroken.sorted().map { problem.constraints[$0].origin.sentence }
    #expect(sentences == [])
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `a shape of single placements reads only the parts that it names`(seed: UInt64) throws {
    let problem = try Self.problem.get()
    var chance = SplitMix64(seed: seed)
    let some = Self.places(in: problem, using: &chance)
    let others = Self.places(in: problem, using: &chance)
    for constraint in problem.constraints {
      guard let single = constraint.single else { continue }
      for placement in some where single.sessions.contains(placement.session) {
        guard var other = others.first(where: { $0.session == placement.session }) else { continue }
        if single.reads.contains(.block) || single.reads.contains(.start) {
          other.block = placement.block
        }
        if single.reads.contains(.start) { other.start = placement.start }
        if single.reads.contains(.room) { other.room = placement.room }
        if single.reads.contains(.trainers) { other.trainers = placement.trainers }
        #expect(
          single.excess(other) == single.excess(placement),
          "\(constraint.origin.name): \(constraint.origin.sentence)"
        )
      }
    }
  }
}
