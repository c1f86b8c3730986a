internal import Foundation

/// The Rasch model, fitted given the raw scores: nothing is assumed of the participants.
///
/// A participant of ability *θ* gets an item right with the probability 1 ÷ (1 + e^(−(*θ* − *b*))). The
/// difficulties sum to 0 over the items that have one. Only attempts that were all asked the same items
/// can be used, and those with everything right or wrong say nothing. Source: E. B. Andersen,
/// *The numerical solution of a set of conditional estimation equations*, Journal of the Royal
/// Statistical Society B 34 (1972).
public struct ConditionalModel: Hashable, Sendable {
  /// What the model says of one item.
  public struct Item: Hashable, Sendable {
    /// The difficulty in logits; 0 is the mean of the items.
    public let difficulty: Double
    /// The standard error of the difficulty.
    public let error: Double
  }

  /// The items, in their order; `nil` for one that everybody or nobody got right.
  public let items: [Item?]
  /// The number of attempts that say something.
  public let attempts: Int
  /// The logarithm of the conditional likelihood, at most 0.
  public let logLikelihood: Double

  /// Fits the model.
  ///
  /// `nil` where attempts were asked different items, fewer than two items say anything, or the items
  /// fall into two parts of which one was always easier (G. H. Fischer, *On the existence and uniqueness
  /// of maximum-likelihood estimates in the Rasch model*, Psychometrika 46, 1981).
  ///
  /// - Complexity: A step is O(*k*³ log *k*) in the number of items.
  public init?(fittedTo table: RightTable) {
    guard table.isComplete else { return nil }
    var chosen = table.informative
    var scores = Scores(table, chosen)
    // Without the attempts that got all or nothing, an item may have no difficulty any more.
    while true {
      let kept = chosen.indices.filter { scores.rights[$0] > 0 && scores.rights[$0] < scores.used }
      if kept.count == chosen.count { break }
      chosen = kept.map { chosen[$0] }
      scores = Scores(table, chosen)
    }
    guard chosen.count > 1, let fit = ConditionalFit(scores) else { return nil }
    var items = [Item?](repeating: nil, count: table.items)
    for (index, item) in chosen.enumerated() {
      items[item] = Item(difficulty: fit.difficulties[index], error: fit.errors[index])
    }
    self.items = items
    attempts = Int(scores.used)
    logLikelihood = fit.logLikelihood
  }

  /// How many attempts have each raw score, and how often each item is right among those that say
  /// something.
  struct Scores {
    /// The number of attempts by raw score, from 0.
    var counts: [Double]
    /// For each item how many attempts got it right, without those that got all.
    var rights: [Double]
    /// The number of attempts with neither all nor nothing right.
    var used: Double

    init(_ table: RightTable, _ chosen: [Int]) {
      counts = Array(repeating: 0, count: chosen.count + 1)
      rights = Array(repeating: 0, count: chosen.count)
      for attempt in 0..<table.attempts {
        let row = attempt * table.items
        var score = 0
        for item in chosen { score += Int(table.rights[row + item]) }
        counts[score] += 1
        if score == chosen.count { continue }
        for (index, item) in chosen.enumerated() {
          rights[index] += Double(table.rights[row + item])
        }
      }
      used = counts.dropFirst().dropLast().reduce(0, +)
    }
  }
}

/// The estimation of a conditional model, by Newton's method with the whole information.
struct ConditionalFit {
  private(set) var difficulties: [Double]
  private(set) var errors: [Double] = []
  private(set) var logLikelihood = 0.0
  private let scores: ConditionalModel.Scores

  /// Estimates; `nil` where there is no greatest likelihood.
  init?(_ scores: ConditionalModel.Scores) {
    self.scores = scores
    let start = scores.rights.map { log((scores.used - $0) / $0) }
    let mean = start.mean ?? 0
    difficulties = start.map { $0 - mean }
    logLikelihood = likelihood(difficulties)
    for _ in 0..<100 {
      let (gradient, information) = derivatives()
      guard let inverse = information.inverse else { return nil }
      if gradient.allSatisfy({ abs($0) < 1e-8 * max(1, scores.used) }) {
        // On the difficulties that sum to 0; the matrix was completed by 1 ÷ k across.
        let share = 1 / Double(difficulties.count)
        errors = difficulties.indices.map { max(0, inverse[$0, $0] - share).squareRoot() }
        // Where there is no greatest likelihood, the information vanishes on the way to infinity.
        if errors.contains(where: { $0 > 50 }) { return nil }
        return
      }
      let step = inverse.times(gradient)
      guard let next = improved(by: step), next.allSatisfy({ abs($0) < 30 }) else { return nil }
      difficulties = next
      logLikelihood = likelihood(next)
    }
    return nil
  }

  private func improved(by step: [Double]) -> [Double]? {
    var scale = 1.0
    while scale > 1e-6 {
      let next = zip(difficulties, step).map { $0 + scale * $1 }
      if likelihood(next) >= logLikelihood - 1e-9 * abs(logLikelihood) { return next }
      scale /= 2
    }
    return nil
  }

  /// −Σ *bᵢ rᵢ* − Σ *n_r* log *γ_r*.
  private func likelihood(_ difficulties: [Double]) -> Double {
    let functions = SymmetricFunctions(of: difficulties.map { exp(-$0) })
    var sum = 0.0
    for (difficulty, right) in zip(difficulties, scores.rights) { sum -= difficulty * right }
    for score in 1..<difficulties.count where scores.counts[score] > 0 {
      sum -= scores.counts[score] * (log(functions.values[score]) + functions.logScale)
    }
    return sum
  }

  /// The gradient, and the information made regular by adding 1 ÷ *k* everywhere: along the sum of the
  /// difficulties, which is fixed, there is none.
  private func derivatives() -> (gradient: [Double], information: SquareMatrix) {
    let items = difficulties.count
    let eases = difficulties.map { exp(-$0) }
    let all = SymmetricFunctions(of: eases)
    let without = SymmetricFunctions.leavingOneOut(of: eases)
    // By score and item the probability of a right response.
    var right = [Double](repeating: 0, count: (items + 1) * items)
    var gradient = [Double](repeating: 0, count: items)
    for item in 0..<items {
      let factor = exp(without[item].logScale - all.logScale) * eases[item]
      var expected = 0.0
      for score in 1..<items {
        let share = factor * without[item].values[score - 1] / all.values[score]
        right[score * items + item] = share
        expected += scores.counts[score] * share
      }
      gradient[item] = expected - scores.rights[item]
    }
    var information = SquareMatrix(size: items)
    for first in 0..<items {
      var rest = eases
      rest.remove(at: first)
      let pairs = SymmetricFunctions.leavingOneOut(of: rest)
      for second in first..<items {
        var sum = 1 / Double(items)
        for score in 1..<items where scores.counts[score] > 0 {
          let product = right[score * items + first] * right[score * items + second]
          let both: Double
          if first == second {
            both = right[score * items + first]
          } else if score < 2 {
            both = 0
          } else {
            let pair = pairs[second - 1]
            both =
              exp(pair.logScale - all.logScale) * eases[first] * eases[second]
              * pair.values[score - 2] / all.values[score]
          }
          sum += scores.counts[score] * (both - product)
        }
        information[first, second] = sum
        information[second, first] = sum
      }
    }
    return (gradient, information)
  }
}
