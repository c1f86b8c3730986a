import Testing

@testable import Records

@Suite struct SideBySideTests {
  private struct Broken: Error {}

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
