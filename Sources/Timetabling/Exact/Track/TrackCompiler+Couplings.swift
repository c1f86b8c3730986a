internal import Curricula

// What couples days.
extension TrackCompiler {
  /// Adds a coupling, or gives the constraint up where its carry would not fit.
  mutating func couple(
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

  mutating func add(_ form: OrderForm, _ constraint: any Constraint, _ index: Int) {
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

  mutating func add(_ form: DistinctForm, _ constraint: any Constraint) {
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

  mutating func addRooms(
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

  mutating func add(_ form: SpanForm, _ constraint: any Constraint) {
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

  mutating func add(_ form: ApartForm, _ constraint: any Constraint) {
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

  mutating func addOther(_ constraint: any Constraint, _ index: Int) {
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
  mutating func add(_ consecutive: Consecutive, _ index: Int) {
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

  mutating func add(_ total: TotalLoad) {
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
