internal import Foundation

/// A model of right and wrong, fitted to participants from a normal distribution of ability.
///
/// A participant of ability *θ* gets an item right with the probability 1 ÷ (1 + e^(−*a* (*θ* − *b*))),
/// with its difficulty *b* and its slope *a*. Abilities have the mean 0 and the deviation 1, so that
/// difficulties are in deviations of the participants. Items that everybody got right, or nobody, have
/// no difficulty. Estimates are those of greatest marginal likelihood. Source: R. D. Bock and M.
/// Aitkin, *Marginal maximum likelihood estimation of item parameters: application of an EM
/// algorithm*, Psychometrika 46 (1981).
public struct MarginalModel: Hashable, Sendable {
  /// Which slopes items can have.
  public enum Form: String, CaseIterable, Sendable {
    /// All have the slope 1.
    case rasch
    /// All have one slope, which is estimated: the Rasch model in the unit of the participants.
    case onePL = "1pl"
    /// Each has its own.
    case twoPL = "2pl"
  }

  /// What a model says of one item.
  public struct Item: Hashable, Sendable {
    /// The ability at which half get it right, in deviations of ability.
    public let difficulty: Double
    /// The standard error of the difficulty; `nil` where it was not computed.
    public let difficultyError: Double?
    /// The slope, above 0 where better participants do better.
    public let slope: Double
    /// The standard error of the slope; `nil` where the slope is given, or it was not computed.
    public let slopeError: Double?

    /// The probability of a right response at an ability, 0…1.
    public func probability(at ability: Double) -> Double {
      logistic(slope * (ability - difficulty))
    }

    /// What a response tells of an ability: *a*² *P* (1 − *P*); at least 0.
    public func information(at ability: Double) -> Double {
      let right = probability(at: ability)
      return slope * slope * right * (1 - right)
    }
  }

  /// Which slopes the items can have.
  public let form: Form
  /// The items, in their order; `nil` for one that everybody or nobody got right.
  public let items: [Item?]
  /// The number of attempts that were counted.
  public let attempts: Int
  /// The logarithm of the marginal likelihood, at most 0.
  public let logLikelihood: Double
  /// The number of quantities estimated.
  public let parameters: Int
  /// Whether the estimation came to rest.
  public let hasConverged: Bool

  /// Akaike's criterion: −2 log *L* + 2 *p*; of two models the lower is better.
  public var aic: Double { -2 * logLikelihood + 2 * Double(parameters) }
  /// Schwarz's criterion: −2 log *L* + *p* log *n*; of two models the lower is better.
  public var bic: Double {
    -2 * logLikelihood + Double(parameters) * log(Double(max(1, attempts)))
  }
  /// The standard error of measurement at an ability: 1 ÷ √(Σ information); `nil` without items.
  public func error(at ability: Double) -> Double? {
    let information = items.reduce(0) { $0 + ($1?.information(at: ability) ?? 0) }
    return information > 0 ? 1 / information.squareRoot() : nil
  }

  /// Fits a model.
  ///
  /// `nil` where fewer than two items say anything, and where the one slope of all items comes out
  /// below 0.05: then the items do not order the participants, and there is no scale.
  ///
  /// - Parameters:
  ///   - table: The attempts; items may be missing.
  ///   - form: Which slopes items can have.
  /// - Complexity: A step is O(*g* (*q* + *k*) + *k q*) for *g* groups, *k* items and *q* points of
  ///   ability; with one slope there is a group for each raw score.
  public init?(fittedTo table: RightTable, as form: Form) {
    let chosen = table.informative
    guard chosen.count > 1 else { return nil }
    var fit = MarginalFit(
      ResponseGroups(table, items: chosen, byScore: form != .twoPL),
      as: form
    )
    hasConverged = fit.run()
    if form == .onePL, (fit.values.last ?? 0) < 0.05 { return nil }
    self.form = form
    attempts = Int(fit.groups.counts.reduce(0, +))
    logLikelihood = fit.expectation.logLikelihood
    parameters = fit.values.count
    let covariance = fit.covariance
    var items = [Item?](repeating: nil, count: table.items)
    for (index, item) in chosen.enumerated() {
      items[item] = fit.item(index, covariance)
    }
    self.items = items
  }
}
