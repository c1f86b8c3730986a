/// How certain a participant is of a response.
///
/// Source: A. R. Gardner-Medwin, *Confidence-based marking: towards deeper learning and better
/// exams*, 2006; the marks and bands are those of Moodle 4.5, `question_cbm`.
public enum Certainty: Int, CaseIterable, Codable, Hashable, Sendable {
  case low = 1
  case middle = 2
  case high = 3

  /// What a response without a certainty counts as.
  public static let assumed = Certainty.low

  /// What a response of this certainty earns, per mark of its item: 1, 2 or 3 times a positive
  /// fraction; 0, −2 or −6 when it is wrong.
  public func earned(by fraction: Rational) -> Rational {
    guard fraction > 0 else {
      return switch self {
      case .low: 0
      case .middle: -2
      case .high: -6
      }
    }
    return fraction * Rational(Int128(rawValue))
  }

  /// The shares of right responses, in percent, for which this certainty earns most.
  public var bestBand: ClosedRange<Rational> {
    switch self {
    case .low: 0...Rational(200, over: 3)
    case .middle: Rational(200, over: 3)...80
    case .high: 80...100
    }
  }
}
