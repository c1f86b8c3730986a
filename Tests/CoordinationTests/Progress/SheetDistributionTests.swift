import Coordination
import Curricula
import Foundation
import Publishing
import Testing

@Suite struct SheetDistributionTests {
  @Test func `percentages are counted by tenths, with what lies outside at the ends`() throws {
    var sheet = Sheet("Table", columns: [.init("name"), .init("percent", .number)], zone: .utc)
    let cells: [Sheet.Cell] = [
      .whole(0), .whole(-6), .whole(10), .number(Decimal(string: "9.99") ?? 0), .whole(100),
      .empty, .number(.nan),
    ]
    for cell in cells { sheet.append([.text("a"), cell]) }
    let parts = try #require(sheet.distribution(of: "percent"))
    #expect(parts.map(\.count) == [3, 1, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(parts.first?.name == "0 to 10")
    #expect(sheet.distribution(of: "mean") == nil)
    #expect(sheet.distribution(of: "name") == nil)
  }
}
