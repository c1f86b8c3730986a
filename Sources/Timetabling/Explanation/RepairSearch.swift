internal import Curricula
internal import Diagnostics

/// Looks for changes that make a timetable possible, each verified by laying the programme out.
struct RepairSearch {
  let search: ConflictSearch
  /// The conflict, as indices of facts.
  let conflict: [Int]
  let circumstances: Circumstances
  /// The day that was asked for, where it was one.
  let date: CivilDate?

  /// How hard the timetable of a repair is sought; its cost is compared, not proved.
  static let widths = [64, 512]
  private static let steps = 1_000_000
  private static let moves = 100_000
  /// The most repairs of one fact that are told.
  private static let perFact = 3
  /// The most changes in one repair.
  static let changeLimit = 6

  /// A repair with what it is sorted by.
  private struct Candidate {
    let repair: Conflict.Repair
    let standing: Standing
    let fact: Int
  }

  /// The single repairs, the cheapest first; or, when none suffices, one repair of several changes, and the
  /// sessions that could be left out.
  func repairs() -> [Conflict.Repair] {
    let relaxations = Relaxations(
      search: search,
      conflict: conflict,
      circumstances: circumstances
    )
    var found: [Candidate] = []
    for fact in conflict {
      var ofFact = relaxations.finer(of: fact).compactMap(candidate)
      if ofFact.isEmpty, let whole = relaxations.whole(of: fact).flatMap(candidate) {
        ofFact = [whole]
      }
      found += sorted(ofFact).prefix(Self.perFact)
    }
    if found.isEmpty { found = declarations(in: relaxations) }
    let blocks = ExtraBlocks(search.problem, on: date)
    let rooms = RoomRepairs(
      problem: search.problem,
      facts: conflict.map { search.facts[$0] },
      sessions: conflict.compactMap { search.facts[$0].session }
    )
    let opened = blocks?.singleRepairs(of: search.oracle.excerpt(of: conflict)) ?? []
    let repairs = (rooms.repairs + sorted(found).map(\.repair) + opened).enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
    guard repairs.isEmpty else { return repairs }
    let joint = JointRepair(search, adding: circumstances.tooLong.isEmpty ? nil : blocks)
    let leftOut = leavingOneOut
    guard leftOut.isEmpty else { return [joint.repair].compactMap(\.self) + leftOut }
    return (joint.repair ?? (joint.isTooMuch ? nil : withoutSessions())).map { [$0] } ?? []
  }

  /// Sessions that alone are enough to leave out, the cheapest first.
  private var leavingOneOut: [Conflict.Repair] {
    // Who asks for a session on a day does not want to leave it out.
    guard date == nil else { return [] }
    let held = conflict.filter { search.facts[$0].session != nil }.prefix(Self.leftOutTried)
    var found: [Conflict.Repair] = []
    for fact in held where found.count < Self.leftOutTold {
      if let leaving = repair(without: [fact]) { found.append(leaving) }
    }
    return found.enumerated().sorted {
      ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
    }.map(\.element)
  }

  /// The most sessions that are tried to be left out, and the most that are told.
  private static let (leftOutTried, leftOutTold) = (12, 3)

  /// The declarations that have to go as a whole, where no part of them suffices.
  private func declarations(in relaxations: Relaxations) -> [Candidate] {
    var places: Set<Diagnostic.Location> = []
    return conflict.filter { places.insert(search.facts[$0].origin.location).inserted }
      .compactMap(relaxations.declaration).compactMap(candidate)
  }

