import Foundation
import Testing

/// The table of faults in the documentation names tests that exist.
@Suite struct FaultTableTests {
  @Test func `every test that the table of faults names is in the sources`() throws {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let page = here.appending(path: "../../../Sources/Records/Records.docc/Faults.md")
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter {
      $0.hasPrefix("|") && $0.hasSuffix("` |")
    }
    let named = rows.compactMap { $0.split(separator: "`").dropLast().last.map(String.init) }
    #expect(named.count > 25)
    let tests = here.appending(path: "../..")
    let files = FileManager.default.enumerator(atPath: tests.path)?.compactMap { $0 as? String }
    let sources = try (files ?? []).filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOf: tests.appending(path: $0), encoding: .utf8)
    }
    for name in named {
      #expect(sources.contains { $0.contains("func `\(name)`") }, "\(name)")
    }
  }
}
