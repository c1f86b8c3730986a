import Coordination
import Curricula
import Diagnostics
import GoldenFiles
import Publishing
import Quizzes
import Records
import Statistics
import Testing

/// What attempts say about items, from what is recorded.
@Suite struct ItemAnalysisTests {
  private let bench: Workbench

  init() throws {
    bench = try Workbench()
    let rows = (1...40).map { "p\($0 < 10 ? "0" : "")\($0),Participant \($0)" }
    let csv = (["id,name"] + rows).joined(separator: "\n") + "\n"
    _ = try bench.markbook.importRoster(
      Roster.parse(SourceText(file: "roster.csv", text: csv)),
      at: Timestamp(milliseconds: 0)
    )
  }

  /// The quiz whose key of the first item is wrong unless it says otherwise.
  private func quiz(key: String = "Saw") throws -> Quiz {
    let more = ["chisel", "glue", "vice"].map { id in
      "  - {id: \(id), kind: true-false, stem: Is the \(id) useful?, key: true}"
    }
    return try Workbench.quiz(key: key, extra: more.joined(separator: "\n"))
  }

  /// Forty participants, of whom the first 24 are good: they take the hammer.
  private func sitAll(_ quiz: Quiz) throws {
    for number in 1...40 {
      let isGood = number <= 24
      let choice = isGood ? "b" : number % 3 == 0 ? "c" : "a"
      let others = (0..<4).map { place in
        (number * 7 + place * 3) % 10 < (isGood ? 9 : 4) ? "t" : "f"
      }
      let name = "p\(number < 10 ? "0" : "")\(number)"
      _ = try bench.sit(quiz, [choice] + others + ["yes"], by: name)
    }
  }

  private func analysis(
    _ quiz: Quiz,
    counting: ItemAnalysis.Counting = .first
  ) throws -> ItemAnalysis {
    try ItemAnalysis(
      of: quiz,
      named: "tools",
      in: bench.markbook,
      at: Workbench.minute(600),
      counting: counting
    )
  }

