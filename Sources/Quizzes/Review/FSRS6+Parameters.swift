extension FSRS6 {
  /// What the model computes with; kept with each review, so that later defaults change nothing past.
  public struct Parameters: Hashable, Sendable {
    /// The weights w₀ to w₂₀.
    public let weights: [Double]
    /// The probability of remembering at which an item is asked again, above 0 and below 1.
    public let retention: Double
    /// The longest interval, in days; at least 1.
    public let longestInterval: Int

    /// The weights that fit most people, from the reviews of thousands.
    ///
    /// Source: the default parameters of FSRS-6.
    public static let defaultWeights = [
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
      0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]

    /// The default parameters.
    public init() {
      weights = Self.defaultWeights
      retention = 0.9
      longestInterval = 36_500
    }

    /// Creates parameters; `nil` when there are not 21 weights or when a number is out of its range.
    ///
    /// - Parameters:
    ///   - weights: The weights w₀ to w₂₀, each within the bounds between which they are fitted.
    ///   - retention: From 0.5 to 0.99.
    ///   - longestInterval: From 1 to 36 500 days.
    public init?(weights: [Double], retention: Double = 0.9, longestInterval: Int = 36_500) {
      guard weights.count == Self.bounds.count,
        zip(weights, Self.bounds).allSatisfy({ $1.contains($0) }),
        (0.5...0.99).contains(retention), (1...36_500).contains(longestInterval)
      else { return nil }
      self.weights = weights
      self.retention = retention
      self.longestInterval = longestInterval
    }

    /// The bounds between which weights are fitted.
    private static let bounds: [ClosedRange<Double>] = [
      0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4,
      0.001...0.75,
      0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6,
      0...2,
      0...2, 0...0.8, 0.1...0.8,
    ]
  }
}

extension FSRS6.Parameters: Codable {
  private enum Key: String, CodingKey {
    case weights
    case retention
    case longestInterval = "longest-interval"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(weights, forKey: .weights)
    try container.encode(retention, forKey: .retention)
    try container.encode(longestInterval, forKey: .longestInterval)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let parameters = Self(
      weights: try container.decode([Double].self, forKey: .weights),
      retention: try container.decode(Double.self, forKey: .retention),
      longestInterval: try container.decode(Int.self, forKey: .longestInterval)
    )
    guard let parameters else {
      throw DecodingError.dataCorruptedError(
        forKey: .weights,
        in: container,
        debugDescription: "expected the parameters of FSRS-6"
      )
    }
    self = parameters
  }
}
