/// How well the certainties of responses fit how right they were.
public struct Calibration: Hashable, Sendable {
  /// The responses of one certainty.
  public struct Band: Hashable, Sendable {
    /// How the share of right responses fits the certainty.
    public enum Fit: Hashable, Sendable {
      /// Fewer were right than the certainty calls for.
      case tooCertain
      /// As many were right as makes this certainty the best choice.
      case fitting
      /// More were right than the certainty says.
      case tooDoubtful
    }

    /// The certainty.
    public var certainty: Certainty
    /// The number of responses, at least 1.
    public var count: Int
    /// The mean fraction, from 0 to 1; fractions below zero count as zero.
    public var accuracy: Rational

    /// How the accuracy fits the certainty; its band includes its ends.
    public var fit: Fit {
      let percent = 100 * accuracy
      if percent < certainty.bestBand.lowerBound { return .tooCertain }
      return percent > certainty.bestBand.upperBound ? .tooDoubtful : .fitting
    }
  }

  /// The certainties that were chosen, from low to high.
  public var bands: [Band]
  /// What a response earned on average per mark, from −6 to 3; `nil` without responses.
  public var mean: Rational?

  /// Computes the calibration of responses.
  public init(_ responses: some Sequence<(certainty: Certainty, fraction: Rational)>) {
    let responses = Array(responses)
    bands = Certainty.allCases.compactMap { certainty in
      let fractions = responses.filter { $0.certainty == certainty }.map { max(0, $0.fraction) }
      guard !fractions.isEmpty else { return nil }
      let sum = fractions.reduce(0, +)
      return Band(
        certainty: certainty,
        count: fractions.count,
        accuracy: sum / Rational(Int128(fractions.count))
      )
    }
    let earned = responses.reduce(Rational.zero) { $0 + $1.certainty.earned(by: $1.fraction) }
    mean = responses.isEmpty ? nil : earned / Rational(Int128(responses.count))
  }
}

extension Score {
  /// The calibration of the items that have a certainty; without bands when none has.
  public var calibration: Calibration {
    Calibration(
      entries.compactMap { entry in
        guard let certainty = entry.certainty, let fraction = entry.fraction else { return nil }
        return (certainty, fraction)
      }
    )
  }
}
