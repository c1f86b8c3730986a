import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records
import TestFolders
import Timetabling

/// A workspace in memory with a markbook on the disk, at a time that the test sets; a class, because
/// the markbook is removed at the test's end.
final class Course: WorkspaceContents {
  /// There is no text under a path.
  struct Missing: Error {
    let path: String
  }

  private let folder: String
  let markbook: Markbook
  /// The texts by their paths.
  var texts: [String: String]
  /// What was published.
  var published: [Revision] = []
  /// The present: noon of 24 March 2026 in New York, and a second later with each line that is typed.
  var now = Timestamp(milliseconds: 1_774_368_000_000)

  /// The small course of the tests, with a roster of two.
  init() throws {
    folder = TestFolder.path("course")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    markbook = try Markbook(creatingIfMissing: folder + "/markbook.sqlite")
    texts = [
      "curricula/joinery.yaml": try Self.fixture("workspace/curricula/joinery.yaml"),
      "quizzes/joinery/joints.yaml": try Self.fixture("workspace/quizzes/joinery/joints.yaml"),
      "quizzes/joinery/tools.yaml": try Self.fixture("workspace/quizzes/joinery/tools.yaml"),
    ]
    let csv = "id,name,extra-time\np01,Ana Núñez,1\np02,Noor,1.5\n"
    let roster = try Roster.parse(SourceText(file: "roster.csv", text: csv))
    _ = try markbook.importRoster(roster, at: Timestamp(milliseconds: 0))
  }

  /// The course with a graded quiz that has a text to read, hints, gaps, units, a section, an essay and
  /// half an hour of time.
  static func ofCrafts() throws -> Course {
    let course = try Course()
    course.texts[crafts] = try fixture("quizzes/crafts.yaml")
    return course
  }

  /// The path of the quiz on crafts.
  static let crafts = "quizzes/joinery/crafts.yaml"
  /// What to type to it, in the order of its items.
  static let responses = ["", "b", "100", "a", "1", "Order,", "and light.", ".", "yes"]

