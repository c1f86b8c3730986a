import Coordination
import Curricula
import Diagnostics
import Foundation
import GoldenFiles
import Publishing
import Quizzes
import Records
import Statistics
import Testing

/// Who has done what, and who passes.
@Suite struct ProgressTests {
  private let course: Course

  /// The course with crafts and nails as graded quizzes, a rule, and five participants.
  init() throws {
    course = try Course.ofCrafts()
    course.texts["quizzes/joinery/nails.yaml"] = """
      quiz: Nails
      status: Written for tests.
      curriculum: joinery
      mode: graded
      pass: 50
      attempts: 2
      grade: best
      shuffle: nothing
      opens: 2026-03-20T00:00-04:00
      closes: 2026-04-20T00:00-04:00
      items:
        - id: head
          kind: true-false
          stem: A nail has a head.
          key: true
        - id: wood
          kind: true-false
          stem: A nail is made of wood.
          key: false

      """
    course.texts["quizzes/joinery/planks.yaml"] = """
      quiz: Planks
      status: Written for tests.
      curriculum: joinery
      mode: graded
      pass: 60
      shuffle: nothing
      items:
        - id: oak
          kind: true-false
          stem: Oak is hard.
          key: true
          marks: 5
          source: Timber manual, section 1
        - id: pine
          kind: true-false
          stem: Pine is black.
          key: false
          marks: 3
          source: Timber manual, section 2

      """
    try course.rule(
      "{minimum: 60, quizzes: [nails, {quiz: joinery/planks, weight: 2, minimum: 40}]}"
    )
    let csv = """
      id,name,group
      p01,Ana Núñez,A
      p02,Noor,B
      p03,王小明,B
      p04,Bruno,A
      p05,Chidi,A

      """
    _ = try course.markbook.importRoster(
      Roster.parse(SourceText(file: "roster.csv", text: csv)),
      at: Timestamp(milliseconds: 0)
    )
  }

  private func progress(
    _ change: (inout ProgrammeProgress.Request) -> Void = { _ in }
  ) throws -> ProgrammeProgress {
    var request = ProgrammeProgress.Request()
    change(&request)
    return try ProgrammeProgress(request, in: course, course.markbook, at: Moment(course.now))
  }

  private func states(at quiz: String) throws -> [String] {
    let progress = try progress()
    let index = try #require(progress.columns.firstIndex { $0.shortName == quiz })
    return progress.rows.map { $0.cells[index].state.rawValue }
  }

  private func verdict(of id: String) throws -> PassVerdict {
    try #require(try progress().row(of: id).verdict)
  }

  /// What earns 62.5 percent at the planks.
  private static let right = ["t", "t", "yes"]

  @Test func `each state is another one`() throws {
    try course.sit("nails", by: "p01", typing: ["t", "f", "yes"])
    try course.sit("nails", by: "p02", typing: ["f", "t", "yes"])
    try course.sit("nails", by: "p03", typing: ["t"])
    try course.give(Override(isExcused: true), to: "p05", at: "joinery/nails")
    #expect(try states(at: "nails") == ["passed", "failed", "in-progress", "open", "excused"])
    #expect(try states(at: "planks") == Array(repeating: "not-started", count: 5))
    try course.sit(by: "p01", typing: Course.responses)
    #expect(try states(at: "crafts").first == "waiting")
    course.now = try instant("2026-04-21T00:00-04:00")
    #expect(try states(at: "nails") == ["passed", "failed", "passed", "missed", "excused"])
  }

  @Test func `a quiz that opens later is not yet open`() throws {
    course.now = try instant("2026-03-01T00:00-05:00")
    #expect(try states(at: "nails") == Array(repeating: "not-yet-open", count: 5))
  }

  @Test func `a quiz without a pass mark is done when it is submitted`() throws {
    try course.edit("quizzes/joinery/nails.yaml", "pass: 50\n", "")
    try course.sit("nails", by: "p01", typing: ["t", "f", "yes"])
    #expect(try states(at: "nails").first == "done")
  }

