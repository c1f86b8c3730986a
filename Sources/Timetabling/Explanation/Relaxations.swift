internal import Curricula
internal import Diagnostics

/// The single changes that could take a fact away, the finer first.
struct Relaxations {
  let search: ConflictSearch
  /// The conflict in which the facts stand, by their indices.
  let conflict: [Int]
  private let circumstances: Circumstances
  /// The minutes that sessions can take at most, where shortening them alone is enough: the longest of
  /// those for which that is so.
  private let shortened: [Int: Int]

  /// The most sessions that are told to be shortened, and the most that are tried.
  private static let (told, tried) = (3, 12)
  /// The most sessions for which somebody else is told to be found.
  private static let released = 6

  init(search: ConflictSearch, conflict: [Int], circumstances: Circumstances = .none) {
    self.search = search
    self.conflict = conflict
    self.circumstances = circumstances
    let problem = search.problem
    let longest = circumstances.shortenable.sorted { left, right in
      (-problem.sessions[left].minutes, left) < (-problem.sessions[right].minutes, right)
    }
    var shortened: [Int: Int] = [:]
    for session in longest.prefix(Self.tried) where shortened.count < Self.told {
      shortened[session] = problem.mostMinutes(of: session)
    }
    self.shortened = shortened
  }

  private var problem: Problem { search.problem }

  /// Changes that take a fact away in part: on a day, by a limit, for a session.
  func finer(of fact: Int) -> [Relaxation] {
    let blamed = search.facts[fact]
    if let session = blamed.session { return of(session, fact) }
    guard blamed.origin.remedies.isPossible else { return [] }
    return onDays(fact, blamed.constraints) + limits(fact, blamed.constraints)
  }

  /// The change that takes a fact away wholly, `nil` for what lies in the nature of things.
  func whole(of fact: Int) -> Relaxation? {
    let blamed = search.facts[fact]
    guard !blamed.constraints.isEmpty, let instruction = instruction(fact) else { return nil }
    return Relaxation(
      fact,
      instruction,
      .drop(blamed.constraints),
      as: blamed.origin.removal(isShared: isShared(fact))
    )
  }

  /// The change that takes away all that a fact's declaration says, `nil` where that is the fact alone.
  func declaration(of fact: Int) -> Relaxation? {
    let blamed = search.facts[fact].origin
    let shared = search.facts.filter { other in
      other.session == nil && other.origin.location == blamed.location
    }
    guard blamed.remedies.whole == .removal, shared.count > 1,
      shared.allSatisfy({ $0.origin.remedies.isPossible })
    else { return nil }
    let instruction = Instruction("remove '\(blamed.name)' altogether, or give it a weight")
    return Relaxation(
      fact,
      instruction,
      .drop(shared.flatMap(\.constraints)),
      as: .removeConstraint(blamed.location)
    )
  }

  /// What takes a fact away, said so that nothing else can be meant.
  private func instruction(_ fact: Int) -> Instruction? {
    let blamed = search.facts[fact].origin
    switch blamed.remedies.whole {
    case .nothing: return nil
    case .instruction(let instruction): return instruction
    case .removal:
      guard isShared(fact) else {
        return Instruction("remove '\(blamed.name)', or give it a weight: \(blamed.sentence)")
      }
      return blamed.statement.subject.map {
        Instruction("write 'except: [\($0)]' in '\(blamed.name)': \(blamed.sentence)")
      }
    }
  }

  /// Whether a declaration says several things, so that it is not removed for one of them.
  private func isShared(_ fact: Int) -> Bool {
    let blamed = search.facts[fact].origin
    return search.facts.contains { other in
      other.origin.location == blamed.location && other.origin.statement != blamed.statement
    }
  }

  private func id(_ session: Int) -> String {
    "'\(problem.curriculum.sessions[session].id)'"
  }

  private func of(_ session: Int, _ fact: Int) -> [Relaxation] {
    var found: [Relaxation] = []
    if circumstances.releasable.prefix(Self.released).contains(session) {
      let instruction = Instruction("let somebody else hold \(id(session))")
      found.append(
        Relaxation(
          fact,
          instruction,
          .release(session),
          as: place(of: session).map { .release($0) } ?? differing(session, "trainers", "[]")
        )
      )
    }
    if let minutes = shortened[session] {
      let instruction = Instruction(
        "shorten \(id(session)) from \(problem.sessions[session].minutes) to \(minutes) minutes"
      )
      found.append(
        Relaxation(
          fact,
          instruction,
          .shorten(session, minutes: minutes),
          as: place(of: session).map { .shorten($0, to: minutes) }
            ?? differing(session, "minutes", "\(minutes)")
        )
      )
    }
    return found
  }

