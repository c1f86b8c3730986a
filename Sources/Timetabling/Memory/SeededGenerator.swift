internal import Chance

/// A generator that makes the same numbers for the same seed, on every machine.
///
/// The algorithm is xoshiro256**, its state filled by `SplitMix64`; it stays as it is, because a
/// seed must find the timetable again that it once found. Source: Blackman and Vigna, *Scrambled
/// linear pseudorandom number generators*, ACM Transactions on Mathematical Software 47, 2021.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Creates the generator of a seed and, for searches beside one another, of a stream.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix64(seed: seed &+ stream &* 0xD1B5_4A32_D192_ED03)
    state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  @inline(__always)
  public mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A number from 0 to below the bound, which is at most 2³².
  ///
  /// By multiplication and shift; the bias, below bound ÷ 2³², does not matter in a search.
  @inline(__always)
  mutating func below(_ bound: Int) -> Int { (next() >> 32).scaled(to: bound) }
}

extension UInt64 {
  /// A number from 0 to below a bound, by 32 random bits.
  @inline(__always)
  func scaled(to bound: Int) -> Int {
    Int(truncatingIfNeeded: (self &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }
}
