internal import Curricula
internal import Diagnostics
internal import Publishing
public import Quizzes
internal import Records
internal import Timetabling

extension WorkspaceContents {
  /// The quizzes there are, by name.
  public func quizFiles() -> [QuizFile] {
    let root = path("quizzes") + "/"
    return quizzes().map { file in
      let ending = file.hasSuffix(".yml") ? 4 : 5
      return QuizFile(name: String(file.dropFirst(root.count).dropLast(ending)), path: file)
    }
  }

  /// Finds a quiz by its name, its short name where that is unique, or as the quiz of a week.
  ///
  /// - Throws: ``UnknownName``; for the quiz of a week also what keeps the curriculum from being read.
  public func quizFile(_ wanted: String) throws -> QuizFile {
    let files = quizFiles()
    guard !files.isEmpty else { throw UnknownName.noQuiz(in: path("quizzes")) }
    if let week = Self.week(wanted) { return try quizFile(ofWeek: week, among: files) }
    if let file = files.first(where: { $0.name == wanted || $0.path == wanted }) { return file }
    let matches = files.filter { $0.shortName == wanted }
    if matches.count == 1 { return matches[0] }
    throw matches.isEmpty
      ? UnknownName.quiz(wanted, among: files.map(\.shortName))
      : UnknownName.oneOfQuizzes(wanted, matches.map(\.name))
  }

  /// Reads a quiz with the items that its banks lend it, or throws what is wrong with it.
  public func quiz(_ file: QuizFile) throws -> Quiz {
    var findings = Findings()
    let whole = whole(try writtenQuiz(file), readFrom: file.path, &findings)
    if findings.hasErrors { throw findings }
    return whole
  }

  /// Reads a quiz as its file has it, without the items of its banks, or throws what is wrong with it.
  func writtenQuiz(_ file: QuizFile) throws -> Quiz {
    try Quiz.parse(text(of: file.path))
  }

  /// A quiz with the items that its banks lend it.
  ///
  /// - Parameters:
  ///   - quiz: What its file says.
  ///   - path: The path of its file; banks are named from the folder in which it lies.
  ///   - read: The quizzes that were read already, by their paths.
  ///   - findings: Where banks that cannot be read are reported, and draws that cannot be filled.
  /// - Returns: The quiz with all its items; as its file has it where a bank cannot be read.
  func whole(
    _ quiz: Quiz,
    readFrom path: String,
    knowing read: [String: Quiz] = [:],
    _ findings: inout Findings
  ) -> Quiz {
    let lenders = lenders(of: quiz, readFrom: path, knowing: read, &findings)
    return findings.hasErrors ? quiz : quiz.borrowing(from: lenders, &findings)
  }

  /// The banks of a quiz by their names; see ``whole(_:readFrom:knowing:_:)``.
  func lenders(
    of quiz: Quiz,
    readFrom path: String,
    knowing read: [String: Quiz] = [:],
    _ findings: inout Findings
  ) -> [String: Quiz] {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    var lenders: [String: Quiz] = [:]
    for bank in quiz.banks {
      let known = ["yaml", "yml"].compactMap { read["\(folder)\(bank.name).\($0)"] }
      if let quiz = known.first {
        lenders[bank.name] = quiz
        continue
      }
      let sources = ["yaml", "yml"].compactMap { ending in
        try? text(of: "\(folder)\(bank.name).\(ending)")
      }
      guard let source = sources.first else {
        findings.error(
          at: bank.location,
          "there is no quiz '\(bank.name)' in the folder of this one",
          remedy: "name a quiz in this folder or below it, such as practice/week-1"
        )
        continue
      }
      do {
        lenders[bank.name] = try Quiz.parse(source)
      } catch {
        findings.error(
          at: bank.location,
          "the bank '\(bank.name)' has problems",
          remedy: "see them with 'seminar check \(source.file)'"
        )
      }
    }
    return lenders
  }

  /// For each week of the curriculum that was chosen, or is the only one, the module that has most of its
  /// minutes.
  ///
  /// The last published revision counts; before one is published, the timetable that `seminar timetable`
  /// proves optimal. Empty when there is neither.
  func modulesByWeek() throws -> [Int: String] {
    try modulesByWeek(of: curriculum(nil).curriculum)
  }

  /// For each week of a curriculum the module that has most of its minutes; see ``modulesByWeek()``.
  func modulesByWeek(of curriculum: Curriculum) throws -> [Int: String] {
    let problem = try Timetabling.Problem(curriculum)
    var minutes: [Int: [Int: Int]] = [:]
    for (session, week) in try weeks(of: problem) {
      let facts = problem.sessions[session]
      minutes[week, default: [:]][facts.module, default: 0] += facts.minutes
    }
    return minutes.compactMapValues { modules in
      modules.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
        .map { problem.curriculum.modules[$0.key].id }
    }
  }

  /// The week of each session of a curriculum; empty when there is no timetable.
  ///
  /// The last published revision counts; before one is published, the timetable that `seminar timetable`
  /// proves optimal.
  func weeksBySession(of curriculum: Curriculum) throws -> [String: Int] {
    let problem = try Timetabling.Problem(curriculum)
    return Dictionary(
      try weeks(of: problem).map { (problem.curriculum.sessions[$0.session].id, $0.week) }
    ) { first, _ in first }
  }

  /// The sessions of a timetable by index, each with its week.
  private func weeks(of problem: Timetabling.Problem) throws -> [(session: Int, week: Int)] {
    if let last = try revisions(of: Programme(problem.curriculum)).last {
      return last.entries.compactMap { entry in
        problem.session(named: entry.session).map { ($0, entry.week) }
      }
    }
    // Some seconds at most: people wait for a list of quizzes.
    guard let optimum = try Ways(problem.ways()).optimum(steps: 8_000_000) else { return [] }
    let timetable = optimum.timetable
    return timetable.placements.compactMap { placement in
      let id = timetable.problem.curriculum.sessions[placement.session].id
      return problem.session(named: id).map { ($0, timetable.week(of: placement)) }
    }
  }

  /// The number in `week-03`.
  private static func week(_ name: String) -> Int? {
    name.lowercased().wholeMatch(of: /week-?([0-9]{1,4})/).flatMap { Int($0.1) }
  }

  private func quizFile(ofWeek week: Int, among files: [QuizFile]) throws -> QuizFile {
    if let programme = selfPaced(named: nil) {
      throw UnknownName.weekWithoutDates(programme: programme.id)
    }
    let modules = try modulesByWeek()
    guard let module = modules[week] else {
      throw UnknownName.week(week, among: modules.keys.sorted())
    }
    let present = Programme(try curriculum(nil).curriculum)
    let curriculum = present.curriculum
    if let file = files.first(where: { $0.name == "\(curriculum)/\(module)" }) { return file }
    // The quizzes may lie in another folder; what they say of themselves counts.
    let others = files.filter { file in
      let quiz = try? writtenQuiz(file)
      let isOwn = quiz?.curricula.contains { Programme(label: $0.name).admits(present) } ?? false
      return isOwn && quiz?.module?.name == module
    }
    if others.count == 1 { return others[0] }
    throw UnknownName.quizOfWeek(week, module: module, curriculum: curriculum)
  }
}
