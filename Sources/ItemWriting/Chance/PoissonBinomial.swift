internal import Quizzes

/// How many of several independent events happen, each with a probability of its own.
///
/// Source: the distribution of S. D. Poisson, *Recherches sur la probabilité des jugements* (1837),
/// computed by adding one event after the other.
struct PoissonBinomial {
  /// The probability of each number of events, from none to all.
  let probabilities: [Double]

  /// - Complexity: O(*n*²) in the number of events.
  init(_ events: some Sequence<Double>) {
    var probabilities = [1.0]
    for event in events {
      var next = Array(repeating: 0.0, count: probabilities.count + 1)
      for (count, probability) in probabilities.enumerated() {
        next[count] += probability * (1 - event)
        next[count + 1] += probability * event
      }
      probabilities = next
    }
    self.probabilities = probabilities
  }

  /// The probability that at least a number of events happen.
  func atLeast(_ count: Int) -> Double {
    min(1, probabilities.dropFirst(max(0, count)).reduce(0, +))
  }

  /// The probability that at most a number of events happen.
  func atMost(_ count: Int) -> Double {
    min(1, probabilities.prefix(max(0, count + 1)).reduce(0, +))
  }
}
