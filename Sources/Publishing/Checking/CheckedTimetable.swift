internal import Curricula
public import Diagnostics
public import Timetabling

/// A timetable made or edited by hand, held against its curriculum.
public struct CheckedTimetable: Sendable {
  /// What was to be laid out.
  public let problem: Problem
  /// The path of the file.
  public let file: String
  /// What is wrong with the file itself: names that are not known, sessions that stand there twice.
  public private(set) var findings = Findings()
  /// What could be placed.
  public let timetable: Timetable
  /// The cheapest timetable known; `nil` where none is.
  public let best: Solution?
  /// Why a session is not placed as it should be, in the words of the file, by session.
  let details: [Int: [String]]
  /// What was chosen, since the file does not say it.
  let chosen: [String]
  /// How days and times were read where two readings were possible.
  public let readings: [String]
  /// What may break a rule, as the last revision says.
  let waivers: [Revision.Waiver]
  /// Every session with a day and a time in the file, whether it can be held then or not.
  public let planned: [PublishedPlacement]
  /// The sessions that the file leaves out, or for which it says no day or time.
  public let missing: [String]

  /// Holds a timetable against its curriculum.
  ///
  /// Where the file says nothing of rooms or trainers, they are those of the cheapest timetable known. Of
  /// choices, the problem holds the sessions that are in the file; see ``Chronicle/problem(of:for:)``.
  ///
  /// - Parameters:
  ///   - written: The timetable as written.
  ///   - problem: The problem of the curriculum.
  ///   - best: The cheapest timetable known.
  ///   - chronicle: What was published before; what of it was held stays as it was.
  public init(
    _ written: WrittenTimetable,
    of problem: Problem,
    best: Solution?,
    after chronicle: Chronicle? = nil
  ) {
    let published = chronicle.flatMap { chronicle in
      chronicle.last == nil ? nil : problem.timetable(placing: chronicle.placements)
    }
    let cheapest = best.map { best in
      best.timetable.problem.holdsTheSame(as: problem)
        ? best.timetable : problem.timetable(placing: best.timetable.published)
    }
    var reading = PlacementReading(
      problem: problem,
      bases: [published, cheapest].compactMap(\.self),
      leavesOpen: written.leavesOpen,
      held: chronicle?.held ?? [],
      isDeclared: { chronicle?.isDeclared($0) ?? true }
    )
    for row in written.rows { reading.take(row) }
    reading.takeHeld()
    reading.checkChoices(in: written.file)
    for session in problem.sessions.indices where !reading.isWritten(session) {
      reading.note("it is not in \(written.file)", of: session)
    }
    self.problem = problem
    self.best = best
    file = written.file
    findings = reading.findings
    timetable = Timetable(of: problem, reading.placements)
    details = reading.details
    planned = reading.planned
    let placed = Set(planned.map(\.session))
    missing = problem.curriculum.sessions.map(\.id).filter { !placed.contains($0) }
    readings = written.readings
    waivers = chronicle?.last?.particulars.waivers ?? []
    chosen = [
      written.leavesOpen.rooms && !problem.curriculum.rooms.isEmpty ? "rooms" : nil,
      written.leavesOpen.trainers ? "trainers" : nil,
    ].compactMap(\.self)
  }

  /// What must hold and does not, violation by violation.
  public var violations: [(constraint: String, sentence: String, sessions: [String])] {
    broken.map { penalty in
      let origin = problem.constraints[penalty.constraint].origin
      let sessions = penalty.violation.sessions.map { problem.curriculum.sessions[$0].id }
      return (origin.name, origin.sentence, sessions)
    }
  }

  /// Whether it can be held: nothing is wrong with the file, and all that must hold does.
  public var isValid: Bool { !findings.hasErrors && cost.hard == 0 }

  /// What it costs.
  public var cost: Cost { problem.cost(of: timetable) }
}