  @Test func `who passes whatever follows has passed, and who cannot any more has failed`() throws {
    #expect(try verdict(of: "p01").outcome == .open)
    try course.sit("planks", by: "p01", typing: Self.right)
    let half = try verdict(of: "p01")
    #expect(half.outcome == .open)
    try course.sit("nails", by: "p01", typing: ["t", "f", "yes"])
    let whole = try verdict(of: "p01")
    // (100 + 2 · 62.5) ÷ 3
    #expect(whole.mean == 75)
    #expect(whole.outcome == .passed)
    #expect(whole.reasons == [])
    course.now = try instant("2026-04-21T00:00-04:00")
    let missing = try verdict(of: "p04")
    #expect(missing.mean == 0)
    // The planks never close.
    #expect(missing.outcome == .open)
  }

  @Test func `nothing is rounded at the minimum`() throws {
    try course.rule("{minimum: 62.5, quizzes: [planks]}")
    try course.sit("planks", by: "p01", typing: Self.right)
    #expect(try verdict(of: "p01").outcome == .passed)
    try course.rule("{minimum: 62.500001, quizzes: [planks]}")
    let failed = try verdict(of: "p01")
    #expect(failed.outcome == .failed)
    #expect(failed.reasons.map(\.words) == ["mean 62.5 percent, needed 62.500001"])
  }

  @Test func `an excused quiz is left out, and a part below its own minimum fails`() throws {
    try course.give(Override(isExcused: true), to: "p02", at: "joinery/nails")
    try course.sit("planks", by: "p02", typing: Self.right)
    #expect(try verdict(of: "p02").mean == Rational(125, over: 2))
    #expect(try verdict(of: "p02").outcome == .passed)
    try course.sit("planks", by: "p03", typing: ["f", "t", "yes"])
    let failed = try verdict(of: "p03")
    #expect(failed.outcome == .failed)
    #expect(failed.reasons.contains(.part("joinery/planks", 0, minimum: 40)))
    try course.give(Override(isExcused: true), to: "p04", at: nil)
    #expect(try verdict(of: "p04").reasons == [.excusedFromAll])
    try course.give(Override(isExcused: false), to: "p04", at: "joinery/nails")
    #expect(try verdict(of: "p04").reasons != [.excusedFromAll])
  }

  @Test func `essays that wait leave it open, unless they cannot decide it`() throws {
    course.setCrafts("attempts", "1")
    try course.rule("{minimum: 80, quizzes: [crafts]}")
    try course.sit(by: "p01", typing: Course.responses)
    let waiting = try verdict(of: "p01")
    #expect(waiting.outcome == .open)
    #expect(waiting.reasons.contains(.awaitsMarks("joinery/crafts")))
    try course.rule("{minimum: 10, quizzes: [crafts]}")
    #expect(try verdict(of: "p01").outcome == .passed)
  }

