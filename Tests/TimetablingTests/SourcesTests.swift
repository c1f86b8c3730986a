import Foundation
import Testing

@testable import Timetabling

/// Who knows what: the sources are read, and counted.
@Suite struct SourcesTests {
  /// A file of the module, without its comments and texts.
  private struct Source {
    /// The folder within the module: "Problem/Shapes/Load".
    let folder: String
    let name: String
    let words: Set<Substring>
    let code: String

    /// The types that it declares for others.
    var types: [String] {
      let declared = /(?m)^(?:public |final )*(?:struct|enum|class|protocol|typealias) (\w+)/
      return code.matches(of: declared).map { String($0.1) }
    }

    /// The first part of the folder: "Problem"; empty at the top.
    var topFolder: String { folder.split(separator: "/").first.map(String.init) ?? "" }
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  private static func files(in folder: URL) throws -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let all = try #require(found).compactMap { $0 as? URL }
    return all.filter { $0.pathExtension == "swift" }.sorted { $0.path() < $1.path() }
  }

  /// The files of the modules that several tests look at.
  private static let known = Dictionary(
    uniqueKeysWithValues: pure.map { module in (module, Result { try read(module) }) }
  )

  private static let sources = Result { try sources(of: "Timetabling") }

  private static func sources(of module: String) throws -> [Source] {
    try known[module]?.get() ?? read(module)
  }

