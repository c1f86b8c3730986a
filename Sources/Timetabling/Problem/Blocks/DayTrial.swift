internal import Curricula

/// What a day costs at least whose sessions have blocks and trainers, and lack only times and rooms.
///
/// Sessions are placed one after the other, depth first; what is dearer than asked for is cut off.
struct DayTrial {
  /// A session as it is to be held on the day.
  struct Entry {
    let session: Int
    let block: Int
    let trainers: [Int]
    /// When and where, the cheapest first.
    let choices: [Choice]
    /// What it occupies while it lasts: indices of constraints that let one thing be held at a time.
    let occupies: Set<Int>
  }

  /// A time and a room for a session, with what they cost by themselves.
  struct Choice: Hashable {
    let start: Int
    let room: Int?
    /// What of the room is taken, if one thing is held there at a time.
    let taken: [Int]
    let cost: Int
  }

  /// What sessions of the day cost together.
  struct Rule {
    let shape: any Shape
    let weight: Weight
  }

  private let problem: Problem
  private let entries: [Entry]
  private let minutes: [Int]
  /// For each entry the earlier ones with which it shares no minute.
  private let apart: [[Int]]
  /// For each entry the earlier ones that end before it begins, and that begin after it ends.
  private let after: [[Int]]
  private let before: [[Int]]
  /// For each entry the rules whose last session it is, with the entries that they concern.
  private let rules: [[(rule: Rule, entries: [Int])]]
  /// For each entry what it and those after it cost at least by themselves.
  private let rest: [Int]
  private var chosen: [Choice] = []
  /// The choices of the cheapest way that was found.
  private var cheapest: [Choice] = []
  private var ceiling = 0
  private var left: Int
  /// The choices that were tried.
  private(set) var steps = 0

  /// Prepares the question, with which session is to be held before which.
  init(
    _ entries: [Entry],
    _ rules: [Rule],
    orders: [(earlier: Int, later: Int)],
    of problem: Problem,
    steps: Int
  ) {
    self.problem = problem
    self.entries = entries
    minutes = entries.map { problem.sessions[$0.session].minutes }
    left = steps
    apart = entries.indices.map { one in
      (0..<one).filter { !entries[$0].occupies.isDisjoint(with: entries[one].occupies) }
    }
    func earlier(than one: Int, _ isOrdered: (Int, Int) -> Bool) -> [Int] {
      (0..<one).filter { isOrdered(entries[$0].session, entries[one].session) }
    }
    after = entries.indices.map { one in
      earlier(than: one) { first, own in
        orders.contains { $0.earlier == first && $0.later == own }
      }
    }
    before = entries.indices.map { one in
      earlier(than: one) { first, own in
        orders.contains { $0.earlier == own && $0.later == first }
      }
    }
    var placed = [[(rule: Rule, entries: [Int])]](repeating: [], count: entries.count)
    for rule in rules {
      let members = rule.members(of: entries, in: problem)
      if let last = members.last { placed[last].append((rule, members)) }
    }
    self.rules = placed
    var rest = [0]
    for entry in entries.reversed() {
      rest.append((rest.last ?? 0).cappedSum(entry.choices.map(\.cost).min() ?? 0))
    }
    self.rest = rest.reversed()
  }

  /// Whether the day can cost at most so much; `nil` where that took too many steps.
  mutating func canCost(atMost cost: Int) -> Bool? {
    least(below: cost.cappedSum(1), orFirst: true).map { $0 <= cost }
  }

  /// The least cost of the day, or a limit where that is not below it; `nil` where that took too many
  /// steps.
  mutating func least(below limit: Int) -> Int? { least(below: limit, orFirst: false) }

  private mutating func least(below limit: Int, orFirst isFirstEnough: Bool) -> Int? {
    ceiling = limit
    (chosen, cheapest) = ([], [])
    place(cost: 0, isFirstEnough)
    return left > 0 ? ceiling : isFirstEnough && ceiling < limit ? ceiling : nil
  }

  /// Places the next session; returns whether the search is over.
  @discardableResult
  private mutating func place(cost: Int, _ isFirstEnough: Bool) -> Bool {
    let one = chosen.count
    if one == entries.count {
      ceiling = cost
      cheapest = chosen
      return isFirstEnough
    }
    for choice in entries[one].choices {
      left -= 1
      steps += 1
      guard left > 0 else { return true }
      let own = cost.cappedSum(choice.cost)
      guard own.cappedSum(rest[one + 1]) < ceiling else { break }
      guard fits(choice, at: one) else { continue }
      chosen.append(choice)
      defer { chosen.removeLast() }
      guard let together = together(at: one, below: ceiling - own - rest[one + 1]) else {
        continue
      }
      if place(cost: own + together, isFirstEnough) { return true }
    }
    return false
  }

  private func fits(_ choice: Choice, at one: Int) -> Bool {
    let end = choice.start + minutes[one]
    func isShared(_ other: Int) -> Bool {
      chosen[other].start < end && choice.start < chosen[other].start + minutes[other]
    }
    return !apart[one].contains(where: isShared)
      && after[one].allSatisfy { chosen[$0].start + minutes[$0] <= choice.start }
      && before[one].allSatisfy { end <= chosen[$0].start }
      && (choice.taken.isEmpty
        || !(0..<one).contains { other in
          chosen[other].taken.contains(where: choice.taken.contains) && isShared(other)
        })
  }

  /// What the rules cost that are complete with an entry; `nil` where it is not below a limit.
  private func together(at one: Int, below limit: Int) -> Int? {
    var sum = 0
    for (rule, members) in rules[one] {
      let timetable = Timetable(of: problem, members.map { placement($0, chosen[$0]) })
      let excess = rule.shape.violations(in: timetable).reduce(0) {
        $0.cappedSum(max(0, $1.excess))
      }
      guard excess > 0 else { continue }
      guard case .soft(let weight) = rule.weight else { return nil }
      sum = sum.cappedSum(weight.saturatingMultiplied(by: excess))
      if sum >= limit { return nil }
    }
    return sum < limit ? sum : nil
  }

  private func placement(_ one: Int, _ choice: Choice) -> Placement {
    Placement(
      session: entries[one].session,
      block: entries[one].block,
      start: choice.start,
      room: choice.room,
      trainers: entries[one].trainers
    )
  }

  /// The cheapest placements that were found, also where not all were tried; none where none fit.
  mutating func cheapestPlacements() -> [Placement] {
    _ = least(below: .max)
    return cheapest.enumerated().map { placement($0.offset, $0.element) }
  }
}

extension DayTrial.Rule {
  /// Whether it looks at sessions that are not there, too: what fills a gap, or stands beside another.
  var asksForAll: Bool {
    if case .days = shape.outlook { true } else { false }
  }

  /// All of whose placements of the day it asks.
  var scope: Selection {
    if case .days(of: let selection, step: _) = shape.outlook { selection } else { shape.selection }
  }

  /// The entries that it may take in.
  fileprivate func members(of entries: [DayTrial.Entry], in problem: Problem) -> [Int] {
    let possible = Set(problem.sessions.indices(possiblyIn: scope))
    return entries.indices.filter { possible.contains(entries[$0].session) }
  }
}

extension [DayTrial.Choice] {
  /// The cheapest for each start.
  var cheapestPerStart: [DayTrial.Choice] {
    Dictionary(grouping: self, by: \.start).values.compactMap { $0.min { $0.cost < $1.cost } }
  }
}