  @Test func `attendance that is required decides too`() throws {
    try course.rule("{minimum: 50, quizzes: [planks], attendance: 80}")
    try course.sit("planks", by: "p01", typing: Self.right)
    #expect(try verdict(of: "p01").reasons == [.attendanceUnknown])
    let programme = course.programme()
    let few = try #require(Attendance(present: 3, of: 4))
    let many = try #require(Attendance(present: 4, of: 5))
    #expect(try course.markbook.recordAttendance(["p01": few], for: programme, at: course.now) == 1)
    #expect(try verdict(of: "p01").reasons == [.attendance(75, minimum: 80)])
    #expect(
      try course.markbook.recordAttendance(["p01": many], for: programme, at: course.now) == 1
    )
    #expect(try verdict(of: "p01").outcome == .passed)
    #expect(
      try course.markbook.recordAttendance(["p01": many], for: programme, at: course.now) == 0
    )
  }

  @Test func `the rule that was published last decides`() throws {
    try course.sit("planks", by: "p01", typing: Self.right)
    try course.rule("{minimum: 60, quizzes: [planks]}")
    let curriculum = try course.curriculum(nil).curriculum
    #expect(try course.publishPassRule(of: curriculum, in: course.markbook, at: course.now))
    #expect(try !course.publishPassRule(of: curriculum, in: course.markbook, at: course.now))
    try course.rule("{minimum: 90, quizzes: [planks]}")
    #expect(try verdict(of: "p01").outcome == .passed)
    #expect(try progress().rule?.fileDiffers == true)
    let other = try course.curriculum(nil).curriculum
    #expect(try course.publishPassRule(of: other, in: course.markbook, at: course.now))
    #expect(try verdict(of: "p01").outcome == .failed)
    #expect(try progress().rule?.fileDiffers == false)
    guard case .whole = try course.markbook.verify() else {
      Issue.record("the record is not whole")
      return
    }
  }

  @Test func `a rule stays what it is in the record`() throws {
    let rule = try #require(try course.curriculum(nil).curriculum.passRule)
    let read = try #require(PassRule(stored: rule.stored))
    #expect(read.stored == rule.stored)
    #expect(read.parts.map(\.weight) == [1, 2])
    #expect(PassRule(stored: "[]") == nil)
  }

  @Test func `the gain counts those who sat both tests`() throws {
    try course.sit("nails", by: "p01", typing: ["t", "t", "yes"])
    try course.sit("planks", by: "p01", typing: Self.right)
    try course.sit("nails", by: "p02", typing: ["t", "f", "yes"])
    let gain = try #require(
      try progress {
        $0.before = "nails"
        $0.after = "planks"
      }.gain
    )
    #expect(gain.count == 1)
    #expect(gain.differences.mean == 12.5)
    #expect(gain.normalized == 0.25)
    #expect(try progress().gain == nil)
  }

  @Test func `the whole programme is shown in every form`() throws {
    try course.sit("nails", by: "p01", typing: ["t", "f", "yes"])
    try course.sit("nails", by: "p02", typing: ["f", "t", "yes"])
    try course.sit("nails", by: "p03", typing: ["t"])
    try course.sit("planks", by: "p01", typing: Self.right)
    try course.sit(by: "p02", typing: Course.responses)
    try course.give(Override(isExcused: true), to: "p05", at: "joinery/nails")
    let progress = try progress()
    for width in [40, 80, 100] {
      expectGolden(progress.text(width: width), "progress-\(width).txt")
    }
    let notes: KeyValuePairs = ["head": "HEAD", "verified": "yes"]
    expectGolden(progress.matrix().csv(), "progress.csv")
    expectGolden(progress.weeks().csv(), "progress-quizzes.csv")
    expectGolden(progress.json(notes: notes), "progress.json")
    expectGolden(progress.page(notes: notes), "progress.html")
    let row = try progress.row(of: "p02")
    expectGolden(progress.text(of: row), "progress-participant.txt")
    expectGolden(progress.page(of: row, notes: notes), "progress-participant.html")
    #expect(!progress.page(of: row).contains("Ana"))
    let nails = try #require(progress.columns.firstIndex { $0.shortName == "nails" })
    expectGolden(progress.text(ofColumn: nails), "progress-quiz.txt")
    expectGolden(progress.page(ofColumn: nails, notes: notes), "progress-quiz.html")
  }

  @Test func `groups, and participants of other programmes, can be left out`() throws {
    #expect(try progress { $0.groups = ["B"] }.rows.map(\.participant.id) == ["p02", "p03"])
    #expect(throws: UnknownName.group("Z", among: ["A", "B"])) {
      try progress { $0.groups = ["Z"] }
    }
    let csv = "id,name,programme\np01,Ana Núñez,welding\np02,Noor,welding; joinery\n"
    _ = try course.markbook.importRoster(
      Roster.parse(SourceText(file: "roster.csv", text: csv)),
      at: course.now
    )
    #expect(try progress().rows.map(\.participant.id) == ["p02", "p03", "p04", "p05"])
  }

  @Test func `a rule names quizzes that exist and are graded`() throws {
    try course.rule("{minimum: 60, quizzes: [nials, joints, planks]}")
    var check = WorkspaceCheck(in: course)
    for path in course.curricula() + course.quizzes() { try check.read(path) }
    let messages = check.findings().sorted.map(\.message)
    #expect(messages.contains("the quiz 'nials' is not declared"))
    #expect(
      messages.contains("the quiz 'joinery/joints' counts for passing, but it is for practice")
    )
    #expect(messages.count { $0.contains("counts for passing") } == 1)
  }
}

extension Course {
  /// Gives the curriculum a rule for passing.
  fileprivate func rule(_ rule: String) throws {
    let path = "curricula/joinery.yaml"
    let text = (texts[path] ?? "").split(separator: "\npass: ")[0]
    texts[path] = text + "\npass: \(rule)\n"
  }
}
