// What a contradiction teaches: a sum that implies something on an earlier level.
extension ClauseSolver {
  /// What became of a lesson.
  enum Lesson {
    /// It was entered, and what it implies is true.
    case entered
    /// It contradicts what is still true.
    case contradicted(Contradiction)
    /// Nothing can be true together.
    case refutes
  }

  /// Learns from a contradiction above level 0, goes back, and enters what was learnt.
  ///
  /// What is contradicted is added to the reasons of the literals that contradict it, the latest first,
  /// so that these go out, until the sum would have implied something on an earlier level.
  ///
  /// Source: Elffers and Nordström, *Divide and conquer: towards faster pseudo-Boolean solving*, 2018.
  mutating func learn(from contradiction: Contradiction, _ watch: inout Watch) -> Lesson {
    var lesson = Inequality()
    swap(&lesson, &inequality)
    defer { swap(&lesson, &inequality) }
    lesson.clear(variables: variableCount)
    switch contradiction {
    case .clause(let place): add(clause: place, to: &lesson)
    case .sum(let index): add(sum: index, to: &lesson)
    }
    lessen(&lesson, before: trail.count)
    for variable in lesson.variables { queue.bump(Int(variable)) }
    queue.fade()
    var position = trail.count - 1
    var work = 0
    defer { watch.take(1 + work / Self.stepSize) }
    while true {
      work += lesson.variables.count
      while position >= 0, !lesson.hasOpposite(of: trail[position]) { position -= 1 }
      let level = position < 0 ? 0 : Int(levels[trail[position].variable])
      guard level > 0 else {
        return consequence(of: lesson, before: 1) == .contradicted ? .refutes : enterDecisions()
      }
      switch consequence(of: lesson, before: level) {
      case .contradicted: position = levelStarts[level - 1] - 1
      case .implying: return enter(&lesson, below: level)
      case .open:
        guard resolve(&lesson, on: trail[position], at: position) else { return enterDecisions() }
        position -= 1
      }
    }
  }

  /// The variables of a lesson that take as long as to follow one literal.
  static let stepSize = 32

  private enum Consequence {
    case contradicted
    case implying
    case open
  }

  /// What an inequality does with what is true before a level.
  private func consequence(of inequality: Inequality, before level: Int) -> Consequence {
    var slack = -inequality.degree
    var most = 0
    for variable in inequality.variables {
      let coefficient = inequality.coefficients[Int(variable)]
      guard coefficient != 0 else { continue }
      let value = values[Int(variable) << 1]
      if value == 0 || Int(levels[Int(variable)]) >= level {
        slack += abs(coefficient)
        most = max(most, abs(coefficient))
      } else if (coefficient > 0) == (value > 0) {
        slack += abs(coefficient)
      }
    }
    return slack < 0 ? .contradicted : most > slack ? .implying : .open
  }

  /// Learns that not all decisions can hold, which is true whatever led to a contradiction.
  private mutating func enterDecisions() -> Lesson {
    var decisions = Inequality()
    decisions.clear(variables: variableCount)
    decisions.degree = 1
    for start in levelStarts where start < trail.count { decisions.add(1, !trail[start]) }
    return enter(&decisions, below: level)
  }
}

// Entering what was learnt.
extension ClauseSolver {
  /// Goes back to the lowest level, below one, on which an inequality implies something, and enters it.
  private mutating func enter(_ inequality: inout Inequality, below level: Int) -> Lesson {
    var terms = inequality.terms
    let divisor = terms.reduce(0) { $0.greatestCommonDivisor(with: $1.coefficient) }
    var degree = inequality.degree
    if divisor > 1 {
      degree = (degree + divisor - 1) / divisor
      for index in terms.indices { terms[index].coefficient /= divisor }
    }
    let falsified = terms.filter { values[$0.literal.index] < 0 }
      .map { (level: Int(levels[$0.literal.variable]), coefficient: $0.coefficient) }
      .sorted { $0.level < $1.level }
    let quality = quality(of: falsified.map(\.level))
    backtrack(to: implyingLevel(terms, degree, falsified, below: level))
    guard let largest = terms.first?.coefficient else { return .refutes }
    guard terms.contains(where: { $0.coefficient < degree }) else {
      return enter(clause: terms.map(\.literal), quality: quality)
    }
    let total = terms.reduce(0) { $0 + $1.coefficient }
    let index = spareSums.popLast() ?? sums.count
    let first = Int32(self.terms.count)
    var slack = total - degree
    for (coefficient, literal) in terms {
      self.terms.append(Term(coefficient, !literal))
      occurrences[(!literal).index].append(
        Occurrence(sum: Int32(index), coefficient: Int32(coefficient))
      )
      if values[literal.index] < 0 { slack -= coefficient }
    }
    let sum = Sum(
      first: first,
      end: Int32(self.terms.count),
      limit: total - degree,
      slack: slack,
      largest: largest
    )
    if index < sums.count { sums[index] = sum } else { sums.append(sum) }
    learntSums.append(LearntSum(index: Int32(index), quality: quality))
    return followLimit(of: index) ? .entered : .contradicted(.sum(Int32(index)))
  }

  /// The number of levels in a lesson; fewer are better.
  private mutating func quality(of levelsOfLesson: [Int]) -> Int32 {
    lessons += 1
    while lessonOfLevel.count <= level { lessonOfLevel.append(0) }
    var quality: Int32 = 0
    for level in levelsOfLesson where lessonOfLevel[level] != lessons {
      lessonOfLevel[level] = lessons
      quality += 1
    }
    return max(1, quality)
  }

  /// The lowest level on which terms that reach a degree imply something, given those that are false.
  private func implyingLevel(
    _ terms: [(coefficient: Int, literal: Literal)],
    _ degree: Int,
    _ falsified: [(level: Int, coefficient: Int)],
    below highest: Int
  ) -> Int {
    var slack = terms.reduce(-degree) { $0 + $1.coefficient }
    var target = 0
    var next = 0
    while target < highest - 1 {
      while next < falsified.count, falsified[next].level <= target {
        slack -= falsified[next].coefficient
        next += 1
      }
      for (coefficient, literal) in terms {
        if coefficient <= slack { break }
        if values[literal.index] == 0 || Int(levels[literal.variable]) > target { return target }
      }
      target = next < falsified.count ? min(highest - 1, falsified[next].level) : highest - 1
    }
    return target
  }

  /// Enters a clause once its level was gone back to.
  private mutating func enter(clause: [Literal], quality: Int32) -> Lesson {
    // The two that become open first, or are open, are watched.
    func openness(_ literal: Literal) -> Int {
      values[literal.index] < 0 ? Int(levels[literal.variable]) : .max
    }
    let literals = clause.sorted { openness($0) > openness($1) }
    guard literals.count > 1 else {
      if values[literals[0].index] < 0 { return .refutes }
      if values[literals[0].index] == 0 { enqueue(literals[0], .none) }
      return .entered
    }
    let place = attach(literals, quality: quality)
    if values[literals[0].index] < 0 { return .contradicted(.clause(place)) }
    if values[literals[0].index] == 0, values[literals[1].index] < 0 {
      enqueue(literals[0], .clause(place))
    }
    return .entered
  }
}
