import Testing

@testable import Statistics

/// Known difficulties are found again in simulated responses, as often as the standard errors promise.
@Suite struct RecoveryTests {
  private static let difficulties = [-1.8, -1.2, -0.9, -0.4, -0.1, 0, 0.2, 0.6, 1.1, 1.3, 1.2]

  /// What forty samples of 400 attempts found, with the true values.
  private static func expectRecovery(
    of truth: [Double],
    _ find: (RightTable) -> [(value: Double, error: Double)]?
  ) throws {
    var bias = [Double](repeating: 0, count: truth.count)
    var covered = 0
    let samples = 40
    for seed in 1...UInt64(samples) {
      let table = Sample.simulated(difficulties, attempts: 400, seed: seed)
      let found = try #require(find(table))
      for (index, estimate) in found.enumerated() {
        bias[index] += (estimate.value - truth[index]) / Double(samples)
        if abs(estimate.value - truth[index]) < normalQuantile * estimate.error { covered += 1 }
      }
    }
    // A standard error is about 0.12, so that the mean of forty has one of 0.02.
    #expect(bias.allSatisfy { abs($0) < 0.08 }, "\(bias)")
    let coverage = Double(covered) / Double(samples * truth.count)
    #expect(coverage > 0.92 && coverage < 0.98, "\(coverage)")
  }

  @Test func `marginal estimates are unbiased and their errors honest`() throws {
    try Self.expectRecovery(of: Self.difficulties) { table in
      MarginalModel(fittedTo: table, as: .rasch)?.items.compactMap { item in
        item.flatMap { item in item.difficultyError.map { (item.difficulty, $0) } }
      }
    }
  }

  @Test func `conditional estimates are unbiased and their errors honest`() throws {
    let mean = Self.difficulties.reduce(0, +) / Double(Self.difficulties.count)
    try Self.expectRecovery(of: Self.difficulties.map { $0 - mean }) { table in
      ConditionalModel(fittedTo: table)?.items.compactMap { item in
        item.map { ($0.difficulty, $0.error) }
      }
    }
  }

  @Test func `the spread of abilities is found as the common slope`() throws {
    let table = Sample.simulated(Self.difficulties, attempts: 4000, deviation: 1.5, seed: 9)
    let model = try #require(MarginalModel(fittedTo: table, as: .onePL))
    let item = try #require(model.items[5])
    #expect(abs(item.slope - 1.5) < 0.1)
  }

  @Test func `marginal and conditional difficulties agree but for their mean`() throws {
    let table = Sample.simulated(Self.difficulties, attempts: 3000, seed: 3)
    let marginal = try #require(MarginalModel(fittedTo: table, as: .onePL))
    let conditional = try #require(ConditionalModel(fittedTo: table))
    let logits = marginal.items.compactMap { $0.map { $0.difficulty * $0.slope } }
    let mean = logits.reduce(0, +) / Double(logits.count)
    #expect(
      agree(
        logits.map { $0 - mean },
        conditional.items.map { $0?.difficulty },
        within: 0.03
      )
    )
  }
}
