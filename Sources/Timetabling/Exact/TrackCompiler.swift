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
  private let ranks: [Int: Int]
  private(set) var loads: [Track.DayLoad] = []
  private(set) var patterns: [Track.Pattern] = []
  private(set) var couplings: [Coupling] = []
  private(set) var placementForms: [[Track.WeightedForm]]
  private(set) var strangers: [SessionSet]
  private(set) var arranged = SessionSet()
  private(set) var base = Cost.zero
  private(set) var isRelaxed = false
  private var width = 0
  private let weekHasOneDay: Bool
  private let dayHasOneBlock: Bool

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
    if !dayHasOneBlock { arranged = SessionSet(first: sessions.count) }
    for (rank, session) in sessions.enumerated()
    where problem.sessions[session].minutes % problem.curriculum.grid != 0 {
      arranged.insert(rank)
    }
  }

  // MARK: Selections

  /// What a selection takes in of the part.
  private struct Extent {
    /// The ranks that are taken in for certain.
    var members = SessionSet()
    /// The ranks that may be taken in.
    var scope = SessionSet()
    /// Whether all that the selection may take in is in the part.
    var isWhole = true

    /// Whether what is taken in depends on choices.
    var isChosen: Bool { members != scope }
  }

  private func extent(of selection: Selection) -> Extent {
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

  private func bitWidth(_ values: Int) -> Int {
    Int.bitWidth - max(0, values - 1).leadingZeroBitCount
  }

  // MARK: What single placements decide

  private mutating func add(_ form: PlacementForm, _ weight: Weight) {
    for session in form.sessions {
      guard let rank = ranks[session] else { continue }
      guard weight == .hard || part.penalised.contains(session) else {
        isRelaxed = true
        continue
      }
      placementForms[rank].append(Track.WeightedForm(form: form, weight: weight))
    }
  }

  // MARK: What one day decides

  private mutating func addPattern(
    _ index: Int,
    _ selection: Selection,
    _ members: SessionSet,
    countsAlways: Bool = false,
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
        readsRooms: isOfRoom,
        readsTrainers: isOfTrainer
      )
    )
    arranged = countsAlways ? SessionSet(first: sessions.count) : arranged.union(members)
  }

  private mutating func add(_ form: SequenceForm, _ index: Int) {
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

  private mutating func add(_ form: LoadForm, _ constraint: any Constraint, _ index: Int) {
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
    } else if extent.isChosen || form.per == .block && !dayHasOneBlock {
      // A least amount of a part alone would have to be kept out of the pattern.
      if form.least > 0, !extent.isWhole { return }
      addPattern(index, form.selection, extent.scope, countsAlways: least > 0)
    } else {
      loads.append(
        Track.DayLoad(
          members: extent.scope,
          inMinutes: inMinutes,
          least: least,
          most: most,
          weight: constraint.weight
        )
      )
      if constraint.weight == .hard, !inMinutes, most <= 1 { estrange(extent.scope) }
    }
  }

  /// Notes sessions of which no two can be held on one day.
  private mutating func estrange(_ set: SessionSet) {
    for rank in set { strangers[rank] = strangers[rank].union(set.removing(rank)) }
  }

  // MARK: What couples days

  /// Adds a coupling, or gives the constraint up where its carry would not fit.
  private mutating func couple(
    _ kind: Coupling.Kind,
    _ selection: Selection,
    _ extent: Extent,
    _ constraint: any Constraint,
    _ bits: Int,
    isChoice: Bool? = nil
  ) {
    guard width + bits <= UInt128.bitWidth, bits < Int.bitWidth - 1 else {
      isRelaxed = true
      return
    }
    let isChoice = isChoice ?? extent.isChosen
    couplings.append(
      Coupling(
        kind: kind,
        weight: constraint.weight,
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

  private var dayBits: Int { bitWidth(problem.days.count + 1) }

  private mutating func add(_ form: OrderForm, _ constraint: any Constraint, _ index: Int) {
    guard let earlier = ranks[form.earlier], let later = ranks[form.later] else {
      isRelaxed = true
      return
    }
    let isHard = constraint.weight == .hard
    if isHard, form.leastDays <= 1, form.mostDays.map({ $0 == 0 && form.leastDays <= 0 }) ?? true {
      return
    }
    let selection = Selection.sessions([form.earlier, form.later])
    let extent = extent(of: selection)
    couple(
      .order(
        earlier: earlier,
        later: later,
        leastDays: form.leastDays,
        mostDays: form.mostDays
      ),
      selection,
      extent,
      constraint,
      form.leastDays > 0 || form.mostDays != nil ? dayBits : 0
    )
    if !isHard { addPattern(index, selection, extent.scope) }
  }

  private mutating func add(_ form: DistinctForm, _ constraint: any Constraint) {
    let extent = extent(of: form.selection)
    if !extent.isWhole { isRelaxed = true }
    let least = extent.isWhole ? form.least : 0
    let most = form.most ?? .max
    if case .room = form.of {
      addRooms(form, least: least, most: most, extent, constraint)
      return
    }
    guard case .bucket(var bucket) = form.of, !extent.scope.isEmpty else { return }
    if bucket == .week && weekHasOneDay || bucket == .block && dayHasOneBlock { bucket = .day }
    guard least > 1 || most < extent.scope.count else { return }
    let isChoice = extent.isChosen || bucket == .block
    if constraint.weight == .hard, !isChoice, bucket == .day, most == 1, least <= 1 { return }
    let cap = min(max(least, most == .max ? 0 : most), extent.scope.count + 1)
    let isStateless = !isChoice && bucket == .day && cap <= 1
    couple(
      .distinct(bucket, least: least, most: most),
      form.selection,
      extent,
      constraint,
      isStateless ? 0 : max(1, bitWidth(2 * (cap + 1))),
      isChoice: isChoice
    )
  }

  private mutating func addRooms(
    _ form: DistinctForm,
    least: Int,
    most: Int,
    _ extent: Extent,
    _ constraint: any Constraint
  ) {
    let rooms = problem.curriculum.rooms.count
    guard !extent.scope.isEmpty, least > 1 || most < min(rooms, extent.scope.count) else {
      // Without rooms none is used, which is too few by the whole least.
      if least > 0, rooms == 0, !extent.scope.isEmpty {
        base += Cost(least, at: constraint.weight)
      }
      return
    }
    guard part.followsRooms else {
      isRelaxed = true
      return
    }
    couple(
      .rooms(least: least, most: most),
      form.selection,
      extent,
      constraint,
      rooms,
      isChoice: true
    )
  }

  private mutating func add(_ form: SpanForm, _ constraint: any Constraint) {
    let extent = extent(of: form.selection)
    if !extent.isWhole { isRelaxed = true }
    guard extent.scope.count > 1 else { return }
    guard extent.isChosen else {
      if constraint.weight == .hard, form.mostDays <= 0 { return }
      let bits = form.mostDays > 0 ? dayBits : 0
      couple(.span(mostDays: form.mostDays), form.selection, extent, constraint, bits)
      return
    }
    couple(
      .chosenSpan(mostDays: form.mostDays, bits: dayBits),
      form.selection,
      extent,
      constraint,
      2 * dayBits
    )
  }

  private mutating func add(_ form: ApartForm, _ constraint: any Constraint) {
    let selection = Selection.sessions(form.sessions)
    let extent = extent(of: selection)
    guard form.leastDays > 0, extent.scope.count > 1 else {
      if !extent.isWhole { isRelaxed = true }
      return
    }
    if constraint.weight == .hard {
      estrange(extent.scope)
      guard form.leastDays > 1 else { return }
    } else if extent.scope.count > 2 {
      // Only neighbours are followed.
      isRelaxed = true
    }
    if !extent.isWhole { isRelaxed = true }
    couple(.apart(leastDays: form.leastDays), selection, extent, constraint, dayBits)
  }

  // MARK: Constraints without a form

  private mutating func addOther(_ constraint: any Constraint, _ index: Int) {
    switch constraint {
    case is InsideBlock: break
    case let travel as Travel:
      let extent = extent(of: travel.selection)
      if !extent.isWhole { isRelaxed = true }
      addPattern(index, travel.selection, extent.scope, readsRooms: true)
    case let consecutive as Consecutive: add(consecutive, index)
    case let total as TotalLoad: add(total)
    default: isRelaxed = true
    }
  }

  /// Each day has its own excess, and each day but the first one more.
  private mutating func add(_ consecutive: Consecutive, _ index: Int) {
    let extent = extent(of: consecutive.selection)
    guard extent.isWhole else {
      isRelaxed = true
      return
    }
    guard extent.scope.count > 1 else { return }
    addPattern(index, consecutive.selection, extent.scope)
    let limits = DistinctForm(
      selection: consecutive.selection,
      of: .bucket(.day),
      least: 0,
      most: 1
    )
    add(limits, consecutive)
  }

  private mutating func add(_ total: TotalLoad) {
    let extent = extent(of: total.selection)
    if !extent.isWhole { isRelaxed = true }
    let least = extent.isWhole ? total.least : 0
    let most = total.most ?? .max
    let inMinutes = total.unit == .minutes
    func amount(_ set: SessionSet) -> Int {
      inMinutes
        ? set.reduce(0) { $0 + problem.sessions[sessions[$1]].minutes } : set.count
    }
    guard extent.isChosen else {
      let amount = amount(extent.scope)
      base += Cost(max(0, least - amount, amount - most), at: total.weight)
      return
    }
    couple(
      .totalLoad(inMinutes: inMinutes, least: least, most: most),
      total.selection,
      extent,
      total,
      bitWidth(amount(extent.scope) + 1)
    )
  }
}
