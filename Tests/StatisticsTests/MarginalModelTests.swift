import Testing

@testable import Statistics

// Published: D. Rizopoulos, *ltm: an R package for latent variable modeling and item response theory
// analyses*, Journal of Statistical Software 17 (2006), number 5.
@Suite struct MarginalModelTests {
  private static func fit(
    _ patterns: String,
    _ form: MarginalModel.Form
  ) throws -> MarginalModel {
    try #require(MarginalModel(fittedTo: Sample.rights(patterns), as: form))
  }

  @Test func `the Rasch model of LSAT6 is the published one`() throws {
    let model = try Self.fit(Sample.lsat6, .rasch)
    #expect(
      agree(
        model.items.map { $0?.difficulty },
        [-2.8720, -1.0630, -0.2576, -1.3881, -2.2188],
        within: 1e-3
      )
    )
    #expect(
      agree(
        model.items.map { $0?.difficultyError },
        [0.1287, 0.0821, 0.0766, 0.0865, 0.1048],
        within: 1e-3
      )
    )
    #expect(abs(model.logLikelihood + 2473.054) < 1e-3)
    #expect(abs(model.aic - 4956.108) < 2e-3)
    #expect(abs(model.bic - 4980.646) < 2e-3)
    #expect(model.hasConverged)
  }

  @Test func `the model of LSAT6 with one slope is the published one`() throws {
    let model = try Self.fit(Sample.lsat6, .onePL)
    #expect(
      agree(
        model.items.map { $0?.difficulty },
        [-3.6153, -1.3224, -0.3176, -1.7301, -2.7802],
        within: 1e-3
      )
    )
    #expect(
      agree(
        model.items.map { $0?.difficultyError },
        [0.3266, 0.1422, 0.0977, 0.1691, 0.2510],
        within: 1e-3
      )
    )
    let item = try #require(model.items[0])
    #expect(abs(item.slope - 0.7551) < 1e-3)
    #expect(abs((item.slopeError ?? 0) - 0.0694) < 1e-3)
    #expect(abs(model.logLikelihood + 2466.938) < 1e-3)
  }

  @Test func `the model of LSAT6 with two parameters is that of ltm`() throws {
    let model = try Self.fit(Sample.lsat6, .twoPL)
    #expect(
      agree(
        model.items.map { $0?.slope },
        [0.8254, 0.7229, 0.8905, 0.6886, 0.6575],
        within: 1e-2
      )
    )
    #expect(
      agree(
        model.items.map { $0?.difficulty },
        [-3.3597, -1.3696, -0.2799, -1.8659, -3.1236],
        within: 1e-2
      )
    )
    #expect(abs(model.logLikelihood + 2466.653) < 1e-3)
  }

  // Published: R. P. Chalmers, *mirt: a multidimensional item response theory package for the R
  // environment*, Journal of Statistical Software 48 (2012), number 6; here as slope and intercept.
  @Test func `the model of LSAT7 with two parameters is that of mirt`() throws {
    let model = try Self.fit(Sample.lsat7, .twoPL)
    #expect(
      agree(model.items.map { $0?.slope }, [0.988, 1.081, 1.706, 0.765, 0.736], within: 1e-2)
    )
    #expect(
      agree(
        model.items.map { item in item.map { -$0.slope * $0.difficulty } },
        [1.856, 0.808, 1.804, 0.486, 1.855],
        within: 1e-2
      )
    )
    #expect(abs(model.logLikelihood + 2658.805) < 2e-3)
  }

  @Test func `items that everybody or nobody gets right have no difficulty`() throws {
    let rows: [[Bool?]] = Sample.rows(Sample.lsat6).map { [true] + $0 + [false] }
    let table = RightTable(items: 7, rights: rows.flatMap { $0 })
    let model = try #require(MarginalModel(fittedTo: table, as: .rasch))
    #expect(model.items[0] == nil && model.items[6] == nil)
    let plain = try Self.fit(Sample.lsat6, .rasch)
    #expect(
      agree(
        model.items[1...5].map { $0?.difficulty },
        plain.items.map { $0?.difficulty },
        within: 1e-9
      )
    )
  }

  @Test func `nothing is fitted to one item, or to no attempt`() {
    let single = RightTable(items: 1, rights: [true, false])
    #expect(MarginalModel(fittedTo: single, as: .rasch) == nil)
    #expect(MarginalModel(fittedTo: RightTable(items: 3, rights: []), as: .onePL) == nil)
  }

  @Test func `items that were not asked are left out, and the difficulties stay near`() throws {
    let full = Sample.simulated([-1, -0.5, 0, 0.5, 1, 0.2], attempts: 2000, seed: 1)
    let some = (0..<2000).flatMap { attempt in
      (0..<6).map { item -> Bool? in
        (attempt + item) % 3 == 0 ? nil : full.rights[attempt * 6 + item] > 0
      }
    }
    let table = RightTable(items: 6, rights: some)
    let model = try #require(MarginalModel(fittedTo: table, as: .rasch))
    #expect(
      agree(model.items.map { $0?.difficulty }, [-1, -0.5, 0, 0.5, 1, 0.2], within: 0.2)
    )
    #expect(model.measures(of: table) == nil)
  }

  @Test func `a response tells most where half get it right`() {
    let item = MarginalModel.Item(
      difficulty: 0.5,
      difficultyError: nil,
      slope: 2,
      slopeError: nil
    )
    #expect(item.probability(at: 0.5) == 0.5)
    #expect(item.information(at: 0.5) == 1)
    #expect(item.information(at: 1.5) < 1)
  }
}