  @Test func `a wrong key is found, with the place and the command that mends it`() throws {
    let quiz = try quiz()
    try sitAll(quiz)
    let found = try analysis(quiz)
    #expect(found.attempts == 40 && found.size == .small)
    let nail = try #require(found.entries.first)
    #expect(nail.options.map(\.count) == [11, 24, 5])
    #expect(nail.advice.prefix(2) == [.possibleKey(option: 1), .negativeDiscrimination])
    let suggestion = try #require(found.suggestions(on: nail).first)
    #expect(suggestion.finding.contains("b) 'Hammer'"))
    #expect(suggestion.remedy.contains("quizzes/tools.yaml:\(nail.item.location.line)"))
    #expect(
      suggestion.command == "seminar remark tools --why \"The key of nail was wrong.\""
    )
  }

  @Test func `once marked again by the right key, the item is good`() throws {
    let wrong = try quiz()
    try sitAll(wrong)
    let right = try quiz(key: "Hammer")
    try RemarkPlan(of: right, named: "tools", in: bench.markbook, at: Workbench.minute(500))
      .record(
        because: "The hammer is right.",
        decidedBy: "ana",
        in: bench.markbook,
        at: Workbench.minute(500)
      )
    let nail = try #require(try analysis(right).entries.first)
    #expect(nail.figures.facility == 0.6)
    #expect((nail.figures.discrimination ?? 0) > 0.3)
    #expect(nail.advice == [])
  }

  @Test func `only the first attempt of each participant counts, unless others are asked for`()
    throws
  {
    let quiz = try quiz()
    _ = try bench.sit(quiz, ["a", "t", "t", "t", "t", "yes"])
    _ = try bench.sit(quiz, ["b", "f", "f", "f", "f", "yes"], began: Workbench.minute(30))
    _ = try bench.sit(quiz, ["c", "t", "t", "t", "f", "yes"], by: "p02")
    _ = try bench.sit(quiz, ["c", "t"], by: "p03")
    let facilities = try ItemAnalysis.Counting.allCases.map { counting in
      try analysis(quiz, counting: counting).entries.map { $0.figures.facility ?? -1 }
    }
    #expect(facilities[0] == [0.5, 1, 1, 1, 0.5])
    #expect(facilities[1] == [0, 0.5, 0.5, 0.5, 0])
    #expect(try analysis(quiz, counting: .all).attempts == 3)
  }

  @Test func `a few attempts get counts, and no coefficient in any form`() throws {
    let quiz = try quiz()
    _ = try bench.sit(quiz, ["a", "t", "t", "t", "t", "yes"])
    _ = try bench.sit(quiz, ["c", "t", "f", "t", "f", "yes"], by: "p02")
    let found = try analysis(quiz)
    #expect(found.size == .tooSmall)
    #expect(found.model == nil && found.conditional == nil)
    #expect(found.entries.allSatisfy { $0.advice.isEmpty })
    #expect(!found.json().contains("discrimination\""))
    #expect(found.text(in: .utc).contains("too few for correlations"))
  }

  @Test func `the text of a class of forty says what is wrong and what to do`() throws {
    let quiz = try quiz()
    try sitAll(quiz)
    let text = try analysis(quiz).text(in: .utc, width: 200)
    #expect(text.hasPrefix("tools: 40 attempts (the first of each participant)\n"))
    #expect(text.contains("40 attempts are a small number"))
    #expect(text.contains("Check the key at quizzes/tools.yaml:"))
    #expect(text.contains("      seminar remark tools --why \"The key of nail was wrong.\"\n"))
  }

  @Test func `usage data has each figure once, with those that belong to it`() throws {
    let quiz = try quiz()
    try sitAll(quiz)
    let found = try analysis(quiz)
    let text = found.usageData(notes: ["head": "a"])
    let context = "https://seminar.invalid/attempts/first/tools"
    #expect(
      text.contains(
        """
          <ordinaryStatistic name="share" context="\(context)" caseCount="40">
            <targetObject identifier="nail" partIdentifier="choice-2" objectType="choice"/>
            <value>0.600000</value>
          </ordinaryStatistic>

        """
      )
    )
    let names = text.matches(of: /<ordinaryStatistic name="([a-z-]+)"/).map { String($0.1) }
    let perItem = ["facility", "discrimination", "median-seconds"]
    for name in perItem { #expect(names.count { $0 == name } == 5, "\(name)") }
    #expect(names.contains("alpha") && !names.contains("slope"))
    #expect(names.count == text.ranges(of: "<value>").count)
    #expect(text.hasSuffix("</usageData>\n<!-- head: a -->\n"))
    // Nothing is said of a quiz that nobody sat.
    let nobody = try ItemAnalysis(of: quiz, named: "tools", in: nil, at: Workbench.minute(0))
    #expect(!nobody.usageData().contains("facility"))
  }

  @Test func `a quiz that nobody sat says so`() throws {
    let found = try ItemAnalysis(
      of: quiz(),
      named: "tools",
      in: nil,
      at: Workbench.minute(0)
    )
    #expect(found.text(in: .utc) == "Nobody has sat 'tools' yet.\n")
    #expect(found.sheet(in: .utc).rows.count == 5)
  }

  // Computed here from the responses alone, without the code under test.
  @Test func `facility and discrimination agree with the raw responses`() throws {
    let quiz = try quiz()
    try sitAll(quiz)
    var rows: [[Double]] = []
    for recorded in try bench.markbook.attempts(of: "tools") {
      var row = [0.0, 0, 0, 0, 0]
      for event in try bench.markbook.events(of: recorded.id) {
        guard case .responded(let responded) = event.kind,
          let place = quiz.items.firstIndex(where: { $0.id == responded.item })
        else { continue }
        row[place] = responded.response == .option(0) || responded.response == .truth(true) ? 1 : 0
      }
      rows.append(row)
    }
    let found = try analysis(quiz)
    for item in 0..<5 {
      let own = rows.map { $0[item] }
      let rest = rows.map { $0.reduce(0, +) - $0[item] }
      let (mean, other) = (own.reduce(0, +) / 40, rest.reduce(0, +) / 40)
      var (common, first, second) = (0.0, 0.0, 0.0)
      for (left, right) in zip(own, rest) {
        common += (left - mean) * (right - other)
        first += (left - mean) * (left - mean)
        second += (right - other) * (right - other)
      }
      let expected = common / (first * second).squareRoot()
      #expect(abs((found.entries[item].figures.facility ?? -1) - mean) < 1e-12)
      #expect(abs((found.entries[item].figures.discrimination ?? -9) - expected) < 1e-12)
    }
  }
}