  private static func read(_ module: String) throws -> [Source] {
    let module = root.appending(path: module)
    let prefix = module.standardizedFileURL.path().count + 1
    return try files(in: module).map { file in
      let code = try String(contentsOf: file, encoding: .utf8)
        .replacing(/\/\/[^\n]*/, with: "").replacing(/"(?:[^"\\\n]|\\.)*"/, with: "\"\"")
      let folder = file.deletingLastPathComponent().standardizedFileURL.path().dropFirst(prefix)
      return Source(
        folder: folder.hasSuffix("/") ? String(folder.dropLast()) : String(folder),
        name: file.lastPathComponent,
        words: Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }),
        code: code
      )
    }
  }

  /// What several shapes share.
  private static let shared = ["Problem/Shapes/Patterns", "Problem/Shapes/Single"]

  /// The folders of shapes, without what several of them share.
  private static var shapes: [String] {
    get throws {
      let folders = try Set(sources.get().map(\.folder)).filter { $0.hasPrefix("Problem/Shapes/") }
      return folders.subtracting(shared).sorted()
    }
  }

  /// The files outside a folder that name one of its types.
  private static func users(of folder: String) throws -> [Source] {
    let all = try sources.get()
    let types = all.filter { $0.folder == folder }.flatMap(\.types)
    return all.filter { source in
      source.folder != folder && types.contains { source.words.contains($0[...]) }
    }
  }

  @Test func `a shape is known to at most three files beside its folder`() throws {
    #expect(try Self.shapes.count == 15)
    for folder in try Self.shapes {
      // A shape may be made of another one.
      let users = try Self.users(of: folder).filter { !$0.folder.hasPrefix("Problem/Shapes/") }
      #expect(users.count <= 3, "\(folder): \(users.map(\.name))")
    }
  }

  @Test func `shapes are made of one another in no circle`() throws {
    let folders = try Self.shapes + Self.shared
    var known: [String: Set<String>] = [:]
    for folder in folders {
      for user in try Self.users(of: folder) { known[user.folder, default: []].insert(folder) }
    }
    #expect(circle(in: known.filter { folders.contains($0.key) }) == nil)
  }

  @Test func `nothing is cast to a shape`() throws {
    let all = try Self.sources.get()
    let types = Set(all.filter { $0.folder.hasPrefix("Problem/Shapes") }.flatMap(\.types))
    for source in all {
      for match in source.code.matches(of: /\b(?:as[?!]?|is) (?:any )?(\w+)/)
      where types.contains(String(match.1)) {
        Issue.record("\(source.name): \(match.0)")
      }
    }
  }

  /// The modules whose code is in folders.
  private static let modules = [
    "Archives", "Banks", "Coordination", "Curricula", "Diagnostics", "ItemWriting", "Publishing",
    "Quizzes",
    "Records", "Statistics", "Terminal", "Timetabling", "Workbooks", "seminar",
    "seminar-benchmark",
  ]

  @Test(arguments: modules)
  func `the folders of a module refer to one another in no circle`(module: String) throws {
    let all = try Self.sources(of: module)
    var folderOfType: [String: String] = [:]
    for source in all { for type in source.types { folderOfType[type] = source.topFolder } }
    var known: [String: Set<String>] = [:]
    for source in all {
      for word in source.words {
        if let folder = folderOfType[String(word)], folder != source.topFolder {
          known[source.topFolder, default: []].insert(folder)
        }
      }
    }
    #expect(circle(in: known) == nil)
    if module == "Timetabling" {
      #expect(known["Memory"] == nil)
      #expect(known["Problem"] == ["Clauses", "Memory"])
      #expect(known["Clauses"] == ["Memory"])
      #expect(known["Solving"]?.isSuperset(of: ["Exact", "Search", "Explanation"]) == true)
    }
  }

  @Test func `modules import one another in no circle`() throws {
    var imports: [String: Set<String>] = [:]
    let modules = try FileManager.default.contentsOfDirectory(atPath: Self.root.path())
    for module in modules {
      for file in try Self.files(in: Self.root.appending(path: module)) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /(?m)^(?:public |internal |@testable )*import (\w+)/)
        where modules.contains(String(match.1)) {
          imports[module, default: []].insert(String(match.1))
        }
      }
    }
    #expect(imports["Timetabling"] == ["Chance", "Curricula", "Diagnostics"])
    #expect(circle(in: imports) == nil)
  }

  @Test func `only the command knows arguments and a terminal`() throws {
    let modules = try FileManager.default.contentsOfDirectory(atPath: Self.root.path())
    for module in modules where !["seminar", "seminar-benchmark", "Terminal"].contains(module) {
      for file in try Self.files(in: Self.root.appending(path: module)) {
        let text = try String(contentsOf: file, encoding: .utf8)
        let isFree = !text.contains(
          /(?m)^(?:\w+ )*import (?:ArgumentParser|Terminal|CReadline)\b/
        )
        #expect(isFree, "\(module)/\(file.lastPathComponent)")
      }
    }
  }

  /// The core and the use cases.
  private static let pure = [
    "Diagnostics", "Curricula", "Timetabling", "Publishing", "Quizzes", "Coordination",
  ]

  @Test(arguments: pure)
  func `core and use cases print nothing, and get files, clock and chance as arguments`(
    module: String
  ) throws {
    let printing = /\b(?:print|debugPrint|dump|readLine|exit|fputs)\(/
    let files = /\b(?:FileHandle|FileManager|ProcessInfo)\b|contentsOfFile|import Glibc/
    let clock = /\bDate\(\)|\b(?:Date|Timestamp|Moment|\w+Clock)\.now\b|[ (]\.now\b/
    let chance = /\bSystemRandomNumberGenerator\b|\.random\(in: [^,)]*\)/
    for source in try Self.sources(of: module) {
      let code = source.code
      let found =
        code.matches(of: printing).map(\.0) + code.matches(of: files).map(\.0)
        + code.matches(of: clock).map(\.0) + code.matches(of: chance).map(\.0)
      #expect(found == [], "\(source.name)")
    }
  }

  /// A thing that leads back to itself, `nil` where none does.
  private func circle(in graph: [String: Set<String>]) -> String? {
    graph.keys.sorted().first { start in
      var waiting = Array(graph[start] ?? [])
      var seen: Set<String> = []
      while let next = waiting.popLast() {
        if next == start { return true }
        if seen.insert(next).inserted { waiting += graph[next] ?? [] }
      }
      return false
    }
  }
}
