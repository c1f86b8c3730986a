/// Participants and items on one scale: who is able enough for what.
public struct WrightMap: Hashable, Sendable {
  /// A part of the scale.
  public struct Row: Hashable, Sendable {
    /// The lower end, in deviations of ability.
    public let lower: Double
    /// The upper end.
    public let upper: Double
    /// The number of attempts whose measure is in it.
    public let attempts: Int
    /// The items whose difficulty is in it, as indices, from the easiest.
    public let items: [Int]
  }

  /// The parts, from the highest abilities to the lowest; all of one height.
  public let rows: [Row]

  /// Puts measures and difficulties on one scale.
  ///
  /// - Parameters:
  ///   - model: The model that has the difficulties.
  ///   - measures: The measures, by raw score.
  ///   - height: The height of a part, above 0.
  public init(_ model: MarginalModel, _ measures: [PersonMeasure], height: Double = 0.5) {
    precondition(height > 0, "a row has a height")
    func place(_ value: Double) -> Int { Int((value / height).rounded(.down)) }
    var attempts: [Int: Int] = [:]
    for measure in measures where measure.attempts > 0 {
      attempts[place(measure.expected), default: 0] += measure.attempts
    }
    var items: [Int: [Int]] = [:]
    let known = model.items.indices.compactMap { item in
      model.items[item].map { (item, $0.difficulty) }
    }
    for (item, difficulty) in known.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
      items[place(min(10, max(-10, difficulty))), default: []].append(item)
    }
    let places = Array(attempts.keys) + Array(items.keys)
    guard let lowest = places.min(), let highest = places.max() else {
      rows = []
      return
    }
    rows = (lowest...highest).reversed().map { place in
      Row(
        lower: Double(place) * height,
        upper: Double(place + 1) * height,
        attempts: attempts[place] ?? 0,
        items: items[place] ?? []
      )
    }
  }
}
