import Curricula
import Diagnostics
import Testing

@testable import Timetabling

/// One declaration of each constraint, broken by the placements of ``EveryConstraintTests``.
let everyDeclaration = [
  "apart: {of: module one, least: 2 days}",
  "break: {of: each group, after: 60 minutes, least: 15 minutes}",
  "consecutive: [a, c]",
  "even-load: all sessions",
  "features: all sessions",
  "first: c",
  "held-by: {of: a, trainers: [cy]}",
  "held-in: {of: a, rooms: [hall]}",
  "last: a",
  "load: {of: group A, per: day, most: 100 minutes}",
  "not-idle: each group",
  "not-in-a-row: module one",
  "not-isolated: each group",
  "one-room: module one",
  "order: {from: b, to: a}",
  "pin: {session: a, at: 2026-03-04T09:00}",
  "same-time: module one",
  "seats: all sessions",
  "separate: {of: module one, in: day}",
  "span: {of: all sessions, most: 1 day}",
  "spread: {of: module one, least: 2 days}",
  "stand-in: all sessions",
  "starts-at: {of: b, at: hour}",
  "starts-with: [a, d]",
  "times: {of: a, from: 10:00}",
  "together: {of: all sessions, in: day}",
  "travel: {of: group A, between: [hall, studio], least: 30 minutes}",
  "weeks-in-a-row: {of: all sessions, most: 1 week}",
  "window: {of: a, weeks: [2, 3]}",
]

@Suite struct EveryConstraintTests {
  private func verifier(_ declaration: String, weight: Int? = nil) -> Verifier {
    let weighted = weight.map { "{\(declaration), weight: \($0)}" } ?? declaration
    // Only what is declared counts: the sample by itself needs no seats and no features.
    let sample = Sample().replacing("seats: 25, features: [tables]", with: "features: [tables]")
      .replacing("tags: [X]}", with: "tags: [X], features: [stage]}")
    let placed = sample.replacing("seats: 40", with: "seats: 10").declaring(weighted)
    let name = declaration.prefix { $0 != ":" }
    return Verifier(name: String(name), sample: placed).given(
      held("a", at: "2026-03-02T09:00", in: "studio"),
      held("b", at: "2026-03-02T10:05", in: "hall", by: "cy"),
      held("c", at: "2026-03-02T11:30", in: "studio"),
      held("d", at: "2026-03-11T09:00", in: "attic")
    )
  }

  private func excess(_ declaration: String) throws -> Int {
    let (timetable, constraints) = try verifier(declaration).resolved()
    return constraints.flatMap { $0.violations(in: timetable) }.reduce(0) { $0 + $1.excess }
  }

  @Test func `each constraint of the catalogue is tried here`() {
    let names = everyDeclaration.map { String($0.prefix { $0 != ":" }) }
    #expect(names == Catalogue.readers.map { $0.name }.sorted())
  }

  @Test(arguments: everyDeclaration)
  func `without a weight it is hard`(declaration: String) throws {
    let excess = try excess(declaration)
    #expect(excess > 0)
    try verifier(declaration).costs(hard: excess)
  }

  @Test(arguments: everyDeclaration)
  func `with a weight each unit costs it`(declaration: String) throws {
    try verifier(declaration, weight: 3).costs(soft: 3 * excess(declaration))
  }

  @Test(arguments: everyDeclaration)
  func `a weight of 0 costs nothing`(declaration: String) throws {
    try verifier(declaration, weight: 0).costs()
  }

  @Test(arguments: everyDeclaration)
  func `the greatest weight is counted in full`(declaration: String) throws {
    try verifier(declaration, weight: 1 << 40).costs(soft: excess(declaration) << 40)
  }

