/// A generator that makes the same numbers for the same seed, on every machine.
///
/// The algorithm is xoshiro256**, its state filled by SplitMix64. Source: Blackman and Vigna,
/// *Scrambled linear pseudorandom number generators*, ACM Transactions on Mathematical Software 47,
/// 2021.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Creates the generator of a seed and, for searches beside one another, of a stream.
  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = seed &+ stream &* 0xD1B5_4A32_D192_ED03
    func mixed(_ mixer: inout UInt64) -> UInt64 {
      mixer &+= 0x9E37_79B9_7F4A_7C15
      var word = mixer
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
    state = (mixed(&mixer), mixed(&mixer), mixed(&mixer), mixed(&mixer))
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
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }
}
