/// A statement that is true or false, or its opposite.
struct Literal: Hashable, BitwiseCopyable, Sendable {
  /// Twice the variable's number, plus 1 where the opposite is meant.
  let code: Int32

  init(code: Int32) { self.code = code }

  /// That a variable is true.
  init(_ variable: Int) { code = Int32(variable) << 1 }

  /// The number of its variable.
  @inline(__always)
  var variable: Int { Int(code >> 1) }

  /// Its place in tables by literal.
  @inline(__always)
  var index: Int { Int(code) }

  /// The opposite.
  @inline(__always)
  static prefix func ! (literal: Literal) -> Literal { Literal(code: literal.code ^ 1) }
}

/// How much a literal counts in a sum while it is true.
struct Term: BitwiseCopyable, Sendable {
  let coefficient: Int32
  let literal: Literal

  init(_ coefficient: Int, _ literal: Literal) {
    self.coefficient = Int32(coefficient)
    self.literal = literal
  }
}
