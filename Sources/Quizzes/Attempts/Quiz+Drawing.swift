internal import Chance

extension Quiz {
  /// Whether the draws can all have their items at the same time.
  var canDrawAll: Bool {
    Blueprint(self).canBeFilled(leaving: [])
  }

  /// How many items each draw could get if it were the only one.
  var available: [Int] {
    let choices = choices
    return draws.map { draw in
      Set(items.indices.filter { draw.admits(items[$0], of: self) }.map { choices[$0] }).count
    }
  }

  /// For each item the place of the first of those of which an attempt gets one at most; for most
  /// items their own place.
  fileprivate var choices: [Int] {
    var choices = Array(items.indices)
    guard !apart.isEmpty else { return choices }
    let places = Dictionary(items.enumerated().map { ($1.id, $0) }) { first, _ in first }
    for list in apart {
      let joined = Set(list.compactMap { places[$0.name] }.map { choices[$0] })
      guard let first = joined.min() else { continue }
      for place in choices.indices where joined.contains(choices[place]) { choices[place] = first }
    }
    return choices
  }

  /// The items that an attempt gets, in the order of the file.
  ///
  /// Without a blueprint these are all. Otherwise each draw takes first what the participant has
  /// never seen, in an order of chance, then what was seen longest ago; it leaves what a later draw
  /// cannot do without. Of items that are kept apart it takes one. Descriptions stay in place where
  /// their section has any item.
  ///
  /// - Parameters:
  ///   - seen: When the participant last got an item.
  ///   - generator: The source of chance.
  /// - Returns: The items drawn.
  /// - Complexity: O(*d* · *n* · *m*) for *d* items drawn of *n*, where the draws want *m* pairs.
  func drawn(
    seen: [Item.ID: Timestamp],
    using generator: inout SplitMix64
  ) -> [Item] {
    guard !draws.isEmpty else { return items }
    let choices = choices
    var blueprint = Blueprint(self)
    var taken: Set<Int> = []
    var made: Set<Int> = []
    for draw in draws.indices {
      var places = items.indices.filter { draws[draw].admits(items[$0], of: self) }
      generator.shuffle(&places)
      let order = places.enumerated().sorted { left, right in
        let (first, second) = (seen[items[left.element].id], seen[items[right.element].id])
        if first == second { return left.offset < right.offset }
        guard let first else { return true }
        guard let second else { return false }
        return first < second
      }.map(\.element)
      for place in order where blueprint.wanted[draw] > 0 && !made.contains(choices[place]) {
        blueprint.wanted[draw] -= 1
        if !blueprint.isWanted(choices[place], besides: draw)
          || blueprint.canBeFilled(leaving: made.union([choices[place]]))
        {
          taken.insert(place)
          made.insert(choices[place])
        } else {
          blueprint.wanted[draw] += 1
        }
      }
    }
    let sections = Set(taken.map { items[$0].section })
    return items.indices.filter { place in
      taken.contains(place)
        || (items[place].kind == .description && sections.contains(items[place].section))
    }.map { items[$0] }
  }
}

/// Which items each draw still wants.
///
/// Items that are kept apart are one choice, by the place of the first of them: it can be made once.
private struct Blueprint {
  /// For each draw the number of items that it still wants.
  var wanted: [Int]
  /// For each draw the choices that it may make.
  private let choices: [[Int]]

  init(_ quiz: Quiz) {
    wanted = quiz.draws.map(\.count)
    let all = quiz.choices
    choices = quiz.draws.map { draw in
      var known: Set<Int> = []
      return quiz.items.indices.filter { draw.admits(quiz.items[$0], of: quiz) }.map { all[$0] }
        .filter { known.insert($0).inserted }
    }
  }

  /// Whether another draw that still wants items may make this choice; otherwise nobody misses it.
  func isWanted(_ choice: Int, besides draw: Int) -> Bool {
    wanted.indices.contains { $0 != draw && wanted[$0] > 0 && choices[$0].contains(choice) }
  }

  /// Whether what is still wanted can be had from the choices that are left.
  ///
  /// Source: H. W. Kuhn's augmenting paths in a bipartite graph; each draw stands as often as it
  /// wants items.
  func canBeFilled(leaving made: Set<Int>) -> Bool {
    var owners: [Int: Int] = [:]
    for draw in wanted.indices {
      for _ in 0..<wanted[draw] {
        var visited = made
        guard augment(draw, &owners, &visited) else { return false }
      }
    }
    return true
  }

  /// Finds a choice for a draw, if need be by finding another for its owner.
  private func augment(
    _ draw: Int,
    _ owners: inout [Int: Int],
    _ visited: inout Set<Int>
  ) -> Bool {
    for choice in choices[draw] where owners[choice] == nil && !visited.contains(choice) {
      owners[choice] = draw
      return true
    }
    for choice in choices[draw] where visited.insert(choice).inserted {
      guard let owner = owners[choice], owner != draw, augment(owner, &owners, &visited) else {
        continue
      }
      owners[choice] = draw
      return true
    }
    return false
  }
}
