/// The states reached by the end of one day, found by open addressing.
///
/// A state is the set of the sessions held and what the couplings remember. Its penalty is the least
/// known; its rest bounds from below what is still to come.
struct StateTable {
  private(set) var held: [UInt64] = []
  private(set) var carries: [UInt128] = []
  private(set) var penalties: [Int] = []
  /// What is added to every penalty with which the state is reached.
  private(set) var surcharges: [Int] = []
  /// What is still to come at least; `Int.max` for a state that cannot be finished.
  private(set) var rests: [Int] = []
  private(set) var parents: [Int32] = []
  /// The index of the plan for the last day.
  private(set) var plans: [Int32] = []
  /// The most states held; when there are as many, those at the limit or above, and all but the
  /// width of the others, are given up.
  var ceiling = (count: Int.max, limit: Int.max, width: Int.max)
  /// The least bound among those given up so far for want of room.
  private(set) var givenUp = Int.max
  private var slots: [Int32]
  private var mask: Int

  /// An empty table.
  init() {
    slots = Array(repeating: -1, count: 1 << 10)
    mask = slots.count - 1
  }

  var count: Int { held.count }

  /// The slot where a state is, or where it belongs.
  @inline(__always)
  private func slot(_ set: UInt64, _ carry: UInt128) -> Int {
    var hash = set ^ (UInt64(truncatingIfNeeded: carry) &* 0xA24B_AED4_963E_E407)
    hash ^= UInt64(truncatingIfNeeded: carry >> 64) &* 0x9FB2_1C65_1E98_DF25
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if held[index] == set, carries[index] == carry { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// The index of a state, `nil` when it was not reached yet.
  @inline(__always)
  func index(of set: UInt64, _ carry: UInt128) -> Int? {
    let index = slots[slot(set, carry)]
    return index < 0 ? nil : Int(index)
  }

  /// Enters a state that was not reached yet.
  mutating func append(
    _ set: UInt64,
    _ carry: UInt128,
    penalty: Int,
    surcharge: Int,
    rest: Int,
    parent: Int32,
    plan: Int32
  ) {
    if held.count >= ceiling.count {
      givenUp = min(givenUp, trim(below: ceiling.limit, to: ceiling.width))
    }
    slots[slot(set, carry)] = Int32(held.count)
    held.append(set)
    carries.append(carry)
    penalties.append(penalty)
    surcharges.append(surcharge)
    rests.append(rest)
    parents.append(parent)
    plans.append(plan)
    if held.count * 2 > slots.count { rebuild(slots.count * 2) }
  }

  /// Reaches a state again at less cost.
  @inline(__always)
  mutating func improve(_ index: Int, penalty: Int, parent: Int32, plan: Int32) {
    penalties[index] = penalty
    parents[index] = parent
    plans[index] = plan
  }

  /// What a timetable through a state costs at least.
  @inline(__always)
  func bound(_ index: Int) -> Int {
    rests[index] == .max ? .max : penalties[index].cappedSum(rests[index])
  }

  /// Keeps the states below a limit, of these only the most promising; returns the least bound among
  /// those that are given up for want of room.
  mutating func trim(below limit: Int, to width: Int) -> Int {
    var kept = (0..<count).filter { rests[$0] < .max && bound($0) < limit }
    var least = Int.max
    if kept.count > width {
      least = kept.map(bound).smallest(at: width)
      // Of those with just this bound the first ones stay, as many as there is room for.
      var room = width - kept.count { bound($0) < least }
      kept = kept.filter { index in
        let bound = bound(index)
        guard bound == least else { return bound < least }
        room -= 1
        return room >= 0
      }
    }
    guard kept.count < count else { return least }
    held = kept.map { held[$0] }
    carries = kept.map { carries[$0] }
    penalties = kept.map { penalties[$0] }
    surcharges = kept.map { surcharges[$0] }
    rests = kept.map { rests[$0] }
    parents = kept.map { parents[$0] }
    plans = kept.map { plans[$0] }
    rebuild(slots.count)
    return least
  }

  private mutating func rebuild(_ capacity: Int) {
    slots = Array(repeating: -1, count: capacity)
    mask = capacity - 1
    for index in held.indices { slots[slot(held[index], carries[index])] = Int32(index) }
  }

  /// What is needed to tell the way to each state.
  var trail: Trail { Trail(held: held, parents: parents, plans: plans) }

  /// For each state of a day the sessions held, the state of the day before, and the day's plan.
  struct Trail {
    let held: [UInt64]
    let parents: [Int32]
    let plans: [Int32]
  }
}

extension [Int] {
  /// The number that would be at an index if the numbers were sorted.
  ///
  /// By quickselect with the middle of three; O(count) as a rule.
  fileprivate func smallest(at index: Int) -> Int {
    var numbers = self
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = [numbers[low], numbers[(low + high) / 2], numbers[high]].sorted()[1]
      var (left, right) = (low, high)
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        if left <= right {
          numbers.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if index <= right { high = right } else if index >= left { low = left } else { break }
    }
    return numbers[index]
  }
}
