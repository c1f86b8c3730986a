import Testing

@testable import Statistics

@Suite struct MeasureTests {
  private static func measures(_ form: MarginalModel.Form) throws -> [PersonMeasure] {
    let table = Sample.rights(Sample.lsat6)
    let model = try #require(MarginalModel(fittedTo: table, as: form))
    return try #require(model.measures(of: table))
  }

  // ltm gives the modes of ability: means lie a little further in, because the distributions lean.
  @Test func `abilities of LSAT6 are near those of ltm`() throws {
    let measures = try Self.measures(.onePL)
    #expect(measures.map(\.attempts) == [3, 20, 85, 237, 357, 298])
    #expect(
      agree(
        measures.map(\.expected),
        [-1.910, -1.439, -0.959, -0.466, 0.049, 0.593],
        within: 0.05
      )
    )
    #expect(
      agree(
        measures.map(\.expectedError),
        [0.790, 0.793, 0.801, 0.816, 0.836, 0.862],
        within: 0.02
      )
    )
  }

  @Test func `weighted estimates exist for all scores and rise with them`() throws {
    let measures = try Self.measures(.rasch)
    #expect(measures.map(\.weighted) == measures.map(\.weighted).sorted())
    #expect(measures.allSatisfy { $0.weighted.isFinite && $0.weightedError > 0 })
  }

  // Of two items of difficulty 0, one right: by symmetry the ability is 0.
  @Test func `the middle score of equal items is the ability 0`() throws {
    let table = RightTable(items: 2, rights: [true, false, false, true, true, true, false, false])
    let model = try #require(MarginalModel(fittedTo: table, as: .rasch))
    let measures = try #require(model.measures(of: table))
    #expect(abs(measures[1].weighted) < 1e-6)
    #expect(abs(measures[1].expected) < 1e-6)
    #expect(abs(measures[0].weighted + measures[2].weighted) < 1e-6)
  }

  @Test func `a Wright map holds every attempt and every item`() throws {
    let table = Sample.rights(Sample.lsat6)
    let model = try #require(MarginalModel(fittedTo: table, as: .onePL))
    let map = WrightMap(model, try #require(model.measures(of: table)))
    #expect(map.rows.map(\.attempts).reduce(0, +) == 1000)
    #expect(map.rows.reversed().flatMap(\.items) == [0, 4, 3, 1, 2])
    #expect(zip(map.rows, map.rows.dropFirst()).allSatisfy { $0.lower == $1.upper })
  }
}
