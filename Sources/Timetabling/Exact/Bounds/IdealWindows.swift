/// After which days a set of sessions can have been held and the others can still be.
struct IdealWindows {
  private let track: Track
  private let sessions: SessionSet
  private let days: Int
  /// For each rank the number of days that must have gone before it has been held.
  private let earliest: [Int]
  /// For each rank the most days that can have gone before it is held.
  private let latest: [Int]
  /// For each number of days gone their minutes.
  private let minutesGone: [Int]

  /// For the sessions of a part of a track.
  init(_ track: Track, _ sessions: UInt64) {
    self.track = track
    self.sessions = SessionSet(bits: sessions)
    let days = track.days.count
    self.days = days
    earliest = (0..<track.count).map { rank in
      (track.allowed.firstIndex { $0.contains(rank) } ?? days) + 1
    }
    latest = (0..<track.count).map { rank in
      track.allowed.lastIndex { $0.contains(rank) } ?? -1
    }
    minutesGone = track.capacity.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// The numbers of days gone, as bits, after which just these sessions of the part can have been held.
  func days(after held: UInt64) -> UInt128 {
    let set = SessionSet(bits: held)
    let rest = sessions.subtracting(set)
    var first = 0
    for rank in set { first = max(first, earliest[rank]) }
    var last = days
    for rank in rest { last = min(last, latest[rank]) }
    let held = track.amount(of: set, .minutes)
    let left = track.amount(of: rest, .minutes)
    while first <= days, minutesGone[first] < held { first += 1 }
    while last >= 0, minutesGone[days] - minutesGone[last] < left { last -= 1 }
    guard first <= last else { return 0 }
    let below = last + 1 >= UInt128.bitWidth ? UInt128.max : (1 << UInt128(last + 1)) - 1
    return below & ~((1 << UInt128(first)) - 1)
  }
}