  @Test(arguments: everyDeclaration)
  func `it comes from its line, with its reason and a change that takes it away`(
    declaration: String
  ) throws {
    let sample = Sample().declaring("{\(declaration), weight: 2, reason: because}")
    let problem = try sample.problem()
    let line = sample.text.count { $0 == "\n" }
    let origins = problem.constraints.map(\.origin).filter { $0.location.line == line }
    #expect(!origins.isEmpty)
    #expect(
      origins.allSatisfy {
        $0.location.column == 6 && $0.reason == "because" && $0.weight == .soft(2)
          && $0.relaxation != nil && !$0.sentence.isEmpty && !$0.sentence.hasSuffix(".")
      }
    )
  }

  @Test(arguments: everyDeclaration)
  func `nothing placed breaks nothing but what is wanted at least`(declaration: String) throws {
    let problem = try Sample().declaring(declaration).problem()
    let timetable = Timetable(of: problem)
    let line = problem.constraints.map(\.origin.location.line).max()
    let violated = problem.constraints
      .filter { $0.origin.location.line == line && !$0.violations(in: timetable).isEmpty }
      .map(\.origin.name)
    #expect(violated == (declaration.hasPrefix("even-load") ? ["even-load"] : []))
  }

  @Test(arguments: everyDeclaration.filter { !$0.hasPrefix("pin") })
  func `a subject of no session breaks nothing`(declaration: String) throws {
    let sample = Sample().replacing(
      "modules:\n",
      with: "modules:\n  - {id: none, title: None, sessions: []}\n"
    )
    let name = declaration.prefix { $0 != ":" }
    let emptied =
      declaration.contains("{")
      ? declaration.replacing(/{(of|from): [^,}]+/, with: { "{\($0.1): module none" })
      : "\(name): module none"
    let problem = try sample.declaring(emptied).problem()
    let placements = problem.sessions.indices.map {
      Placement(session: $0, block: 0, start: 540, room: 0, trainers: [])
    }
    let line = problem.constraints.map(\.origin.location.line).max()
    let violations = problem.constraints.filter { $0.origin.location.line == line }
      .filter { $0.origin.name == name }
      .flatMap { $0.violations(in: Timetable(of: problem, placements)) }
    #expect(violations == [])
  }

  @Test(arguments: ["-1", "1.5", "heavy", "1099511627777"])
  func `a weight that is no whole number from 0 to 2^40 is reported`(weight: String) {
    expectMistake(
      "{first: a, weight: 1️⃣\(weight)}",
      "found '\(weight)', expected a whole number from 0 to 1099511627776"
    )
  }
}

@Suite struct SubjectTests {
  /// The sessions that a subject stands for, told by who has a `window` of no block.
  private func sessions(_ subject: String, in sample: Sample = Sample()) throws -> [[String]] {
    let declared = sample.declaring("not-isolated: \(subject)")
    let problem = try declared.problem()
    let ids = problem.curriculum.sessions.map(\.id)
    return problem.constraints.filter { $0.origin.name == "not-isolated" }.map { constraint in
      constraint.shape.selection.named.map { ids[$0] }
    }
  }

  @Test(arguments: [
    ("a", [["a"]]), ("all sessions", [["a", "b", "c", "d", "e"]]),
    ("module one", [["a", "b", "c"]]),
    ("each module", [["a", "b", "c"], ["d", "e"]]), ("kind lecture", [["a", "d"]]),
    ("each kind", [["a", "d"], ["b", "c"], ["e"]]), ("tag X", [["a", "b"]]),
    ("each tag", [["a", "b"], ["b", "c"]]), ("theme law", [["d"]]), ("each theme", [["d"]]),
    ("group B", [["d", "e"]]), ("each group", [["a", "b", "c"], ["d", "e"]]),
    ("each session", [["a"], ["b"], ["c"], ["d"], ["e"]]), ("[e, tag X, a]", [["a", "b", "e"]]),
    ("{of: [c]}", [["c"]]),
  ])
  func `a subject is these sessions`(subject: String, expected: [[String]]) throws {
    #expect(try sessions(subject) == expected)
  }

