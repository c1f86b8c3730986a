import Foundation
import Testing

@testable import Statistics

@Suite struct ConditionalModelTests {
  // Source: R, eRm 1.0-2.
  @Test func `the conditional model of LSAT6 is that of eRm`() throws {
    let model = try #require(ConditionalModel(fittedTo: Sample.rights(Sample.lsat6)))
    #expect(
      agree(
        model.items.map { $0?.difficulty },
        [-1.25613, 0.47491, 1.23598, 0.16841, -0.62317],
        within: 1e-4
      )
    )
    #expect(abs(model.logLikelihood + 1091.57) < 1e-2)
    #expect(model.attempts == 699)
  }

  @Test func `symmetric functions are those of the definition`() {
    let numbers = [2.0, 3, 5, 7]
    #expect(SymmetricFunctions(of: numbers).values == [1, 17, 101, 247, 210])
    let without = SymmetricFunctions.leavingOneOut(of: numbers)
    #expect(
      without.map(\.values) == [
        [1, 15, 71, 105], [1, 14, 59, 70], [1, 12, 41, 42], [1, 10, 31, 30],
      ]
    )
  }

  // Twenty times the number of items from which on the difference formula loses all digits.
  @Test func `symmetric functions of four hundred items stay exact`() {
    let numbers = (0..<400).map { exp(4 * sin(Double($0))) }
    let all = SymmetricFunctions(of: numbers)
    let without = SymmetricFunctions.leavingOneOut(of: numbers)
    for order in [1, 100, 200, 399] {
      // Euler's identity: the sum over the items of their part of each order is the order.
      let sum = numbers.indices.reduce(0.0) { sum, item in
        let scale = exp(without[item].logScale - all.logScale)
        return sum + scale * numbers[item] * without[item].values[order - 1] / all.values[order]
      }
      #expect(abs(sum / Double(order) - 1) < 1e-9)
    }
  }

  @Test func `two items have the difficulties of their two sides`() throws {
    // Of those who got one of two right, thirty the first and ten the second: log 3 apart.
    var rights: [Bool?] = []
    for _ in 0..<30 { rights += [true, false] }
    for _ in 0..<10 { rights += [false, true] }
    let model = try #require(ConditionalModel(fittedTo: RightTable(items: 2, rights: rights)))
    let difficulties = model.items.compactMap { $0?.difficulty }
    #expect(abs(difficulties[1] - difficulties[0] - log(3)) < 1e-6)
    // The variance of the difference is 1 ÷ 30 + 1 ÷ 10, and each is half of the difference.
    let errors = model.items.compactMap { $0?.error }
    #expect(abs(errors[0] - (4.0 / 30).squareRoot() / 2) < 1e-6)
  }

  @Test func `there is no greatest likelihood where one part was always easier`() {
    let rows: [[Bool?]] = [
      [true, false, false, false], [false, true, false, false], [true, true, true, false],
      [true, true, false, true],
    ]
    let rights = (0..<10).flatMap { _ in rows.flatMap { $0 } }
    #expect(ConditionalModel(fittedTo: RightTable(items: 4, rights: rights)) == nil)
  }

  @Test func `attempts that were asked different items cannot be used`() {
    let table = RightTable(items: 2, rights: [true, nil, false, true])
    #expect(ConditionalModel(fittedTo: table) == nil)
  }
}
