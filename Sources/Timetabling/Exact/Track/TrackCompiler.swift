internal import Curricula

/// Sorts the constraints of a problem by what they need to be followed from day to day.
///
/// A constraint that is not followed, or not in full, makes costs bounds: `isRelaxed`.
struct TrackCompiler {
  let problem: Problem
  let part: Track.Part
  /// For each rank the session.
  let sessions: [Int]
  /// For each session of the part its rank.
  let ranks: [Int: Int]
  private(set) var loads: [Track.DayLoad] = []
  private(set) var patterns: [Track.Pattern] = []
  var couplings: [Coupling] = []
  private(set) var placementForms: [[Track.WeightedForm]]
  private(set) var strangers: [SessionSet]
  var arranged = SessionSet()
  var base = Cost.zero
  var isRelaxed = false
  /// The bits of carry used.
  var width = 0
  let weekHasOneDay: Bool
  let dayHasOneBlock: Bool

  init(problem: Problem, part: Track.Part, precedence: Precedence) {
    self.problem = problem
    self.part = part
    sessions = precedence.sessions
    ranks = Dictionary(uniqueKeysWithValues: sessions.enumerated().map { ($1, $0) })
    placementForms = Array(repeating: [], count: sessions.count)
    strangers = Array(repeating: SessionSet(), count: sessions.count)
    weekHasOneDay = Set(problem.days.map(\.week)).count == problem.days.count
    dayHasOneBlock = problem.days.allSatisfy { $0.blocks.count == 1 }
  }

  mutating func compile() {
    for (index, constraint) in problem.constraints.enumerated() {
      if case .soft(0) = constraint.weight { continue }
      if case .placement(let form) = constraint.form {
        add(form, constraint.weight)
        continue
      }
      if constraint.weight != .hard, part.softConstraints?.contains(index) == false {
        isRelaxed = true
        continue
      }
      switch constraint.form {
      case .placement, .clash: break  // Sessions in a row never overlap.
      case .order(let form): add(form, constraint, index)
      case .load(let form): add(form, constraint, index)
      case .distinct(let form): add(form, constraint)
      case .span(let form): add(form, constraint)
      case .sequence(let form): add(form, index)
      case .apart(let form): add(form, constraint)
      case .other: addOther(constraint, index)
      }
    }
    for (rank, session) in sessions.enumerated()
    where problem.sessions[session].minutes % problem.curriculum.grid != 0 {
      arranged.insert(rank)
    }
  }

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
    func add(_ session: Int, isCertain: Bool) {
      guard let rank = ranks[session] else {
        extent.isWhole = false
        return
      }
      extent.scope.insert(rank)
      if isCertain { extent.members.insert(rank) }
    }
    switch selection {
    case .sessions(let sessions):
      for session in sessions { add(session, isCertain: true) }
    case .trainer(let trainer):
      for (session, facts) in problem.sessions.enumerated()
      where facts.teams.contains(where: { $0.trainers.contains(trainer) }) {
        add(session, isCertain: facts.teams.allSatisfy { $0.trainers.contains(trainer) })
      }
    case .room(let room):
      for (session, facts) in problem.sessions.enumerated() where facts.rooms.contains(room) {
        add(session, isCertain: facts.rooms == [room])
      }
    }
    return extent
  }

  func bitWidth(_ values: Int) -> Int {
    Int.bitWidth - max(0, values - 1).leadingZeroBitCount
  }

  mutating func add(_ form: PlacementForm, _ weight: Weight) {
    for session in form.sessions {
      guard let rank = ranks[session] else { continue }
      guard weight == .hard || part.penalised.contains(session) else {
        isRelaxed = true
        continue
      }
      placementForms[rank].append(Track.WeightedForm(form: form, weight: weight))
    }
  }

  mutating func addPattern(
    _ index: Int,
    _ selection: Selection,
    _ members: SessionSet,
    countsAlways: Bool = false,
    inOneBlock: Track.DayLoad? = nil,
    readsRooms: Bool = false
  ) {
    guard !members.isEmpty || countsAlways else { return }
    var (isOfRoom, isOfTrainer) = (readsRooms, false)
    switch selection {
    case .sessions: break
    case .trainer: isOfTrainer = true
    case .room: isOfRoom = true
    }
    patterns.append(
      Track.Pattern(
        members: members,
        constraint: index,
        countsAlways: countsAlways,
        inOneBlock: inOneBlock,
        readsRooms: isOfRoom,
        readsTrainers: isOfTrainer
      )
    )
    guard inOneBlock == nil else { return }
    arranged = countsAlways ? SessionSet(first: sessions.count) : arranged.union(members)
  }

  mutating func add(_ form: SequenceForm, _ index: Int) {
    let extent = extent(of: form.selection)
    switch form.pattern {
    case .unbroken: break
    case .isolated, .idle, .backToBack:
      // Without the sessions of other parts there would be more to pay.
      var isWhole = extent.isWhole
      if case .backToBack(let among) = form.pattern {
        isWhole = isWhole && among.allSatisfy { ranks[$0] != nil }
      }
      guard isWhole else {
        isRelaxed = true
        return
      }
    }
    if !extent.isWhole { isRelaxed = true }
    guard extent.scope.count > 1 || form.pattern == .isolated else { return }
    addPattern(index, form.selection, extent.scope)
  }

  mutating func add(_ form: LoadForm, _ constraint: any Constraint, _ index: Int) {
    let extent = extent(of: form.selection)
    if !extent.isWhole { isRelaxed = true }
    let least = extent.isWhole ? form.least : 0
    let most = form.most ?? .max
    guard least > 0 || most < .max else { return }
    let inMinutes = form.unit == .minutes
    if form.per == .week, !weekHasOneDay || extent.isChosen {
      let largest =
        inMinutes
        ? extent.scope.reduce(0) { $0 + problem.sessions[sessions[$1]].minutes }
        : extent.scope.count
      couple(
        .weekLoad(inMinutes: inMinutes, least: least, most: most),
        form.selection,
        extent,
        constraint,
        bitWidth(largest + 1)
      )
      return
    }
    let load = Track.DayLoad(
      members: extent.scope,
      inMinutes: inMinutes,
      least: least,
      most: most,
      weight: constraint.weight
    )
    if extent.isChosen || form.per == .block && !dayHasOneBlock {
      // A least amount of a part alone would have to be kept out of the pattern.
      if form.least > 0, !extent.isWhole { return }
      addPattern(
        index,
        form.selection,
        extent.scope,
        countsAlways: least > 0,
        inOneBlock: extent.isChosen ? nil : load
      )
    } else {
      loads.append(load)
      if constraint.weight == .hard, !inMinutes, most <= 1 { estrange(extent.scope) }
    }
  }

  /// Notes sessions of which no two can be held on one day.
  mutating func estrange(_ set: SessionSet) {
    for rank in set { strangers[rank] = strangers[rank].union(set.removing(rank)) }
  }
}
