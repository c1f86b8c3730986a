import Curricula
import Diagnostics
import MarkedTexts
import Testing

@testable import Timetabling

/// A placement as tests write it.
struct Held {
  var session: String
  var time: String
  var room: String?
  var trainers: [String]?
}

/// A session held at a time such as `2026-03-02T09:00`; without more in the first of its rooms by the
/// first of its teams.
func held(
  _ session: String,
  at time: String,
  in room: String? = nil,
  by trainers: String...
) -> Held {
  Held(session: session, time: time, room: room, trainers: trainers.isEmpty ? nil : trainers)
}

/// Begins a sentence about one declared constraint.
func verify(_ declaration: String, in sample: Sample = Sample()) -> Verifier {
  let name = declaration.prefix { $0 != ":" }
  return Verifier(name: String(name), sample: sample.declaring(declaration))
}

/// Begins a sentence about the constraints of a name that the sample has by itself.
func verify(inherent name: String, in sample: Sample = Sample()) -> Verifier {
  Verifier(name: name, sample: sample)
}

/// A sentence about a constraint: given these placements, it penalises by so much, naming these
/// sessions.
struct Verifier {
  let name: String
  let sample: Sample
  var placements: [Held] = []
  var published: (placements: [Held], today: String)?

  /// Says what is held.
  func given(_ placements: Held...) -> Verifier {
    var verifier = self
    verifier.placements = placements
    return verifier
  }

  /// Says what was published, and which day it is.
  func published(_ placements: Held..., today: String) -> Verifier {
    var verifier = self
    verifier.published = (placements, today)
    return verifier
  }

  /// Claims the sum of the excesses and the sessions named by any violation.
  func penalises(
    by excess: Int,
    sessions: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (timetable, constraints) = try resolved(sourceLocation)
    let violations = constraints.flatMap { $0.violations(in: timetable) }
    #expect(violations.reduce(0) { $0 + $1.excess } == excess, sourceLocation: sourceLocation)
    let ids = timetable.problem.curriculum.sessions.map(\.id)
    let named = Set(violations.flatMap(\.sessions)).sorted().map { ids[$0] }
    #expect(named == sessions, sourceLocation: sourceLocation)
    #expect(violations.allSatisfy { $0.excess > 0 }, sourceLocation: sourceLocation)
    for constraint in constraints {
      guard let slow = SlowShape(timetable).excess(of: constraint.shape) else { continue }
      let sum = constraint.violations(in: timetable).reduce(0) { $0 + $1.excess }
      #expect(
        slow == sum,
        "the shape of '\(constraint.origin.name)'",
        sourceLocation: sourceLocation
      )
    }
  }

  /// Claims that nothing is wrong.
  func holds(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try penalises(by: 0, sourceLocation: sourceLocation)
  }

  /// Claims what the constraints cost.
  func costs(
    hard: Int = 0,
    soft: Int = 0,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (timetable, constraints) = try resolved(sourceLocation)
    let cost = timetable.problem.with(constraints: constraints).cost(of: timetable)
    #expect(cost == Cost(hard: hard, soft: soft), sourceLocation: sourceLocation)
  }

  /// Claims what the constraint says of itself.
  func says(
    _ sentences: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (_, constraints) = try resolved(sourceLocation)
    #expect(constraints.map(\.origin.sentence) == sentences, sourceLocation: sourceLocation)
  }

  /// The timetable and the constraints spoken of.
  func resolved(
    _ sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (Timetable, [Constraint]) {
    var problem = try sample.problem()
    if let published {
      let earlier = try published.placements.map { try place($0, in: problem) }
      let day = try #require(CivilDate(published.today), sourceLocation: sourceLocation)
      problem = problem.with(
        constraints: problem.perturbation(
          from: Timetable(of: problem, earlier).published,
          today: day
        )
      )
    }
    let constraints = problem.constraints.filter { $0.origin.name == name }
    #expect(!constraints.isEmpty, "no constraint '\(name)'", sourceLocation: sourceLocation)
    let placed = try placements.map { try place($0, in: problem) }
    return (Timetable(of: problem, placed), constraints)
  }

  private func place(_ held: Held, in problem: Problem) throws -> Placement {
    let curriculum = problem.curriculum
    let session = try #require(problem.session(named: held.session))
    let date = try #require(CivilDate(held.time.prefix(10)))
    let start = try #require(TimeOfDay(held.time.dropFirst(11))).minutes
    let block = try #require(
      problem.blocks.lastIndex { $0.date == date && $0.start <= start }
        ?? problem.blocks.firstIndex { $0.date == date },
      "no block on \(date)"
    )
    let room = try held.room.map { name in
      try #require(curriculum.rooms.firstIndex { $0.id == name })
    }
    let trainers = try held.trainers?.map { name in
      try #require(curriculum.trainers.firstIndex { $0.id == name })
    }
    return Placement(
      session: session,
      block: block,
      start: start,
      room: room ?? problem.sessions[session].rooms.first,
      trainers: trainers?.sorted() ?? problem.sessions[session].teams[0].trainers
    )
  }
}

/// Claims that a declaration is refused with a message at the place marked `1️⃣`.
func expectMistake(
  _ declaration: String,
  _ message: String,
  help: String? = nil,
  in sample: Sample = Sample(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let marked = MarkedText(sample.declaring(declaration).text)
  let place = marked.location(in: Sample.file)
  do {
    _ = try Sample(text: marked.text).problem()
    Issue.record("the declaration is accepted", sourceLocation: sourceLocation)
  } catch let findings as Findings {
    let found = findings.diagnostics.map { "\($0)" }
    let isReported = findings.diagnostics.contains {
      $0.location == place && $0.message == message && (help == nil || $0.remedy == help)
    }
    #expect(isReported, "at \(place), but found \(found)", sourceLocation: sourceLocation)
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}