  private func sorted(_ candidates: [Candidate]) -> [Candidate] {
    candidates.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (first.repair.cost, first.standing, first.fact, left.offset)
        < (second.repair.cost, second.standing, second.fact, right.offset)
    }.map(\.element)
  }

  /// The change as a repair, `nil` when it does not make a timetable possible.
  private func candidate(_ relaxation: Relaxation) -> Candidate? {
    guard let found = Self.timetable(of: relaxation.applied(to: search.problem)) else { return nil }
    let blamed = search.facts[relaxation.fact]
    let change = Conflict.Change(
      blamed.origin,
      relaxation.instruction,
      as: [amendment(relaxation, as: found.timetable)].compactMap(\.self)
    )
    return Candidate(
      repair: Conflict.Repair([change], cost: found.cost),
      standing: blamed.standing,
      fact: relaxation.fact
    )
  }

  /// The change of the file; a pin is moved to where the timetable has its session.
  private func amendment(_ relaxation: Relaxation, as timetable: Timetable) -> Amendment? {
    guard case .exempt(let indices, _) = relaxation.change,
      search.facts[relaxation.fact].origin.remedies.form == .pin,
      let pin = indices.first.flatMap({ search.problem.constraints[$0].single }),
      let session = pin.sessions.first, pin.sessions.count == 1
    else { return relaxation.amendment }
    return search.facts[relaxation.fact].origin.move(of: session, as: timetable)
  }

  /// The soft penalty of a timetable of the problem, `nil` when none is found.
  static func cost(of problem: Problem) -> Int? { timetable(of: problem)?.cost }

  /// A timetable of the problem with its soft penalty, `nil` when none is found.
  static func timetable(of problem: Problem) -> (timetable: Timetable, cost: Int)? {
    guard let placements = Feasibility(ofAll: problem).placements else { return nil }
    let feasible = Timetable(of: problem, placements)
    let cost = problem.cost(of: feasible)
    guard cost.hard == 0 else { return nil }
    if case .found(let solution) = Solver(problem).exactly(
      improving: feasible,
      widths: widths,
      steps: steps
    ) {
      return (solution.timetable, solution.cost)
    }
    guard Track(problem) == nil else { return (feasible, cost.soft) }
    let searched = Search(problem).timetable(byMoves: moves, seed: 0)
    let other = problem.cost(of: searched)
    return other.hard == 0 && other.soft < cost.soft
      ? (searched, other.soft) : (feasible, cost.soft)
  }

  /// Sessions, and other facts, that together are enough to give up, none of which could be kept.
  private func withoutSessions() -> Conflict.Repair? {
    search.leastGivenUp().flatMap(repair)
  }

  /// The repair that gives some facts up, `nil` when it is too much to tell or does not help.
  private func repair(without left: [Int]) -> Conflict.Repair? {
    let problem = search.problem
    let sessions = Set(left.compactMap { search.facts[$0].session })
    let dropped = Set(left.flatMap { search.facts[$0].constraints })
    let rest = Excerpt(
      of: problem,
      sessions: problem.sessions.indices.filter { !sessions.contains($0) },
      constraints: problem.constraints.indices.filter { !dropped.contains($0) }
    )
    let relaxations = Relaxations(search: search, conflict: left)
    let changes = left.map { fact in
      let blamed = search.facts[fact]
      if let session = blamed.session {
        let id = problem.curriculum.sessions[session].id
        if let choice = problem.curriculum.choice(of: id) {
          let fewer = "'\(id)', and let the choice '\(choice.id)' hold one session fewer"
          return Conflict.Change(
            blamed.origin,
            Instruction("leave out", fewer),
            as: [.fewer(choice.location)]
          )
        }
        return Conflict.Change(
          blamed.origin,
          Instruction("leave out", "'\(id)'"),
          as: problem.curriculum.place(ofSession: session)
            .map { [.leaveOut($0, session: id)] }
            ?? problem.curriculum.member(ofSession: session)
            .map { [.differ($0, key: "skip", value: "yes")] } ?? []
        )
      }
      return Conflict.Change(blamed.origin, relaxations.whole(of: fact))
    }.gathered
    guard changes.count <= Self.changeLimit, let cost = Self.cost(of: rest.problem) else {
      return nil
    }
    return Conflict.Repair(changes, cost: cost)
  }
}

extension Conflict.Change {
  /// A change that takes a fact away, where one is known.
  init(_ fact: Origin, _ relaxation: Relaxation?) {
    self.init(
      fact,
      relaxation?.instruction ?? Instruction(""),
      as: [relaxation?.amendment].compactMap(\.self)
    )
  }
}
