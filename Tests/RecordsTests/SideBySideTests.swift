import Testing

@testable import Records

@Suite struct SideBySideTests {
  private struct Broken: Error {}
  private struct Wrong: Error, Equatable { let number: Int }

  /// Reads the numbers below an end one after another, and then fails or ends.
  private static func numbers(below end: Int, fails: Bool = false) -> () throws -> Int? {
    var next = 0
    return {
      guard next < end else {
        if fails { throw Broken() }
        return nil
      }
      next += 1
      return next - 1
    }
  }

  @Test func `parts keep their order`() throws {
    let parts = SideBySide.parts(of: Array(0..<1_000), lanes: 7) { Array($0) }
    #expect(parts.count == 7)
    #expect(parts.flatMap(\.self) == Array(0..<1_000))
  }

  @Test(arguments: [nil, 1, 2, 5])
  func `what becomes of parts is taken in their order`(lanes: Int?) throws {
    var taken: [Int] = []
    try SideBySide.inOrder(
      lanes: lanes,
      reading: Self.numbers(below: 300),
      { $0 * 2 },
      taking: { taken.append($0) }
    )
    #expect(taken == (0..<300).map { $0 * 2 })
  }

  @Test func `the first fault in the order of the parts is thrown, after what comes before it`() {
    for _ in 0..<50 {
      var taken: [Int] = []
      #expect(throws: Wrong(number: 17)) {
        try SideBySide.inOrder(
          reading: Self.numbers(below: 20, fails: true),
          { number in
            if number >= 17 { throw Wrong(number: number) }
            return number
          },
          taking: { taken.append($0) }
        )
      }
      #expect(taken == Array(0..<17))
    }
  }

  @Test func `a fault in reading or taking is thrown, and nothing is taken after it`() {
    var taken: [Int] = []
    #expect(throws: Broken.self) {
      try SideBySide.inOrder(
        reading: Self.numbers(below: 9, fails: true),
        { $0 },
        taking: { taken.append($0) }
      )
    }
    #expect(taken == Array(0..<9))
    taken = []
    #expect(throws: Broken.self) {
      try SideBySide.inOrder(
        reading: Self.numbers(below: 100),
        { $0 },
        taking: { number in
          if number == 5 { throw Broken() }
          taken.append(number)
        }
      )
    }
    #expect(taken == Array(0..<5))
  }

  @Test func `of several finds the one of the first part is found`() throws {
    for _ in 0..<50 {
      let find = try SideBySide.first(reading: Self.numbers(below: 300)) { number in
        number == 17 || number == 18 || number == 19 ? "\(number)" : nil
      }
      #expect(find == "17")
    }
  }

  @Test func `where no part has a find there is none`() throws {
    let find = try SideBySide.first(reading: Self.numbers(below: 300)) { _ -> String? in nil }
    #expect(find == nil)
  }

  @Test func `a fault in reading is thrown unless a part before it has a find`() throws {
    #expect(throws: Broken.self) {
      try SideBySide.first(reading: Self.numbers(below: 9, fails: true)) { _ -> Int? in nil }
    }
    let find = try SideBySide.first(reading: Self.numbers(below: 9, fails: true)) { number in
      number == 8 ? number : nil
    }
    #expect(find == 8)
  }
}