  @Test func `a session without groups is every group's`() throws {
    let sample = Sample().replacing("minutes: 30, groups: [B]", with: "minutes: 30")
    #expect(try sessions("each group", in: sample) == [["a", "b", "c", "e"], ["d", "e"]])
  }

  @Test(arguments: [
    ("1️⃣f", "the session 'f' is not declared"),
    ("1️⃣module on", "the module 'on' is not declared"),
    (
      "1️⃣each speaker",
      "found 'each speaker', expected 'each' with one of 'session', 'module', "
        + "'group', 'trainer', 'room', 'kind', 'tag', 'theme'"
    ),
    (
      "1️⃣modul one",
      "found 'modul one', expected sessions, such as 'w1s1', 'module cyber' or "
        + "'each group'"
    ),
    (
      "1️⃣the first session",
      "found 'the first session', expected sessions, such as 'w1s1', "
        + "'module cyber' or 'each group'"
    ),
    ("1️⃣tag Z", "no session has the tag 'Z'"),
    ("[a, 1️⃣each module]", "'each module' cannot be in a list"),
    ("[a, 1️⃣trainer ann]", "a list cannot be about 'trainer ann'"),
    (
      "[a, 1️⃣[b]]", "found a list, expected sessions, such as 'w1s1', 'module cyber' or 'each group'"
    ),
    ("1️⃣~", "found nothing, expected sessions, such as 'w1s1', 'module cyber' or 'each group'"),
  ])
  func `a subject that is not understood is reported`(subject: String, message: String) {
    expectMistake("not-isolated: \(subject)", message)
  }

  @Test func `each of nothing is reported`() {
    let sample = Sample().replacing(
      "themes:\n  - {id: law, title: Law}\n",
      with: ""
    )
    .replacing(", themes: [law]", with: "")
    expectMistake(
      "not-isolated: 1️⃣each theme",
      "the curriculum has no theme",
      help: "declare one, or remove the constraint",
      in: sample
    )
  }

  @Test func `a constraint that does not exist is reported with the nearest name`() {
    expectMistake(
      "1️⃣togethr: {of: module one, in: week}",
      "there is no constraint 'togethr'",
      help: "did you mean 'together'?"
    )
  }
}

@Suite struct SentenceTests {
  @Test(arguments: [
    ("together: {of: module one, in: week}", "module 'one' stays in one week"),
    ("together: {of: tag X, in: week}", "sessions of tag X stay in one week"),
    ("together: {of: [a, b], in: week}", "'a', 'b' stay in one week"),
    ("spread: {of: all sessions, least: 2 days}", "all sessions are spread over at least 2 days"),
    ("one-room: trainer ann", "Ann stays in one room"),
    (
      "break: {of: group A, after: 90 minutes, least: 10 minutes}",
      "group 'A' has a break of 10 minutes after at most 90 minutes"
    ),
    (
      "travel: {of: group A, between: [hall, studio], least: 5 minutes}",
      "group 'A' has 5 minutes to go between 'hall' and 'studio'"
    ),
    (
      "span: {of: module one, most: 9 days}",
      "module 'one' takes at most 9 days from its first session to its last"
    ),
    (
      "consecutive: {of: [a, b], most: 5 minutes}",
      "'a', 'b' are held directly one after the other with at most 5 minutes between"
    ),
    ("apart: {of: module one, least: 2 days}", "any two of module 'one' are at least 2 days apart"),
    (
      "not-in-a-row: kind workshop",
      "sessions of kind workshop: no two are held one right after the other"
    ),
    ("not-isolated: group A", "nothing of group 'A' stands alone in its day"),
    ("not-idle: group A", "no idle time lies within the day of group 'A'"),
    ("even-load: all sessions", "all sessions have an even load over the weeks"),
    ("held-by: {of: a, trainers: [cy, ann]}", "'a' is held by Cy or Ann"),
  ])
  func `a constraint says what it wants`(declaration: String, sentence: String) throws {
    try verify(declaration).says(sentence)
  }
}
