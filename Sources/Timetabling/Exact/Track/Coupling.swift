/// A constraint that couples days: what it remembers from day to day is its *carry*.
struct Coupling: Sendable {
  /// What is remembered, and what it costs.
  enum Kind: Sendable {
    /// Carry: the amount in the current week.
    case weekLoad(inMinutes: Bool, least: Int, most: Int)
    /// Carry: the amount so far.
    case totalLoad(inMinutes: Bool, least: Int, most: Int)
    /// Carry: twice the number of buckets used, plus 1 when the current week is one of them; nothing
    /// where it is enough to know whether a day was used.
    case distinct(Bucket, least: Int, most: Int)
    /// Carry: the rooms used, as bits.
    case rooms(least: Int, most: Int)
    /// Carry: the first day's index plus 1, or nothing where it does not matter.
    case span(mostDays: Int)
    /// As `span`, where whether a session counts depends on choices. Carry: the last day's index plus
    /// 1 and, above `bits` bits, the first day's.
    case chosenSpan(mostDays: Int, bits: Int)
    /// Carry: the earlier session's day index plus 1 while the later waits.
    case order(earlier: Int, later: Int, leastDays: Int, mostDays: Int?)
    /// Carry: the index plus 1 of the last day used.
    case apart(leastDays: Int)
  }

  let kind: Kind
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

  /// How the exact method follows the coupling.
  var following: Following {
    guard width == 0, choice == nil, case .soft(let weight) = weight else { return .step }
    switch kind {
    case .distinct(.day, let least, let most) where least <= 1:
      return .visits(weight: weight, isFirstFree: most > 0)
    case .span: return .after
    case .weekLoad, .totalLoad, .distinct, .rooms, .chosenSpan, .order, .apart: return .step
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
}
