/// A formula over what lies in each bucket.
protocol BucketFormula: BitwiseCopyable, Sendable {
  /// What an excess follows from, kept up to date from move to move.
  associatedtype Standing: BitwiseCopyable

  /// Where amounts are summed up.
  var dimension: Dimension { get }

  /// What a session of some minutes adds to the amount of its bucket.
  func amount(ofMinutes minutes: Int32) -> Int32

  /// The standing of so many buckets without anything.
  func standing(ofEmpty count: Int) -> Standing

  /// The standing once an amount has gone from a bucket to another, from that and the amounts before.
  func standing(
    after shift: Shift,
    _ before: Standing,
    in amounts: borrowing Amounts,
    on board: inout Board
  ) -> Standing

  /// The excess of a standing.
  func excess(_ standing: Standing) -> Int
}

extension BucketFormula where Standing == Int {
  @inline(__always)
  func excess(_ standing: Int) -> Int { standing }
}

/// A formula over which buckets have a placement.
protocol PresenceFormula: BucketFormula {}

extension PresenceFormula {
  @inline(__always)
  func amount(ofMinutes minutes: Int32) -> Int32 { 1 }
}

extension PresenceFormula where Standing == Int {
  func standing(ofEmpty count: Int) -> Int { 0 }
}

/// For each counter and bucket an amount.
typealias Amounts = FlatTable<Int32>

/// An amount that goes from a bucket to another.
struct Shift: BitwiseCopyable {
  /// Where the amounts of its counter begin.
  let base: Int
  /// The bucket that it leaves; -1 for none.
  let old: Int
  /// The bucket to which it comes; -1 for none.
  let new: Int
  let amount: Int32
  /// 1 for a session that was not counted before, -1 for one that no longer is, else 0.
  let joining: Int32

  /// Whether a bucket has anything afterwards.
  @inline(__always)
  func isUsed(_ bucket: Int, in amounts: borrowing Amounts) -> Bool {
    bucket == new || amounts[base &+ bucket] > (bucket == old ? amount : 0)
  }
}
