internal import Chance

extension Quiz {
  /// Whether the draws can all have their items at the same time.
  var canDrawAll: Bool {
    Blueprint(self).canBeFilled(leaving: [])
  }

  /// The items that an attempt gets, in the order of the file.
  ///
  /// Without a blueprint these are all. Otherwise each draw takes first what the participant has
  /// never seen, in an order of chance, then what was seen longest ago; it leaves what a later draw
  /// cannot do without. Descriptions stay in place where their section has any item.
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
    var blueprint = Blueprint(self)
    var taken: Set<Int> = []
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
      for place in order where blueprint.wanted[draw] > 0 && !taken.contains(place) {
        blueprint.wanted[draw] -= 1
        if !blueprint.isWanted(place, besides: draw)
          || blueprint.canBeFilled(leaving: taken.union([place]))
        {
          taken.insert(place)
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
private struct Blueprint {
  /// For each draw the number of items that it still wants.
  var wanted: [Int]
  /// For each draw the places of the items that it may take.
  private let places: [[Int]]

  init(_ quiz: Quiz) {
    wanted = quiz.draws.map(\.count)
    places = quiz.draws.map { draw in
      quiz.items.indices.filter { draw.admits(quiz.items[$0], of: quiz) }
    }
  }

  /// Whether another draw that still wants items may take this one; otherwise nobody misses it.
  func isWanted(_ place: Int, besides draw: Int) -> Bool {
    wanted.indices.contains { $0 != draw && wanted[$0] > 0 && places[$0].contains(place) }
  }

  /// Whether what is still wanted can be had from the items that are left.
  ///
  /// Source: H. W. Kuhn's augmenting paths in a bipartite graph; each draw stands as often as it
  /// wants items.
  func canBeFilled(leaving taken: Set<Int>) -> Bool {
    var owners: [Int: Int] = [:]
    for draw in wanted.indices {
      for _ in 0..<wanted[draw] {
        var visited = taken
        guard augment(draw, &owners, &visited) else { return false }
      }
    }
    return true
  }

  /// Finds an item for a draw, if need be by finding another for its owner.
  private func augment(
    _ draw: Int,
    _ owners: inout [Int: Int],
    _ visited: inout Set<Int>
  ) -> Bool {
    for place in places[draw] where owners[place] == nil && !visited.contains(place) {
      owners[place] = draw
      return true
    }
    for place in places[draw] where visited.insert(place).inserted {
      guard let owner = owners[place], owner != draw, augment(owner, &owners, &visited) else {
        continue
      }
      owners[place] = draw
      return true
    }
    return false
  }
}
