internal import Curricula

/// Sorts the constraints of a problem by what they need to be followed from day to day.
///
/// Each shape enters what it needs; one that is not followed, or not in full, makes costs bounds.
struct TrackCompiler {
  let problem: Problem
  let part: Track.Part
  /// For each rank the session.
  let sessions: [Int]
  /// For each session of the part its rank.
  let ranks: [Int: Int]
  /// What a day's set of sessions costs by its amounts.
  var amounts: [Track.DayAmount] = []
  private(set) var patterns: [Track.Pattern] = []
  private(set) var couplings: [Coupling] = []
  /// For each rank what is wanted of its placement.
  var singles: [[Track.Weighted]]
  private(set) var strangers: [SessionSet]
  /// The ranks whose arrangement within a day matters.
  private(set) var arranged = SessionSet()
  /// What every timetable costs.
  var base = Cost.zero
  private(set) var isRelaxed = false
  /// For each block and each day the most minutes that it can hold.
  private var perBlock: [Int]
  private var perDay: [Int]
  /// The bits of carry used.
  private var width = 0
  let weekHasOneDay: Bool
  let dayHasOneBlock: Bool

  init(problem: Problem, part: Track.Part, precedence: Precedence) {
    self.problem = problem
    self.part = part
    sessions = precedence.sessions
    ranks = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1, $0) })
    singles = Array(repeating: [], count: sessions.count)
    strangers = Array(repeating: SessionSet(), count: sessions.count)
    perBlock = problem.blocks.map(\.minutes)
    perDay = Array(repeating: .max, count: problem.days.count)
    weekHasOneDay = problem.weekHasOneDay
    dayHasOneBlock = problem.days.allSatisfy { $0.blocks.count == 1 }
  }

  mutating func compile() {
    for (index, constraint) in problem.constraints.enumerated() {
      if case .soft(0) = constraint.weight { continue }
      switch constraint.shape.outlook {
      case .amounts, .days, .growing, .several:
        guard constraint.weight == .hard || part.softConstraints?.contains(index) != false else {
          giveUp()
          continue
        }
      case .single, .overlaps, .holding: break
      }
      constraint.shape.follow(in: &self, at: constraint.weight)
    }
    for (rank, session) in sessions.enumerated()
    where problem.sessions[session].minutes % problem.curriculum.grid != 0 {
      arranged.insert(rank)
    }
  }

  /// For each day the most minutes that it can hold by its blocks and the hard loads of everybody.
  var capacities: [Int] {
    problem.days.indices.map { day in
      min(perDay[day], problem.days[day].blocks.reduce(0) { $0 + perBlock[$1] })
    }
  }
}

// MARK: - What shapes ask

extension TrackCompiler {
  /// What a selection takes in of the part.
  struct Extent {
    /// The ranks that are taken in for certain.
    var members = SessionSet()
    /// The ranks that may be taken in.
    var scope = SessionSet()
    /// Whether all that the selection may take in is in the part.
    var isWhole = true

    /// Whether what is taken in depends on choices.
    var isChosen: Bool { members != scope }
  }

  func extent(of selection: Selection) -> Extent {
    var extent = Extent()
    for session in problem.sessions.indices(possiblyIn: selection) {
      if let rank = ranks[session] {
        extent.scope.insert(rank)
      } else {
        extent.isWhole = false
      }
    }
    if selection.isFixed {
      extent.members = extent.scope
    } else {
      for session in problem.sessions.indices(certainlyIn: selection) {
        if let rank = ranks[session] { extent.members.insert(rank) }
      }
    }
    return extent
  }

  /// The bits that so many values need.
  func bitWidth(_ values: Int) -> Int {
    Int.bitWidth - max(0, values - 1).leadingZeroBitCount
  }

  /// The bits that a day's index, or none, needs.
  var dayBits: Int { bitWidth(problem.days.count + 1) }

  /// The amount of some ranks.
  func amount(of set: SessionSet, _ measure: Measure) -> Int {
    set.reduce(0) { $0 + measure.amount(ofMinutes: problem.sessions[sessions[$1]].minutes) }
  }
}

// MARK: - What shapes enter

extension TrackCompiler {
  /// Notes that a constraint is not followed in full.
  mutating func giveUp() { isRelaxed = true }

  /// Adds a coupling, or gives the constraint up where its carry would not fit.
  mutating func couple(
    _ rule: any CouplingRule,
    _ selection: Selection,
    _ extent: Extent,
    _ weight: Weight,
    _ bits: Int,
    isChoice: Bool? = nil
  ) {
    guard width + bits <= UInt128.bitWidth, bits < Int.bitWidth - 1 else {
      giveUp()
      return
    }
    let isChoice = isChoice ?? extent.isChosen
    couplings.append(
      Coupling(
        rule,
        at: weight,
        members: extent.members,
        choice: isChoice ? selection : nil,
        scope: extent.scope,
        shift: width,
        width: bits
      )
    )
    width += bits
    if isChoice { arranged = arranged.union(extent.scope) }
  }

  /// Adds a pattern of the rows that a selection makes up, for the days with something of an extent.
  mutating func add(
    _ pattern: any DayPattern,
    of row: Selection,
    _ extent: Extent,
    _ weight: Weight,
    countsAlways: Bool = false,
    inOneBlock: Track.DayAmount? = nil
  ) {
    guard !extent.scope.isEmpty || countsAlways else { return }
    patterns.append(
      Track.Pattern(
        pattern,
        at: weight,
        of: row,
        row: self.extent(of: row).scope,
        members: extent.scope,
        countsAlways: countsAlways,
        inOneBlock: inOneBlock
      )
    )
    guard inOneBlock == nil else { return }
    arranged = countsAlways ? SessionSet(first: sessions.count) : arranged.union(extent.scope)
  }

  /// Notes sessions of which no two can be held on one day.
  mutating func estrange(_ set: SessionSet) {
    for rank in set { strangers[rank] = strangers[rank].union(set.removing(rank)) }
  }

  /// Notes how many minutes each bucket can hold of some sessions, where they are all of the part.
  mutating func limit(_ members: SessionSet, _ bucket: Bucket, to most: Int) {
    guard members.count == sessions.count else { return }
    switch bucket {
    case .block: perBlock = perBlock.map { min($0, most) }
    case .day, .week: perDay = perDay.map { min($0, most) }
    }
  }
}

extension Problem {
  /// Whether no week has two days with blocks.
  var weekHasOneDay: Bool { Set(days.map(\.week)).count == days.count }
}
