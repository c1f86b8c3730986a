internal import Diagnostics

extension Curriculum {
  /// The most ways to choose sessions that are looked into.
  static let wayLimit = 64

  /// Whether it has choices and it is still open which of their sessions are held.
  public var isUndecided: Bool { !choices.isEmpty && decision == nil }

  /// The sessions of choices that are not held in this edition.
  public var notHeld: [Session] { decision?.notHeld ?? [] }

  /// Whether a session is in a choice and is not held in this edition.
  public func isNotHeld(_ session: String) -> Bool { notHeld.contains { $0.id == session } }

  /// The choice that a session is in; `nil` for one that is always held.
  public func choice(of session: String) -> SessionChoice? {
    choices.first { $0.sessions.contains(session) }
  }

  /// The same in an edition that holds some sessions of its choices and none of their others.
  ///
  /// - Parameters:
  ///   - held: The identifiers of the sessions; those that are in no choice say nothing.
  ///   - ways: In how many ways it could have been decided.
  /// - Returns: The curriculum, in which sessions that are not held are named but not placed.
  public func holding(_ held: Set<String>, ways: Int = 1) -> Curriculum {
    let left = Set(choices.flatMap(\.sessions)).subtracting(held)
    var decided = self
    decided.decision = Decision(
      notHeld: sessions.filter { left.contains($0.id) },
      unmet: sessions.filter { !left.contains($0.id) }.flatMap { session in
        session.needs.filter { left.contains($0.session) }.map {
          Decision.Unmet(session: session.id, need: $0.session)
        }
      },
      ways: ways
    )
    decided.sessions.removeAll { left.contains($0.id) }
    for index in decided.modules.indices {
      decided.modules[index].sessions.removeAll(where: left.contains)
    }
    for index in decided.sessions.indices {
      decided.sessions[index].needs.removeAll { left.contains($0.session) }
    }
    return decided
  }

  /// The ways to choose which sessions are held, those of the sessions written first before others.
  ///
  /// A pin that must hold, and what is required, is in every way. Whatever is held, the sessions of choices
  /// that it needs are held too.
  ///
  /// - Parameter required: The identifiers of sessions that are held in any case, such as those that were
  ///   held already; more of a choice than it holds are accepted.
  /// - Returns: The identifiers of the sessions of choices that are held.
  /// - Complexity: O(ways × sessions); at most 64 ways are accepted when a curriculum is read.
  public func waysToHold(requiring required: Set<String> = []) -> [Set<String>] {
    ways(holding: required.union(pinned), sparing: required)
  }

  /// The ways that hold some sessions in any case; those that are spared need nothing.
  func ways(holding fixed: Set<String>, sparing spared: Set<String> = []) -> [Set<String>] {
    let optional = Set(choices.flatMap(\.sessions))
    let needs = Dictionary(
      sessions.filter { optional.contains($0.id) && !spared.contains($0.id) }.map { session in
        (session.id, Set(session.needs.map(\.session)).intersection(optional))
      }
    ) { first, _ in first }
    let all = choices.reduce(into: [Set<String>()]) { ways, choice in
      let (kept, free) = choice.divided(by: fixed)
      let picks = Self.picks(of: max(0, choice.hold - kept.count), from: free[...])
      ways = ways.flatMap { way in picks.map { way.union(kept).union($0) } }
    }
    return all.filter { way in
      way.allSatisfy { needs[$0].map { $0.isSubset(of: way) } ?? true }
    }
  }

  /// In how many ways sessions can be picked, whatever they need; one more than the limit when in more.
  func wayCount(holding fixed: Set<String>) -> Int {
    choices.reduce(1) { count, choice in
      let (kept, free) = choice.divided(by: fixed)
      let picked = max(0, choice.hold - kept.count)
      let least = min(picked, free.count - picked)
      guard least > 0 else { return count }
      var ways = 1
      for index in 0..<least {
        ways = ways * (free.count - index) / (index + 1)
        guard ways * count <= Self.wayLimit else { return Self.wayLimit + 1 }
      }
      return ways * count
    }
  }

  /// The sessions that a pin keeps at a time, in a room or with trainers.
  var pinned: Set<String> {
    Set(
      declarations.filter { $0.name == "pin" && $0.weight == nil }.compactMap { pin in
        guard case .mapping(let entries) = pin.argument.content,
          case .scalar(let name, _)? = entries.first(where: { $0.key == "session" })?.value.content
        else { return nil }
        return name
      }
    )
  }

  /// All ways to pick some of the elements, those with the first elements first.
  private static func picks(of count: Int, from elements: ArraySlice<String>) -> [[String]] {
    guard count > 0 else { return [[]] }
    return elements.indices.flatMap { index in
      picks(of: count - 1, from: elements[(index + 1)...]).map { [elements[index]] + $0 }
    }
  }
}

extension SessionChoice {
  /// Its sessions that are among some, and the others.
  fileprivate func divided(by some: Set<String>) -> (those: [String], others: [String]) {
    (sessions.filter(some.contains), sessions.filter { !some.contains($0) })
  }
}
