import Foundation
import Testing

/// The page with the map of modules, read against the package and its sources.
@Suite struct ModuleMapTests {
  private static let sources = Workbench.package + "/Sources"

  /// What each module may import by the page: ours, and those of others.
  private let map: [String: (ours: Set<String>, others: Set<String>)]

  init() throws {
    let page = try String(
      contentsOfFile: Self.sources + "/Coordination/Coordination.docc/Modules.md",
      encoding: .utf8
    )
    func names(_ cell: Substring) -> Set<String> {
      Set(cell.matches(of: /`([^`]+)`/).map { String($0.1) })
    }
    let rows = page.matches(of: /\n\| `([A-Za-z-]+)` \|([^|\n]*)\|([^|\n]*)\|(?=\n)/)
    map = Dictionary(
      rows.map { (String($0.1), (ours: names($0.2), others: names($0.3))) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  @Test func `the map says of each module what the package says`() throws {
    let package = try String(contentsOfFile: Workbench.package + "/Package.swift", encoding: .utf8)
    let modules = try Set(FileManager.default.contentsOfDirectory(atPath: Self.sources))
    var found: Set<String> = []
    for target in package.split(separator: /\n    \.(?:executableTarget|target)\(/).dropFirst() {
      guard let name = target.firstMatch(of: /name: "([^"]+)"/).map({ String($0.1) }),
        modules.contains(name)
      else { continue }
      let list = target.firstMatch(of: /dependencies: \[((?s:.*?))\],?\n? *(?:path|swiftSettings)/)
      let named = list.map { $0.1.matches(of: /"([A-Za-z-]+)"/).map { String($0.1) } } ?? []
      let ours = Set(named).intersection(modules).subtracting([name])
      #expect(map[name]?.ours == ours, "\(name): change its row in Modules.md, or Package.swift")
      found.insert(name)
    }
    #expect(found == Set(map.keys))
  }

  @Test func `no file imports what the map does not allow its module`() throws {
    for (module, allowed) in map {
      let folder = Self.sources + "/" + module
      var imported: Set<String> = []
      for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init()
      where name.hasSuffix(".swift") {
        let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
        imported.formUnion(
          text.matches(of: /(?m)^ *(?:@\w+ +)*(?:public +|internal +)?import +(?:\w+ +)?(\w+)/)
            .map { String($0.1) }
        )
      }
      let excess = imported.subtracting(allowed.ours.union(allowed.others))
      #expect(excess == [], "\(module) imports more than its row in Modules.md says")
    }
  }

  @Test func `every guide says for whom it is, and those for coordinators have no Swift`() throws {
    var count = 0
    for case let name as String in FileManager.default.enumerator(atPath: Self.sources) ?? .init()
    where name.hasSuffix(".md") {
      let text = try String(contentsOfFile: "\(Self.sources)/\(name)", encoding: .utf8)
      // A page about a module itself is the first page of its reference.
      let isForProgrammers =
        text.hasPrefix("# ``") || text.contains("This page is for programmers.")
      let readers = text.firstMatch(of: /This (?:guide|page) is for ([a-z]+)/)
      #expect(isForProgrammers || readers != nil, "\(name) does not say for whom it is")
      guard !isForProgrammers else { continue }
      #expect(!text.contains("```swift") && !text.contains("``" + "Problem"), "\(name) has Swift")
      count += 1
    }
    #expect(count > 6)
  }
}
