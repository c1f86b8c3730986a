/// The days on which sessions can be held, narrowed by what must come before and after them.
struct TrackWindows {
  /// For each day the ranks that can be held on it.
  private(set) var allowed: [SessionSet]

  private let precedence: Precedence
  private let minutes: [Int]
  /// For each number of days gone the minutes that they hold.
  private let gone: [Int]

  /// Narrows the days allowed by the sessions' own options.
  ///
  /// - Complexity: O(days × sessions²).
  init(allowed: [SessionSet], precedence: Precedence, minutes: [Int], capacity: [Int]) {
    self.allowed = allowed
    self.precedence = precedence
    self.minutes = minutes
    gone = capacity.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    for rank in minutes.indices { keepCommonDays(of: precedence.companions[rank]) }
    forbidEarlyDays()
    forbidLateDays()
    for rank in minutes.indices { keepCommonDays(of: precedence.companions[rank]) }
  }

  private mutating func keepCommonDays(of set: SessionSet) {
    for day in allowed.indices where !set.isSubset(of: allowed[day]) {
      allowed[day] = allowed[day].subtracting(set)
    }
  }

  /// A session comes no earlier than what must come before it, all of which needs its minutes.
  private mutating func forbidEarlyDays() {
    var first = [Int](repeating: 0, count: minutes.count)
    for rank in minutes.indices {
      let needed = total(precedence.before[rank].inserting(rank))
      var day = precedence.before[rank].reduce(0) { max($0, first[$1]) }
      day = precedence.daysBefore[rank].reduce(day) { max($0, first[$1] + 1) }
      while day < allowed.count, !allowed[day].contains(rank) || room(from: 0, to: day) < needed {
        allowed[day] = allowed[day].removing(rank)
        day += 1
      }
      first[rank] = day
      for earlier in 0..<min(day, allowed.count) {
        allowed[earlier] = allowed[earlier].removing(rank)
      }
    }
  }

  private mutating func forbidLateDays() {
    var last = [Int](repeating: allowed.count - 1, count: minutes.count)
    for rank in minutes.indices.reversed() {
      var followers = SessionSet()
      var day = allowed.count - 1
      for other in minutes.indices where precedence.before[other].contains(rank) {
        followers.insert(other)
        day = min(day, last[other])
      }
      for other in minutes.indices where precedence.daysBefore[other].contains(rank) {
        day = min(day, last[other] - 1)
      }
      let needed = total(followers.inserting(rank))
      while day >= 0,
        !allowed[day].contains(rank) || room(from: day, to: allowed.count - 1) < needed
      {
        day -= 1
      }
      last[rank] = day
      for later in max(0, day + 1)..<max(allowed.count, day + 1, 0) {
        allowed[later] = allowed[later].removing(rank)
      }
    }
  }

  private func total(_ set: SessionSet) -> Int {
    set.reduce(0) { $0 + minutes[$1] }
  }

  private func room(from first: Int, to last: Int) -> Int {
    gone[last + 1] - gone[first]
  }
}