  /// What is different for a session that is a member of a series; `nil` for others.
  ///
  /// Other trainers of whom one suffices stay, so nobody can be released where there are such.
  private func differing(_ session: Int, _ key: String, _ value: String) -> Amendment? {
    guard key != "trainers" || problem.curriculum.sessions[session].oneOf.isEmpty else {
      return nil
    }
    return problem.curriculum.member(ofSession: session).map {
      .differ($0, key: key, value: value)
    }
  }

  /// Where a session is declared, where it is declared alone.
  private func place(of session: Int) -> Diagnostic.Location? {
    problem.curriculum.place(ofSession: session)
  }

  private func onDays(_ fact: Int, _ indices: [Int]) -> [Relaxation] {
    let sessions = conflict.compactMap { search.facts[$0].session }
    let blamed = search.facts[fact].origin
    guard let remedy = blamed.remedies.onDay else { return [] }
    let single = indices.count == 1 ? problem.constraints[indices[0]].single : nil
    let session = single?.sessions.count == 1 ? single?.sessions.first : nil
    return nearest(problem.daysForbidden(by: indices, to: sessions)).map { day in
      let sentence = remedy.sentence(for: day, problem.days[day].date.spelled)
      return Relaxation(
        fact,
        Instruction(sentence),
        .exempt(indices, day: day),
        as: blamed.exemption(on: problem.days[day], of: session, in: problem)
      )
    }
  }

  /// Days, those first that are nearest to where the sessions of the conflict can be held as it is.
  private func nearest(_ days: [Int]) -> [Int] {
    let sessions = conflict.compactMap { search.facts[$0].session }
    let reach = Reach(
      of: sessions,
      by: conflict.flatMap { search.facts[$0].constraints },
      in: problem
    )
    let near = Set(reach.blocks(of: sessions).map { problem.dayOfBlock[$0] })
    func distance(_ day: Int) -> Int {
      near.map { abs(problem.days[$0].date.days(since: problem.days[day].date)) }.min() ?? 0
    }
    let distances = days.map(distance)
    return days.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { days[$0] }
  }

  /// The least that a number in a constraint must be changed.
  private func limits(_ fact: Int, _ indices: [Int]) -> [Relaxation] {
    guard indices.count == 1, let index = indices.first else { return [] }
    let constraint = problem.constraints[index]
    guard constraint.origin.remedies.hasLimit,
      let excess = leastExcess(of: index), excess > 0,
      case .limit(let easier, let before, let after) = constraint.shape.eased(by: excess),
      after > 0
    else { return [] }
    let verb = after > before ? "raise" : "lower"
    let sentence = "\(verb) the limit from \(before) to \(after): \(constraint.origin.sentence)"
    let eased = Constraint(constraint.origin, easier)
    let place = constraint.origin.location
    return [
      Relaxation(
        fact,
        Instruction(sentence),
        .replace(index, eased),
        as: .limit(place, from: before, to: after)
      )
    ]
  }

  /// The excess of a constraint's worst violation in a timetable that violates only that constraint,
  /// and as little as it can; `nil` when there is none.
  private func leastExcess(of index: Int) -> Int? {
    let constraint = problem.constraints[index]
    var softened = constraint
    softened.origin.weight = .soft(1)
    let others = problem.constraints.enumerated()
      .filter { $0.offset != index && $0.element.weight == .hard }.map(\.element)
    let verdict = Solver(problem.with(constraints: others + [softened]))
      .exactly(widths: RepairSearch.widths)
    guard case .found(let solution) = verdict else { return nil }
    return constraint.violations(in: solution.timetable).map(\.excess).max()
  }
}

extension Problem {
  /// The most minutes on the grid that a session can take so that there is a timetable, `nil` when
  /// shortening it is of no use.
  fileprivate func mostMinutes(of session: Int) -> Int? {
    func isPossible(_ steps: Int) -> Bool {
      Feasibility(ofAll: with(minutes: steps * curriculum.grid, of: session)).answer == .possible
    }
    var (least, most) = (1, (sessions[session].minutes - 1) / curriculum.grid)
    guard most >= 1, isPossible(1) else { return nil }
    while least < most {
      let middle = (least + most + 1) / 2
      if isPossible(middle) { least = middle } else { most = middle - 1 }
    }
    return least * curriculum.grid
  }
}
