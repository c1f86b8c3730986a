/// What couples days: what is remembered from day to day is its *carry*.
///
/// A class, because it is looked at for every state and would be copied each time.
final class Coupling: Sendable {
  /// What is remembered, and what it costs.
  let rule: any CouplingRule
  let weight: Weight
  /// The sessions that count for certain.
  let members: SessionSet
  /// Whether what a day contributes depends on the choice of trainers, rooms or blocks.
  let choice: Selection?
  /// The sessions that count for certain or may count.
  let scope: SessionSet
  /// Where the carry lies within the state's carry, in bits.
  let shift: Int
  let width: Int
  /// What the rule asks of a day beside its sessions.
  let asks: Asks
  /// How the exact method follows it.
  let following: Following

  init(
    _ rule: any CouplingRule,
    at weight: Weight,
    members: SessionSet,
    choice: Selection?,
    scope: SessionSet,
    shift: Int,
    width: Int
  ) {
    self.rule = rule
    asks = rule.asks
    self.weight = weight
    self.members = members
    self.choice = choice
    self.scope = scope
    self.shift = shift
    self.width = width
    guard width == 0, choice == nil, case .soft(let weight) = weight else {
      following = .step
      return
    }
    switch rule.stateless {
    case .visits(let isFirstFree): following = .visits(weight: weight, isFirstFree: isFirstFree)
    case .after: following = .after
    case .no: following = .step
    }
  }

  /// How the exact method follows a coupling.
  enum Following {
    /// Each day with a member costs the weight, but the first where it is free.
    case visits(weight: Int, isFirstFree: Bool)
    /// What a day costs depends on the sessions held by its end alone.
    case after
    /// Step by step.
    case step
  }

  /// What a rule comes to where nothing has to be remembered.
  enum Stateless {
    /// An excess of 1 for each day with a member, but the first where it is free.
    case visits(isFirstFree: Bool)
    /// An excess that depends on the sessions held by the end of a day alone.
    case after
    /// Something must be remembered, or may have to be.
    case no
  }

  /// What a rule asks of a day beside its sessions.
  struct Asks: OptionSet, Sendable {
    let rawValue: Int
    /// The rooms that are used.
    static let rooms = Asks(rawValue: 1)
    /// The blocks that are used.
    static let blocks = Asks(rawValue: 2)
    /// To be asked on every day, whether one of its sessions is held or not, for weeks end.
    static let everyWeek = Asks(rawValue: 4)
  }
}

/// What one day adds, as a coupling sees it.
struct DayStep {
  /// The index of the day.
  let day: Int
  /// The sessions held before the day.
  let before: SessionSet
  /// The sessions held on the day.
  let set: SessionSet
  /// What the day contributes, where that depends on choices within it.
  var contribution: Int?

  /// The sessions held by the end of the day.
  var after: SessionSet { before.union(set) }
}

/// What a day leaves to be remembered, and its excess.
typealias Advance = (carry: Int, excess: Int)

/// How a shape couples days.
protocol CouplingRule: Sendable {
  /// What it comes to where nothing has to be remembered.
  var stateless: Coupling.Stateless { get }

  /// What it asks of a day beside its sessions.
  var asks: Coupling.Asks { get }

  /// The carry after a day and the excess of the day, with the carry of the days before.
  func advance(_ carry: Int, _ step: DayStep, _ coupling: Coupling, in track: Track) -> Advance

  /// What the placements of a day that count contribute, where that depends on choices.
  func contribution(of row: borrowing DayRow) -> Int

  /// What a session of some minutes contributes in a room, as far as it is known without the row.
  func contribution(of minutes: Int, in room: Int?) -> Int

  /// What two parts of a day contribute together.
  func combined(_ left: Int, _ right: Int) -> Int
}

/// A rule for which it is enough to know whether a day has any session that counts.
protocol PresenceRule: CouplingRule {}

extension PresenceRule {
  var asks: Coupling.Asks { [] }

  func contribution(of row: borrowing DayRow) -> Int { row.count > 0 ? 1 : 0 }

  func contribution(of minutes: Int, in room: Int?) -> Int { 1 }

  func combined(_ left: Int, _ right: Int) -> Int { left | right }
}

extension Coupling {
  @inline(__always)
  func carry(in state: UInt128) -> Int {
    width == 0 ? 0 : Int((state >> UInt128(shift)) & ((1 << UInt128(width)) - 1))
  }

  @inline(__always)
  func storing(_ carry: Int, in state: UInt128) -> UInt128 {
    width == 0 ? state : state | UInt128(carry) << UInt128(shift)
  }

  /// Whether all that may count has been held by the end of a day.
  @inline(__always)
  func isComplete(after step: DayStep) -> Bool { scope.isSubset(of: step.after) }

  /// Whether all that may count was held before a day.
  @inline(__always)
  func isComplete(before step: DayStep) -> Bool { scope.isSubset(of: step.before) }

  /// The carry after a day and the cost of the day, `nil` when a hard constraint forbids the step.
  func advance(_ carry: Int, _ step: DayStep, in track: Track) -> (carry: Int, penalty: Int)? {
    let (next, excess) = rule.advance(carry, step, self, in: track)
    guard excess > 0 else { return (next, 0) }
    switch weight {
    case .hard: return nil
    case .soft(let weight): return (next, weight.saturatingMultiplied(by: excess))
    }
  }
}
