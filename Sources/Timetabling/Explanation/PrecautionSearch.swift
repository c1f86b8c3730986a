internal import Curricula

/// Looks for single changes of the curriculum with which more absences of trainers are survived.
struct PrecautionSearch {
  private let timetable: Timetable
  private let absences: [Robustness]
  /// The absences that are not survived as far as is known, by their indices.
  private let lost: [Int]
  private let questionLimit: Int
  private let shouldStop: () -> Bool

  private var problem: Problem { timetable.problem }

  /// How often it is asked whether a timetable exists, at most, for all changes together.
  static let questionLimit = 1_000
  /// The most changes of one kind that are told.
  private static let told = 2

  init(
    _ timetable: Timetable,
    _ absences: [Robustness],
    questionLimit: Int = Self.questionLimit,
    shouldStop: @escaping () -> Bool
  ) {
    self.timetable = timetable
    self.absences = absences
    self.questionLimit = questionLimit
    self.shouldStop = shouldStop
    lost = absences.indices.filter { absences[$0].change == nil }
  }

  /// A change that is looked into.
  private struct Candidate {
    let kind: Precaution.Kind
    let supposed: SupposedChange
    /// The absences, those first for which it is most likely to help.
    let absences: [Int]
  }

  /// What a change would mean for the absences that are not survived.
  private struct Trial {
    var survived: [Int] = []
    var unknown: [Int] = []
  }

  /// The changes that help most.
  ///
  /// - Complexity: At most ``questionLimit`` short decisions whether a timetable exists.
  var advice: RobustnessAdvice {
    guard !lost.isEmpty else { return .none }
    let candidates = alternates + openings + rooms
    var found: [Precaution] = []
    var (tried, undecided) = (0, 0)
    for (index, candidate) in candidates.enumerated() {
      let share =
        (index + 1) * questionLimit / candidates.count
        - index * questionLimit / candidates.count
      guard let made = problem.remade(from: candidate.supposed.curriculum) else { continue }
      let carried = timetable.carried(into: made)
      let cost = made.cost(of: carried)
      guard cost.hard == 0 else { continue }
      tried += 1
      let trial = trial(of: made, for: candidate.absences, questions: share)
      if !trial.unknown.isEmpty { undecided += 1 }
      guard !trial.survived.isEmpty, keepsWaysOut(made) else { continue }
      found.append(
        Precaution(
          candidate.kind,
          Conflict.Repair([candidate.supposed.change], cost: cost.soft),
          survived: trial.survived.sorted(),
          unknown: trial.unknown.sorted()
        )
      )
    }
    return RobustnessAdvice(precautions: best(of: found), tried: tried, undecided: undecided)
  }

  /// The best few of each kind, those that help most first.
  private func best(of found: [Precaution]) -> [Precaution] {
    let sorted = found.enumerated().sorted { left, right in
      (-left.element.survived.count, left.element.kind, left.offset)
        < (-right.element.survived.count, right.element.kind, right.offset)
    }.map(\.element)
    return [Precaution.Kind.alternate, .opening, .room]
      .flatMap { kind in sorted.filter { $0.kind == kind }.prefix(Self.told) }
      .enumerated().sorted { left, right in
        (-left.element.survived.count, left.offset) < (-right.element.survived.count, right.offset)
      }.map(\.element)
  }

  /// Each other trainer as an alternate of each who is missed.
  private var alternates: [Candidate] {
    let curriculum = problem.curriculum
    let missed = Set(lost.map { absences[$0].trainer }).sorted()
    return missed.flatMap { trainer in
      let own = lost.filter { absences[$0].trainer == trainer }
      let others = lost.filter { absences[$0].trainer != trainer }
      return curriculum.trainers.indices.filter { other in
        other != trainer
          && !curriculum.trainers[trainer].alternates.contains(curriculum.trainers[other].id)
      }.map { other in
        Candidate(
          kind: .alternate,
          supposed: curriculum.letting(other, standInFor: trainer),
          absences: own + others
        )
      }
    }
  }

  /// Each block that could be opened.
  private var openings: [Candidate] {
    guard let blocks = ExtraBlocks(problem) else { return [] }
    return blocks.ofEveryDay.map {
      Candidate(kind: .opening, supposed: blocks.supposed($0), absences: lost)
    }
  }

  /// Another room like each, and each with the seats and the features that sessions need.
  private var rooms: [Candidate] {
    let rooms = RoomRepairs(problem: problem, facts: problem.facts, sessions: [])
    let curriculum = problem.curriculum
    return curriculum.rooms.indices.filter { curriculum.rooms[$0].isDeclared }.flatMap { room in
      let doubled = curriculum.canDouble(room) ? curriculum.doubling(room) : nil
      return [doubled, rooms.equipped(room), rooms.enlarged(room)].compactMap(\.self)
    }.map { Candidate(kind: .room, supposed: $0, absences: lost) }
  }

  /// Which absences are survived in a problem with a change.
  private func trial(of made: Problem, for absences: [Int], questions: Int) -> Trial {
    var trial = Trial()
    var ways: [Timetable] = []
    var left = questions
    for index in absences {
      let absence = self.absences[index]
      let rule = made.absence(of: absence.trainer, on: absence.date)
      if ways.contains(where: { rule.violations(in: $0).isEmpty }) {
        trial.survived.append(index)
        continue
      }
      guard left > 0, !shouldStop() else {
        trial.unknown.append(index)
        continue
      }
      left -= 1
      switch made.wayOut(of: rule) {
      case .found(let way):
        ways.append(way)
        trial.survived.append(index)
      case .none: break
      case .open: trial.unknown.append(index)
      }
    }
    return trial
  }

  /// Whether every absence that is survived anyway is survived in a problem with a change, too.
  private func keepsWaysOut(_ made: Problem) -> Bool {
    absences.allSatisfy { absence in
      guard let change = absence.change else { return true }
      if made.cost(of: change.timetable.carried(into: made)).hard == 0 { return true }
      guard case .found = made.wayOut(of: made.absence(of: absence.trainer, on: absence.date))
      else { return false }
      return true
    }
  }
}

/// A timetable without a trainer on a day.
private enum WayOut {
  case found(Timetable)
  /// Proved not to exist.
  case none
  case open
}

extension Problem {
  /// A timetable that also satisfies the rule of an absence.
  fileprivate func wayOut(of absence: Constraint) -> WayOut {
    let trial = with(constraints: constraints.filter { $0.weight == .hard } + [absence])
    let decided = Feasibility(ofAll: trial)
    switch decided.answer {
    case .impossible: return .none
    case .unknown: return .open
    case .possible:
      let found = Timetable(of: trial, decided.placements ?? [])
      return trial.cost(of: found).hard == 0
        ? .found(Timetable(of: self, found.placements)) : .open
    }
  }
}

extension Timetable {
  /// The same in a problem that has all blocks of this one, and perhaps more.
  fileprivate func carried(into other: Problem) -> Timetable {
    let blocks = Dictionary(other.blocks.enumerated().map { ($1.id, $0) }) { first, _ in first }
    return Timetable(
      of: other,
      placements.compactMap { placement in
        blocks[problem.blocks[placement.block].id].map { block in
          var carried = placement
          carried.block = block
          return carried
        }
      }
    )
  }
}
