extension Cloze {
  /// The mean of what the gaps earn, each by its weight.
  ///
  /// A gap without a response earns nothing. Source: Moodle 4.5,
  /// `qtype_multianswer_question::grade_response`.
  ///
  /// - Parameter responses: The responses in the order of the gaps.
  /// - Returns: From 0 to 1.
  public func fraction(filling responses: [Response?]) -> Rational {
    let whole = gaps.reduce(0) { $0 + $1.weight }
    guard whole > 0 else { return 0 }
    let earned = zip(gaps, responses).reduce(Rational.zero) { sum, pair in
      sum + (pair.1.map { pair.0.kind.itemKind.fraction(of: $0) ?? 0 } ?? 0) * pair.0.weight
    }
    return earned / whole
  }
}
