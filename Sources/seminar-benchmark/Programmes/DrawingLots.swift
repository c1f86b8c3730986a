internal import Chance

/// Lots drawn from a seed.
struct DrawingLots {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491_4F6C_DD1D)
  }

  /// A number from 0 to below a bound.
  mutating func below(_ bound: Int) -> Int {
    Int(truncatingIfNeeded: generator.next() >> 1) % bound
  }

  /// One of some things.
  mutating func one<Thing>(of things: [Thing]) -> Thing {
    things[below(things.count)]
  }
}
