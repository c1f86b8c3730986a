extension Quiz.Grading {
  /// What counts of the percentages of several attempts, in the order of the attempts; `nil` when
  /// there is none.
  public func percent(of attempts: [Rational]) -> Rational? {
    switch self {
    case .best: attempts.max()
    case .last: attempts.last
    case .first: attempts.first
    case .average:
      attempts.isEmpty ? nil : attempts.reduce(0, +) / Rational(Int128(attempts.count))
    }
  }
}
