/// What the figures of an item suggest that a person should look at.
///
/// Facts, not words: whoever shows them says them in sentences.
public enum Advice: Hashable, Sendable {
  /// A wrong option that the better participants choose, more than the key: perhaps the key is wrong.
  case possibleKey(option: Int)
  /// The better participants do worse on it.
  case negativeDiscrimination
  /// It hardly tells better from weaker participants: a discriminative efficiency below 0.15.
  case weakDiscrimination
  /// More than 95 of 100 earn the whole of it.
  case tooEasy
  /// Fewer earn it than would by guessing.
  case belowGuessing
  /// Fewer than 20 of 100 earn it.
  case tooHard
  /// Wrong options that fewer than 5 of 100 choose.
  case unusedDistractors(options: [Int])
}

extension Advice {
  /// What the figures of an item suggest, the gravest first; nothing below ten attempts.
  ///
  /// - Parameters:
  ///   - item: The figures of the item.
  ///   - options: Those of its options; none where it has no options.
  ///   - guess: The mean fraction earned by guessing, 0…1; `nil` where guessing is hopeless.
  /// - Returns: The advice; none for a good item.
  public static func on(
    _ item: ItemStatistics,
    options: [OptionStatistics] = [],
    guess: Double? = nil
  ) -> [Advice] {
    guard SampleSize(attempts: item.attempts).allowsCoefficients,
      let facility = item.facility
    else { return [] }
    var advice: [Advice] = []
    if let option = options.possibleKey { advice.append(.possibleKey(option: option)) }
    if let discrimination = item.discrimination, discrimination < 0 {
      advice.append(.negativeDiscrimination)
    } else if let efficiency = item.discriminativeEfficiency, efficiency < 0.15 {
      advice.append(.weakDiscrimination)
    }
    if facility > 0.95 {
      advice.append(.tooEasy)
    } else if let guess, facility < guess {
      advice.append(.belowGuessing)
    } else if facility < 0.2 {
      advice.append(.tooHard)
    }
    let unused = options.indices.filter { options[$0].isUnused }
    if !unused.isEmpty, facility <= 0.95 { advice.append(.unusedDistractors(options: unused)) }
    return advice
  }
}
