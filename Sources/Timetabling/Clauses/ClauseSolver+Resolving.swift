// How clauses and sums are added up, so that a literal goes out.
extension ClauseSolver {
  /// Adds a clause, without what is false for good.
  func add(clause place: Int32, times factor: Int = 1, to inequality: inout Inequality) {
    inequality.degree += factor
    let start = Int(place) + 2
    for index in start..<(start + Int(arena[Int(place)])) {
      let literal = Literal(code: arena[index])
      if !isFixed(literal) { inequality.add(factor, literal) }
    }
  }

  /// Adds what a sum says of the opposites of its literals, without what is known for good.
  func add(sum index: Int32, to inequality: inout Inequality) {
    let sum = sums[Int(index)]
    var degree = -sum.limit
    for place in Int(sum.first)..<Int(sum.end) {
      let (coefficient, literal) = (Int(terms[place].coefficient), !terms[place].literal)
      if isFixed(literal) {
        if values[literal.index] < 0 { degree += coefficient }
      } else {
        degree += coefficient
        inequality.add(coefficient, literal)
      }
    }
    inequality.degree += degree
  }

  private func isFixed(_ literal: Literal) -> Bool {
    values[literal.index] != 0 && levels[literal.variable] == 0
  }

  /// Adds the reason of a literal, as often as its opposite counts, so that both go out.
  ///
  /// - Returns: Whether there is a reason, and the inequality still says something.
  mutating func resolve(
    _ inequality: inout Inequality,
    on literal: Literal,
    at position: Int
  ) -> Bool {
    let factor = abs(inequality.coefficients[literal.variable])
    switch reasons[literal.variable] {
    case .none: return false
    case .clause(let place):
      add(clause: place, times: factor, to: &inequality)
      let start = Int(place) + 2
      for index in start..<(start + Int(arena[Int(place)])) {
        queue.bump(Literal(code: arena[index]).variable)
      }
    case .sum(let index):
      add(sum: index, implying: literal, at: position, times: factor, to: &inequality)
    }
    lessen(&inequality, before: position)
    return inequality.degree > 0
  }

  /// Adds a sum in which a literal that it implied counts once, as seen when it was implied.
  private mutating func add(
    sum index: Int32,
    implying literal: Literal,
    at position: Int,
    times factor: Int,
    to inequality: inout Inequality
  ) {
    let sum = sums[Int(index)]
    let range = Int(sum.first)..<Int(sum.end)
    let own = range.first { terms[$0].literal == !literal }
    let divisor = own.map { Int(terms[$0].coefficient) } ?? 1
    var parts: [(coefficient: Int, literal: Literal)] = []
    var degree = -sum.limit
    for place in range {
      let (coefficient, other) = (Int(terms[place].coefficient), !terms[place].literal)
      if isFixed(other) {
        if values[other.index] < 0 { degree += coefficient }
      } else if isFalse(other, before: position) {
        degree += coefficient
        parts.append(((coefficient + divisor - 1) / divisor, other))
        queue.bump(other.variable)
      } else {
        degree += coefficient - coefficient % divisor
        if coefficient >= divisor { parts.append((coefficient / divisor, other)) }
      }
    }
    degree = (degree + divisor - 1) / divisor
    let (size, isTooLarge) = factor.multipliedReportingOverflow(by: degree)
    guard !isTooLarge, size <= Self.mostToAdd else {
      // The clause that it stands for just here.
      inequality.degree += factor
      inequality.add(factor, literal)
      var causes: [Literal] = []
      collect(sum: index, implying: literal, into: &causes)
      for cause in causes where !isFixed(cause) { inequality.add(factor, cause) }
      return
    }
    inequality.degree += size
    for (coefficient, other) in parts { inequality.add(factor * min(coefficient, degree), other) }
  }

  /// The most that is added in a step; more could not be added up in a machine's integer.
  private static let mostToAdd = 1 << 55
  /// The degree above which an inequality is divided.
  private static let mostDegree = 1 << 30

  /// Keeps the coefficients of an inequality small, and it as it stands before a position of the trail.
  func lessen(_ inequality: inout Inequality, before position: Int) {
    if inequality.degree > Self.mostDegree {
      let divisor = (inequality.degree + Self.mostDegree - 1) / Self.mostDegree
      inequality.divide(by: divisor) { isFalse($0, before: position) }
    }
    inequality.saturate()
  }

  @inline(__always)
  private func isFalse(_ literal: Literal, before position: Int) -> Bool {
    values[literal.index] < 0 && Int(positions[literal.variable]) < position
  }

  /// The literals, all false, because of which one that is true is true.
  func collect(reasonOf literal: Literal, into causes: inout [Literal]) {
    switch reasons[literal.variable] {
    case .none: return
    case .clause(let place):
      let start = Int(place) + 2
      for index in start..<(start + Int(arena[Int(place)])) {
        let other = Literal(code: arena[index])
        if other != literal { causes.append(other) }
      }
    case .sum(let index): collect(sum: index, implying: literal, into: &causes)
    }
  }

  /// As many of a sum's true literals, negated, as are too much with one more.
  private func collect(sum index: Int32, implying literal: Literal, into causes: inout [Literal]) {
    let sum = sums[Int(index)]
    let range = Int(sum.first)..<Int(sum.end)
    let own = range.first { terms[$0].literal == !literal }
    var reached = own.map { Int(terms[$0].coefficient) } ?? 0
    for place in range where reached <= sum.limit && place != own {
      let term = terms[place]
      guard values[term.literal.index] > 0,
        positions[term.literal.variable] < positions[literal.variable]
      else { continue }
      causes.append(!term.literal)
      reached += Int(term.coefficient)
    }
  }
}
