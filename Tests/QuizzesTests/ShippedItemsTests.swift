import Diagnostics
import Foundation
import Testing

@testable import Quizzes

/// What the quizzes of this repository promise: sources, facts, balance, draws without cues, and
/// practice that has other facts.
@Suite struct ShippedItemsTests {
  /// What the files say, by the name of the file below the folder.
  private let files: [String: Quiz]
  /// The quizzes that have items of their own.
  private let quizzes: [Quiz]
  private let addedFacts: Set<String>

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "quizzes/crime-justice-security")
    let files = [folder, folder.appending(path: "practice")].flatMap { folder in
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      return (names ?? []).filter { $0.hasSuffix(".yaml") }.map { folder.appending(path: $0) }
    }
    let read = try files.map { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      let isBelow = file.deletingLastPathComponent().lastPathComponent == "practice"
      let name = (isBelow ? "practice/" : "") + file.deletingPathExtension().lastPathComponent
      return (name, try Quiz.parse(SourceText(file: file.lastPathComponent, text: text)))
    }
    self.files = Dictionary(uniqueKeysWithValues: read)
    quizzes = read.map(\.1).filter(\.banks.isEmpty)
    let page = root.appending(path: "Sources/Quizzes/Quizzes.docc/ContentSources.md")
    let rows = try String(contentsOf: page, encoding: .utf8).matches(of: /\| (F-[A-Z]+-[0-9]+) \|/)
    addedFacts = Set(rows.map { String($0.1) })
  }

  /// All items, without texts to read.
  var allItems: [Item] { items }

  private var items: [Item] { quizzes.flatMap(\.items).filter { $0.kind != .description } }

  @Test func `there are ten graded quizzes and ten for practice, with more than 400 items`() {
    #expect(quizzes.filter { $0.mode == .graded }.count == 10)
    #expect(quizzes.filter { $0.mode == .practice }.count == 10)
    #expect(files.count == 23)
    #expect(items.count > 400)
    #expect(Set(items.map(\.id)).count == items.count)
  }

  @Test func `every item says its source, its facts, its level and why each option is what it is`()
  {
    for item in items {
      #expect(item.source != nil && item.rationale != nil && item.level != nil, "\(item.id)")
      #expect(!item.facts.isEmpty && !item.themes.isEmpty, "\(item.id)")
      for option in options(of: item) { #expect(option.because != nil, "\(item.id)") }
    }
  }

  @Test func `every fact is one of the programme's sheet or of the page on sources`() throws {
    let items = try items + OtherProgrammesTests.items()
    for item in items {
      for fact in item.facts where !isOfTheSheet(fact) {
        #expect(addedFacts.contains(fact), "\(item.id) rests on \(fact)")
      }
    }
    let used = Set(items.flatMap(\.facts))
    #expect(addedFacts.subtracting(used).sorted() == [])
  }

  @Test func `practice and graded items have no fact in common`() {
    let practised = Set(quizzes.filter { $0.mode == .practice }.flatMap(\.items).flatMap(\.facts))
    let graded = Set(quizzes.filter { $0.mode == .graded }.flatMap(\.items).flatMap(\.facts))
    #expect(practised.intersection(graded).sorted() == [])
  }

  @Test func `every graded quiz has a window, one attempt and a blueprint, and keeps its answers`()
  {
    for (name, quiz) in files where quiz.mode == .graded {
      #expect(quiz.conditions.opensBy != nil && quiz.conditions.closesBy != nil, "\(name)")
      #expect(quiz.conditions.attempts == 1 && quiz.conditions.timeLimit != nil, "\(name)")
      #expect(!quiz.draws.isEmpty, "\(name)")
      #expect(quiz.feedback == .usual(in: .graded), "\(name)")
    }
  }

  @Test func `there is twice of each sort that is drawn, and twice in all`() throws {
    for (name, quiz) in files where quiz.mode == .graded {
      var doubled = try whole(quiz)
      for (draw, count) in zip(doubled.draws, doubled.available) {
        #expect(count >= 2 * draw.count, "\(name): \(draw)")
      }
      doubled.draws = [Quiz.Draw(2 * quiz.askedCount)]
      #expect(doubled.canDrawAll, "\(name)")
    }
    #expect(files["final"]?.askedCount == 60)
  }

  @Test func `two participants get different sets, and nobody items that are kept apart`() throws {
    for (name, quiz) in files where quiz.mode == .graded {
      let whole = try whole(quiz)
      let sets = (0..<20).map { seed in
        Set(Arrangement(of: whole, seed: seed).entries.map(\.item))
      }
      #expect(Set(sets).count == 20, "\(name)")
      for set in sets {
        for list in whole.apart {
          #expect(set.intersection(list.map(\.name)).count <= 1, "\(name): \(list.map(\.name))")
        }
        #expect(set.count { whole[$0]?.kind != .description } == quiz.askedCount, "\(name)")
      }
    }
  }

  @Test func `before and after the programme the blueprint is the same, and no fact`() throws {
    let before = try whole(#require(files["pre-test"]))
    let after = try whole(#require(files["post-test"]))
    func lines(_ quiz: Quiz) -> [String] {
      quiz.draws.map { "\($0.count) \($0.module?.name ?? "") \($0.level?.rawValue ?? "")" }
    }
    #expect(lines(before) == lines(after))
    #expect(lines(before).count == 20)
    let common = Set(before.items.flatMap(\.facts)).intersection(after.items.flatMap(\.facts))
    #expect(common.sorted() == [])
  }

  @Test func `keys stand at every place about as often, and are two, three or four of several`() {
    var places: [Int: Int] = [:]
    var numbers: [Int: Int] = [:]
    for item in items {
      let keys = options(of: item).indices.filter { options(of: item)[$0].isKey }
      switch item.kind {
      case .singleChoice: places[keys.first ?? -1, default: 0] += 1
      case .multipleResponse: numbers[keys.count, default: 0] += 1
      case .trueFalse, .numerical, .shortText, .matching, .ordering, .cloze, .essay, .description:
        break
      }
    }
    #expect(places.keys.sorted() == [0, 1, 2, 3])
    #expect((places.values.max() ?? 0) - (places.values.min() ?? 0) < items.count / 40)
    #expect(numbers.keys.sorted() == [2, 3, 4])
  }

  @Test func `true statements are about as many as false ones, for practice too`() {
    for mode in [Quiz.Mode.graded, .practice] {
      let keys = quizzes.filter { $0.mode == mode }.flatMap(\.items).compactMap { item -> Bool? in
        if case .trueFalse(let statement) = item.kind { statement.key } else { nil }
      }
      #expect(abs(2 * keys.count { $0 } - keys.count) < 2, "\(mode): \(keys)")
    }
  }

  @Test func `half of the items apply or analyse, and themes have fifteen items where facts allow`()
  {
    #expect(items.filter { $0.level != .recall }.count * 2 > items.count)
    let themes = items.flatMap { $0.themes.map(\.name) }.reduce(into: [:]) {
      $0[$1, default: 0] += 1
    }
    let few = ["T01": 14, "T02": 10, "T13": 6]
    for number in 1...21 {
      let theme = number < 10 ? "T0\(number)" : "T\(number)"
      #expect(themes[theme, default: 0] >= few[theme, default: 15], "\(theme)")
    }
  }

  @Test func `each week has two scenarios with at least five questions`() {
    for quiz in quizzes where quiz.mode == .graded {
      #expect(quiz.sections.count == 2, "\(quiz.title)")
      for section in quiz.sections {
        let items = quiz.items.filter { $0.section == section.id }
        let texts = items.count { $0.kind == .description }
        #expect(texts == 1 && items.count - texts >= 5, "\(section.title)")
      }
    }
  }

  /// A quiz with what its banks lend it.
  private func whole(_ quiz: Quiz) throws -> Quiz {
    var findings = Findings()
    let whole = quiz.borrowing(from: files, &findings)
    #expect(findings.diagnostics.map(\.description) == [])
    return whole
  }

  private func options(of item: Item) -> [Item.Option] {
    switch item.kind {
    case .singleChoice(let choice): choice.options
    case .multipleResponse(let response): response.options
    case .trueFalse, .numerical, .shortText, .matching, .ordering, .cloze, .essay, .description: []
    }
  }

  /// How many facts the sheet has on each subject.
  private static let sheet = [
    "UNM": 35, "SDG": 29, "PCT": 25, "ROL": 24, "HRJ": 33, "ILF": 25, "TOC": 32, "TRA": 37,
    "CYC": 30, "CYS": 29, "COR": 31, "TER": 31, "PVE": 23, "HAT": 28, "ENV": 27, "CLI": 24,
    "VAW": 31, "POL": 29, "ACC": 31, "PKO": 26, "XCT": 22,
  ]

  private func isOfTheSheet(_ fact: String) -> Bool {
    let parts = fact.split(separator: "-")
    guard parts.count == 3, let number = Int(parts[2]) else { return false }
    return number > 0 && number <= Self.sheet[String(parts[1]), default: 0]
  }
}