  deinit {
    markbook.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func fixture(_ name: String) throws -> String {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = tests.appending(path: "SeminarTests/Fixtures/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
  }

  func path(_ name: String) -> String { name }

  func curricula() -> [String] { paths(in: "curricula/") }

  func quizzes() -> [String] { paths(in: "quizzes/") }

  private func paths(in folder: String) -> [String] {
    texts.keys.filter { $0.hasPrefix(folder) }.sorted()
  }

  func text(of path: String) throws -> SourceText {
    guard let text = texts[path] else { throw Missing(path: path) }
    return SourceText(file: path, text: text)
  }

  func revisions(of programme: Programme) throws -> [Revision] { published }
}

extension Course {
  /// Replaces a text, which must be there.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    guard let text = texts[path], text.contains(old) else { throw Missing(path: path) }
    texts[path] = text.replacing(old, with: new)
  }

  /// Changes the quiz on crafts: its line that begins so becomes another, or nothing.
  func setCrafts(_ key: String, _ value: String?) {
    var lines = (texts[Self.crafts] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    lines.removeAll { $0.hasPrefix("\(key):") }
    if let value { lines.insert("\(key): \(value)", at: 1) }
    texts[Self.crafts] = lines.joined(separator: "\n")
  }

  /// Lets the quiz on crafts show its right answers before it closes.
  func showCraftsAnswersEarly() throws {
    try edit(Self.crafts, "right-after: [marks, verdicts]", "right-after: everything")
  }

  /// Publishes the cheapest timetable.
  func publish() throws {
    let problem = try Timetabling.Problem(curriculum(nil).curriculum)
    guard let solution = Solver(problem).optimum(steps: 30_000_000) else {
      throw Missing(path: "timetable")
    }
    let publication = Publication(.laidOut(solution), of: problem, seed: 1)
    published.append(
      Revision(publication, number: published.count + 1, published: now.wholeSecond)
    )
  }

  /// Somebody by identifier; without one, a guest.
  func sitter(_ id: String?) throws -> Sitter {
    try Sitter(as: id, otherwise: "somebody", in: markbook)
  }

  /// How a participant stands with a quiz.
  func standing(at quiz: String = "crafts", of id: String? = "p01") throws -> Standing? {
    try QuizList(of: self, for: sitter(id), in: markbook, at: Moment(now)).rows
      .first { $0.file.shortName == quiz }?.standing
  }

  /// Opens a quiz, or goes on with it.
  func open(
    _ quiz: String = "crafts",
    by id: String? = "p01",
    practice: Bool = false
  ) throws -> Desk.Opening {
    let desk = try Desk(markbook: markbook, sitter: sitter(id), seed: 7, goOnCommand: nil)
    let quizDesk = try QuizDesk(desk, for: quizFile(quiz), isPractice: practice, in: self)
    var generator = SystemRandomNumberGenerator()
    switch try quizDesk.next(at: Moment(now)) {
    case .goOn(let recorded): return try quizDesk.goOn(with: recorded, at: Moment(now))
    case .begin(let beginning):
      return try quizDesk.begin(
        beginning,
        isIntroduced: false,
        at: Moment(now),
        using: &generator
      )
    }
  }

  /// Sits a quiz and leaves when there is no more to type.
  ///
  /// - Returns: What was shown.
  @discardableResult
  func sit(
    _ quiz: String = "crafts",
    by id: String? = "p01",
    practice: Bool = false,
    typing typed: [String]
  ) throws -> String {
    let opening = try open(quiz, by: id, practice: practice)
    var (sitting, turn) = (opening.sitting, opening.turn)
    var shown = turn.lines
    for input in typed.map(Input.line) + [.endOfInput] {
      guard case .ask = turn.next else { break }
      pass(.seconds(1))
      turn = try sitting.take(input, at: Moment(now))
      shown += turn.lines
    }
    return Self.text(of: shown)
  }

  /// What a participant may see of the last attempt now; `nil` where nothing was handed in.
  func results(of quiz: String = "crafts", by id: String? = "p01") throws -> String? {
    let last = try LastResults(
      at: quizFile(quiz),
      by: sitter(id),
      markbook,
      in: self,
      at: Moment(now)
    ) { events, attempt in
      try self.markbook.append(events, to: attempt.id, after: attempt.eventCount)
    }
    return last.map { Self.text(of: $0.heading + $0.results.lines()) }
  }

  /// Gives a participant an exception.
  ///
  /// - Returns: Whether an excuse was needed.
  @discardableResult
  func give(
    _ what: Override,
    to id: String = "p01",
    at quiz: String? = "joinery/crafts",
    because reason: String = "power cut",
    despite excuse: String? = nil
  ) throws -> Bool {
    let given = RecordedOverride(
      for: id,
      at: quiz,
      what,
      because: reason,
      by: "coordinator",
      at: now
    )
    return try give(
      given,
      for: programme(),
      despite: excuse,
      in: markbook,
      at: Moment(now)
    )
  }

  /// Lets some time go by.
  func pass(_ time: Duration) {
    now = Timestamp(milliseconds: now.milliseconds + Int64(time / .milliseconds(1)))
  }

  /// Why the quiz may not be begun; `nil` where it may.
  func refusal(
    of quiz: String = "crafts",
    by id: String? = "p01",
    practice: Bool = false
  ) throws -> NotAdmitted.Reason? {
    do {
      _ = try open(quiz, by: id, practice: practice)
      return nil
    } catch let refused as NotAdmitted {
      return refused.reason
    }
  }

  /// The events of the last attempt.
  func lastEvents() throws -> [Event] {
    try markbook.attempts().last.map { try markbook.events(of: $0.id) } ?? []
  }

  /// Lines as they are read.
  static func text(of lines: [Line]) -> String {
    lines.map { ($0.label.map { "\($0) " } ?? "") + $0.text }.joined(separator: "\n")
  }
}

/// An instant as it is written in files.
func instant(_ text: String) throws -> Timestamp {
  guard let instant = Timestamp(text) else { throw Course.Missing(path: text) }
  return instant
}
