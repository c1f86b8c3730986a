import Diagnostics
import Foundation
import Testing

@testable import Quizzes

/// What the quizzes of the other programmes in this repository promise.
@Suite struct OtherProgrammesTests {
  /// The folder with a workspace for each programme.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "curricula/programmes")

  /// The quizzes, by the path of the file below the folder.
  static let quizzes = Result<[String: Quiz], any Error> {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    var quizzes: [String: Quiz] = [:]
    for path in paths ?? [] where path.contains("/quizzes/") && path.hasSuffix(".yaml") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      quizzes[path] = try Quiz.parse(SourceText(file: path, text: text))
    }
    return quizzes
  }

  /// The items of all these quizzes.
  static func items() throws -> [Item] { try quizzes.get().values.flatMap(\.items) }

  @Test func `six programmes have quizzes with 205 items`() throws {
    let paths = try Self.quizzes.get().keys
    #expect(Set(paths.compactMap { $0.split(separator: "/").first }).count == 6)
    #expect(paths.count { $0.hasPrefix("elearning/") } == 11)
    #expect(try Self.items().count == 205)
    #expect(try Self.quizzes.get().values.allSatisfy { Set($0.items.map(\.id)).count > 0 })
  }

  @Test func `every item says its source, its facts, its level and why each option is what it is`()
    throws
  {
    for (path, quiz) in try Self.quizzes.get() {
      #expect(quiz.status.hasPrefix("Unofficial."), "\(path)")
      for item in quiz.items {
        let name = "\(path): \(item.id)"
        #expect(item.source != nil && item.level != nil && !item.facts.isEmpty, "\(name)")
        #expect(!item.themes.isEmpty, "\(name)")
        switch item.kind {
        case .singleChoice(let choice):
          #expect(choice.options.allSatisfy { $0.because != nil }, "\(name)")
          #expect(item.rationale != nil, "\(name)")
        case .multipleResponse(let response):
          #expect(response.options.allSatisfy { $0.because != nil }, "\(name)")
          #expect(item.rationale != nil, "\(name)")
        case .trueFalse, .numerical, .shortText, .matching, .ordering, .cloze:
          #expect(item.rationale != nil, "\(name)")
        case .essay, .description: break
        }
      }
    }
  }

  @Test func `keys stand at every place about as often`() throws {
    var places: [Int: Int] = [:]
    for item in try Self.items() {
      guard case .singleChoice(let choice) = item.kind else { continue }
      places[choice.options.firstIndex(where: \.isKey) ?? -1, default: 0] += 1
    }
    #expect(places.keys.sorted() == [0, 1, 2, 3])
    #expect((places.values.max() ?? 0) - (places.values.min() ?? 0) < 15)
  }

  @Test func `the final test on cyberdiplomacy draws four of each pillar, each time others`()
    throws
  {
    let path = "cyberdiplomacy/quizzes/cyberdiplomacy/final-test.yaml"
    let quiz = try #require(Self.quizzes.get()[path])
    #expect(quiz.askedCount == 25)
    let sets = (0..<20).map { seed in
      Set(Arrangement(of: quiz, seed: seed).entries.map(\.item))
    }
    #expect(Set(sets).count == 20)
    for set in sets {
      for pillar in ["THREATS", "LAW", "NORMS", "CONFIDENCE", "CAPACITY"] {
        #expect(set.count { quiz[$0]?.themes.map(\.name).contains(pillar) == true } >= 4)
      }
    }
  }
}
