public import Curricula
public import Diagnostics

extension Problem {
  /// Makes a curriculum ready for placing, or throws what is wrong with its constraints.
  public init(_ curriculum: Curriculum) throws(Findings) {
    var findings = Findings()
    let index = CurriculumIndex(curriculum)
    let blocks = curriculum.blocks
    var days: [Day] = []
    var dayOfBlock: [Int] = []
    for (block, facts) in blocks.enumerated() {
      if let last = days.last, last.date == facts.date {
        days[days.count - 1].blocks = last.blocks.lowerBound..<block + 1
      } else {
        days.append(Day(date: facts.date, week: facts.week, blocks: block..<block + 1))
      }
      dayOfBlock.append(days.count - 1)
    }
    self.init(
      curriculum: curriculum,
      sessions: curriculum.sessions.map { Self.facts(of: $0, index, &findings) },
      blocks: blocks,
      days: days,
      dayOfBlock: dayOfBlock,
      constraints: []
    )
    constraints = Catalogue.constraints(in: self, &findings)
    guard !findings.hasErrors else { throw findings }
  }

  /// The same problem with other constraints.
  public func with(constraints: [Constraint]) -> Problem {
    var problem = self
    problem.constraints = constraints
    return problem
  }

  /// The problem of a curriculum that somebody might write instead, with what was added to this one;
  /// `nil` where it is not valid, or where it is not known how to add it.
  func remade(from curriculum: Curriculum) -> Problem? {
    guard var made = try? Problem(curriculum) else { return nil }
    guard let remaking else { return isAsDeclared ? made : nil }
    made.constraints = remaking(made)
    made.remaking = remaking
    return made
  }

  /// Whether it has the constraints of its curriculum and no others.
  private var isAsDeclared: Bool {
    (try? Problem(curriculum))?.constraints.count == constraints.count
  }

  /// A constraint that nobody declared and nobody sees.
  func rule(_ shape: any Shape, _ weight: Weight = .hard) -> Constraint {
    let origin = Origin("", weight, .given, Statement(""), at: curriculum.location)
    return Constraint(origin, shape)
  }

  /// The most teams that one session may have.
  static let teamLimit = 256

  private static func facts(
    of session: Session,
    _ index: CurriculumIndex,
    _ findings: inout Findings
  ) -> SessionFacts {
    let curriculum = index.curriculum
    let groups =
      session.groups.isEmpty
      ? Array(curriculum.groups.indices) : session.groups.compactMap { index.groups[$0] }
    let rooms =
      session.rooms.isEmpty
      ? curriculum.rooms.indices.filter { curriculum.rooms[$0].parts.isEmpty }
      : session.rooms.compactMap { index.rooms[$0] }
    return SessionFacts(
      minutes: session.minutes,
      module: index.modules[session.module] ?? 0,
      groups: groups.sorted(),
      teams: teams(for: session, index, &findings),
      rooms: rooms.sorted(),
      size: groups.reduce(0) { $0 + curriculum.groups[$1].size }
    )
  }

  /// Every set of trainers that can hold a session: each named trainer or one of its alternates, and
  /// one of those of whom one is enough.
  private static func teams(
    for session: Session,
    _ index: CurriculumIndex,
    _ findings: inout Findings
  ) -> [Team] {
    func choices(for name: String) -> [(trainer: Int, rank: Int)] {
      guard let trainer = index.trainers[name] else { return [] }
      let alternates = index.curriculum.trainers[trainer].alternates
      return [(trainer, 0)]
        + alternates.enumerated().compactMap { rank, name in
          index.trainers[name].map { ($0, rank + 1) }
        }
    }
    var seats = session.trainers.map(choices(for:))
    if !session.oneOf.isEmpty { seats.append(session.oneOf.flatMap(choices(for:))) }
    var teams = [(trainers: [Int](), standIns: 0)]
    for seat in seats {
      teams = teams.flatMap { team in
        seat.filter { !team.trainers.contains($0.trainer) }.map {
          (team.trainers + [$0.trainer], team.standIns + $0.rank)
        }
      }
      guard teams.count <= teamLimit else {
        findings.error(
          at: session.location,
          "the trainers of the session '\(session.id)' can be combined in more than "
            + "\(teamLimit) ways",
          remedy: "name fewer trainers or alternates"
        )
        break
      }
    }
    if teams.isEmpty {
      findings.error(
        at: session.location,
        "no set of different trainers can hold the session '\(session.id)'",
        remedy: "name each trainer once"
      )
    }
    var best: [[Int]: Int] = [:]
    var order: [[Int]] = []
    for (trainers, standIns) in teams {
      let key = trainers.sorted()
      if best[key] == nil { order.append(key) }
      best[key] = min(best[key] ?? .max, standIns)
    }
    return order.map { Team(trainers: $0, standIns: best[$0] ?? 0) }
      .enumerated().sorted { ($0.1.standIns, $0.0) < ($1.1.standIns, $1.0) }.map(\.1)
  }
}

/// The indices of a curriculum's names.
struct CurriculumIndex {
  let curriculum: Curriculum
  let modules: [String: Int]
  let trainers: [String: Int]
  let rooms: [String: Int]
  let groups: [String: Int]

  init(_ curriculum: Curriculum) {
    func index(_ names: [String]) -> [String: Int] {
      Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    }
    self.curriculum = curriculum
    modules = index(curriculum.modules.map(\.id))
    trainers = index(curriculum.trainers.map(\.id))
    rooms = index(curriculum.rooms.map(\.id))
    groups = index(curriculum.groups.map(\.id))
  }
}
