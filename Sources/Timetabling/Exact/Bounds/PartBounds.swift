/// The parts into which a track is cut to bound what is still to come, and their bounds.
///
/// Every unit is in one part and every cost is charged to one part or shared out, so that the bounds
/// of the parts add up. The whole track is one part where its ideals are few enough: its bound is then
/// the least cost itself, as far as visits, spans, amounts and single placements go.
struct PartBounds {
  /// The couplings that the parts are charged with, by index.
  let couplings: Set<Int>
  /// The amounts that the parts are charged with, by index.
  let amounts: Set<Int>
  private let parts: [PartBound]

  /// How many ideals may be looked at.
  struct Effort: Hashable {
    /// The most ideals of a whole track.
    var whole: Int
    /// The most ideals of a part.
    var part: Int

    /// What is worth it for a run of a width.
    init(width: Int) {
      whole = min(50_000, 50 * width)
      part = min(30_000, 30 * width)
    }

    /// Any effort.
    init(whole: Int, part: Int) {
      self.whole = whole
      self.part = part
    }
  }

  /// Cuts and bounds a track; without parts where there are too many days.
  init(_ track: Track, _ effort: Effort, _ watch: inout Watch) {
    let everything = Array(track.units.indices)
    if let whole = Self.bounds([everything], track, limit: effort.whole, &watch) {
      self = whole
      return
    }
    let clusters = Self.clusters(of: track, limit: effort.part, &watch)
    if let parts = Self.bounds(clusters, track, limit: effort.part, &watch) {
      self = parts
      return
    }
    couplings = []
    amounts = []
    parts = []
  }

  private init(couplings: Set<Int>, amounts: Set<Int>, parts: [PartBound]) {
    self.couplings = couplings
    self.amounts = amounts
    self.parts = parts
  }

  /// Whether single placements are charged too.
  var coverPlacements: Bool { !parts.isEmpty }

  /// Whether more effort cannot say more.
  var isWhole: Bool { parts.count == 1 }

  /// The least cost after a day, `Int.max` when the rest cannot be held any more.
  @inline(__always)
  func rest(after day: Int, held: UInt64) -> Int {
    var sum = 0
    for part in parts {
      let rest = part.rest(after: day, held: held)
      if rest == .max { return .max }
      sum = sum.cappedSum(rest)
    }
    return sum
  }

  private static func bounds(
    _ clusters: [[Int]],
    _ track: Track,
    limit: Int,
    _ watch: inout Watch
  ) -> PartBounds? {
    var charges = clusters.map { PartBound.Charge(units: $0) }
    let sets = clusters.map { $0.reduce(0) { $0 | track.units[$1].set.bits } }
    var couplings: Set<Int> = []
    var amounts: Set<Int> = []
    for (index, coupling) in track.couplings.enumerated() {
      let members = coupling.members.bits
      let shares = sets.indices.filter { sets[$0] & members != 0 }
      switch coupling.following {
      case .visits(let weight, let isFirstFree):
        guard charges.allSatisfy({ $0.visits.count < UInt128.bitWidth }) else { continue }
        for (position, part) in shares.enumerated() {
          let share = weight / shares.count + (position < weight % shares.count ? 1 : 0)
          charges[part].visits.append((sets[part] & members, share, isFirstFree))
        }
      case .after:
        guard case .soft(let weight) = coupling.weight,
          let part = shares.max(by: {
            (sets[$0] & members).nonzeroBitCount < (sets[$1] & members).nonzeroBitCount
          })
        else { continue }
        charges[part].spans.append((sets[part] & members, weight))
      case .step: continue
      }
      couplings.insert(index)
    }
    for (index, amount) in track.amounts.enumerated() {
      guard let part = sets.indices.first(where: { amount.members.bits & ~sets[$0] == 0 }) else {
        continue
      }
      charges[part].amounts.append(amount)
      amounts.insert(index)
    }
    var parts: [PartBound] = []
    for charge in charges {
      guard let part = PartBound(track, charge, limit: limit, &watch) else { return nil }
      parts.append(part)
    }
    return PartBounds(couplings: couplings, amounts: amounts, parts: parts)
  }

  /// Units gathered by the costs that they share, as long as their ideals are few.
  private static func clusters(of track: Track, limit: Int, _ watch: inout Watch) -> [[Int]] {
    var clusters = track.units.indices.map { [$0] }
    func set(_ cluster: [Int]) -> UInt64 {
      cluster.reduce(0) { $0 | track.units[$1].set.bits }
    }
    func affinity(_ left: [Int], _ right: [Int]) -> Int {
      let (left, right) = (set(left), set(right))
      return track.couplings.reduce(0) { sum, coupling in
        guard case .soft(let weight) = coupling.weight,
          coupling.members.bits & left != 0, coupling.members.bits & right != 0
        else { return sum }
        switch coupling.following {
        case .step: return sum
        case .visits, .after: return sum.cappedSum(weight)
        }
      }
    }
    var refused: Set<[Int]> = []
    while !watch.isOver {
      var best: (left: Int, right: Int, affinity: Int)?
      for left in clusters.indices {
        for right in clusters.indices where right > left {
          guard !refused.contains(clusters[left] + clusters[right]) else { continue }
          let affinity = affinity(clusters[left], clusters[right])
          if affinity > best?.affinity ?? -1 { best = (left, right, affinity) }
        }
      }
      guard let best else { break }
      watch.take(limit)
      let union = clusters[best.left] + clusters[best.right]
      if IdealGraph(track, union.sorted(), limit: limit) == nil {
        refused.insert(union)
      } else {
        clusters[best.left] = union.sorted()
        clusters.remove(at: best.right)
      }
    }
    return clusters
  }
}
