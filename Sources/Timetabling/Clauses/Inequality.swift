/// A weighted sum of literals that reaches at least a degree, while it is worked out.
///
/// All that is made of it is implied by what it was made of.
struct Inequality: Sendable {
  /// By variable the coefficient of its literal; below 0 where the opposite is meant, 0 where neither.
  private(set) var coefficients: [Int] = []
  /// The variables that have, or had, a coefficient.
  private(set) var variables: [Int32] = []
  /// What the sum reaches.
  var degree = 0
  private var isListed: [Bool] = []

  /// Empties it, and makes room for a number of variables.
  mutating func clear(variables count: Int) {
    for variable in variables {
      coefficients[Int(variable)] = 0
      isListed[Int(variable)] = false
    }
    variables.removeAll(keepingCapacity: true)
    degree = 0
    guard coefficients.count < count else { return }
    coefficients += Array(repeating: 0, count: count - coefficients.count)
    isListed += Array(repeating: false, count: count - isListed.count)
  }

  /// Adds a literal some times; with its opposite it adds up to a constant.
  @inline(__always)
  mutating func add(_ coefficient: Int, _ literal: Literal) {
    let variable = literal.variable
    let signed = literal.code & 1 == 0 ? coefficient : -coefficient
    let former = coefficients[variable]
    if !isListed[variable] {
      isListed[variable] = true
      variables.append(Int32(variable))
    }
    coefficients[variable] = former + signed
    if former != 0, (former < 0) != (signed < 0) { degree -= min(abs(former), coefficient) }
  }

  /// Whether it has a literal that is the opposite of another.
  @inline(__always)
  func hasOpposite(of literal: Literal) -> Bool {
    let coefficient = coefficients[literal.variable]
    return coefficient != 0 && (coefficient < 0) == (literal.code & 1 == 0)
  }

  /// Its literals with their coefficients, the largest first.
  var terms: [(coefficient: Int, literal: Literal)] {
    variables.compactMap { variable -> (coefficient: Int, literal: Literal)? in
      let coefficient = coefficients[Int(variable)]
      guard coefficient != 0 else { return nil }
      let literal = Literal(Int(variable))
      return coefficient > 0 ? (coefficient, literal) : (-coefficient, !literal)
    }
    .sorted { ($0.coefficient, $1.literal.code) > ($1.coefficient, $0.literal.code) }
  }

  /// Divides it, and rounds up; first it gives up what of the literals that are not false would be
  /// rounded, so that it is contradicted afterwards if it was before.
  mutating func divide(by divisor: Int, whereFalse isFalse: (Literal) -> Bool) {
    for variable in variables {
      let coefficient = coefficients[Int(variable)]
      guard coefficient != 0 else { continue }
      let literal = coefficient > 0 ? Literal(Int(variable)) : !Literal(Int(variable))
      var size = min(abs(coefficient), degree)
      if isFalse(literal) {
        size += divisor - 1
      } else {
        degree -= size % divisor
      }
      coefficients[Int(variable)] = coefficient < 0 ? -(size / divisor) : size / divisor
    }
    degree = (degree + divisor - 1) / divisor
  }

  /// Lowers coefficients to the degree: more of one literal than that never counts.
  mutating func saturate() {
    guard degree > 0 else { return }
    for variable in variables {
      let coefficient = coefficients[Int(variable)]
      if abs(coefficient) > degree {
        coefficients[Int(variable)] = coefficient < 0 ? -degree : degree
      }
    }
  }
}
