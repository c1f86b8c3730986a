/// The sets of some units that can have been held, closed under what must come before, and how they
/// grow by one unit.
///
/// In the theory of orders these are the order ideals. They are numbered by their size, so that each
/// comes after all that it includes.
struct IdealGraph {
  /// The units, ascending by their index in the track.
  let units: [Int]
  /// All sessions of the units.
  let sessions: UInt64
  /// For each ideal its sessions.
  private(set) var ideals: [UInt64] = []
  /// For each ideal where its steps begin; one more at the end.
  private(set) var firstStep: [Int32] = []
  /// For each step the position of the unit that is added.
  private(set) var stepUnit: [UInt8] = []
  /// For each step the ideal that it leads to.
  private(set) var stepTarget: [Int32] = []
  private var slots: [Int32] = []
  private var mask = 0

  /// Finds the ideals, `nil` when there are more than a limit.
  ///
  /// - Complexity: O(ideals × units).
  init?(_ track: Track, _ units: [Int], limit: Int) {
    self.units = units
    sessions = units.reduce(0) { $0 | track.units[$1].set.bits }
    let sets = units.map { track.units[$0].set.bits }
    let before = units.map { track.units[$0].before.bits & sessions }
    // Adding units in their order reaches each ideal once, by way of ideals.
    ideals = [0]
    var last: [Int] = [-1]
    var index = 0
    while index < ideals.count {
      let ideal = ideals[index]
      for position in (last[index] + 1)..<units.count where before[position] & ~ideal == 0 {
        ideals.append(ideal | sets[position])
        last.append(position)
      }
      if ideals.count > limit { return nil }
      index += 1
    }
    number()
    addSteps(sets, before)
  }

  private mutating func number() {
    var capacity = 16
    while capacity < ideals.count * 2 { capacity *= 2 }
    slots = Array(repeating: -1, count: capacity)
    mask = capacity - 1
    for (index, ideal) in ideals.enumerated() { slots[slot(of: ideal)] = Int32(index) }
  }

  private mutating func addSteps(_ sets: [UInt64], _ before: [UInt64]) {
    firstStep.reserveCapacity(ideals.count + 1)
    for ideal in ideals {
      firstStep.append(Int32(stepUnit.count))
      for position in sets.indices
      where ideal & sets[position] == 0 && before[position] & ~ideal == 0 {
        stepUnit.append(UInt8(position))
        stepTarget.append(slots[slot(of: ideal | sets[position])])
      }
    }
    firstStep.append(Int32(stepUnit.count))
  }

  @inline(__always)
  private func slot(of ideal: UInt64) -> Int {
    var hash = ideal &* 0xD6E8_FEB8_6659_FD93
    hash = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot] >= 0, ideals[Int(slots[slot])] != ideal { slot = (slot + 1) & mask }
    return slot
  }

  /// The number of the ideal of these sessions, below 0 when they are none.
  @inline(__always)
  func index(of held: UInt64) -> Int {
    Int(slots[slot(of: held & sessions)])
  }
}
