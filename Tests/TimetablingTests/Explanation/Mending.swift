import Curricula
import Diagnostics
import MarkedTexts
import Testing

@testable import Timetabling

/// Follows the sentences of repairs as a coordinator would: in the text of the curriculum where the
/// sentence says what to write, else by what the named declaration asks of a day.
struct Mending {
  private let impossible: Impossible
  private var text: String

  init(_ impossible: Impossible) {
    self.impossible = impossible
    text = impossible.marked.text
  }

  /// The problem after all changes of a repair.
  func problem(after repair: Conflict.Repair) throws -> Problem {
    var mending = self
    var others: [Conflict.Change] = []
    for change in repair.changes where try !mending.write(change) { others.append(change) }
    let source = SourceText(file: Impossible.file, text: mending.text)
    return try others.reduce(Problem(Curriculum.parse(source).curriculum)) { problem, change in
      try Self.problem(problem, after: change)
    }
  }

  /// Follows a sentence that says what to write; false where it does not.
  private mutating func write(_ change: Conflict.Change) throws -> Bool {
    let sentence = change.sentence
    if let match = sentence.firstMatch(of: /^shorten '(.+)' from (\d+) to (\d+) minutes$/) {
      try replace("minutes: \(match.2)", with: "minutes: \(match.3)", in: "id: \(match.1),")
    } else if let match = sentence.firstMatch(of: /^let somebody else hold '(.+)'$/) {
      let line = try #require(
        text.split(separator: "\n").first { $0.contains("id: \(match.1),") }
      )
      let trainers = try #require(line.firstMatch(of: /, trainers: \[[^\]]*\]/))
      text = text.replacing(line, with: line.replacing(trainers.0, with: ""))
    } else if let match = sentence.firstMatch(of: /^(?:raise|lower) the limit from (\d+) to (\d+):/)
    {
      try replace(": \(match.1)", with: ": \(match.2)", at: change.fact.location.line)
    } else if let match = sentence.firstMatch(
      of: /^let the .+ (?:to) (\d\d:\d\d),? end at (\d\d:\d\d)$/
    ) {
      try replace("to: \(match.1)", with: "to: \(match.2)", at: change.fact.location.line)
    } else if let match = sentence.firstMatch(
      of: /^open another block in week \d+, such as on (.+), (\d\d:\d\d) to (\d\d:\d\d)$/
    ) {
      let date = try Self.date(String(match.1))
      let block = "  - {on: \(date), from: \(match.2), to: \(match.3)}\n"
      text = text.replacing("blocks:\n", with: "blocks:\n" + block, maxReplacements: 1)
    } else {
      return false
    }
    return true
  }

  private mutating func replace(_ piece: String, with other: String, in line: String) throws {
    let old = try #require(text.split(separator: "\n").first { $0.contains(line) })
    try #require(old.contains(piece))
    text = text.replacing(old, with: old.replacing(piece, with: other))
  }

  private mutating func replace(_ piece: String, with other: String, at line: Int) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try #require(lines.indices.contains(line - 1) && lines[line - 1].contains(piece))
    lines[line - 1] = lines[line - 1].replacing(piece, with: other)
    text = lines.joined(separator: "\n")
  }

  /// Follows a sentence about a declaration: on one day only, or altogether.
  private static func problem(
    _ problem: Problem,
    after change: Conflict.Change
  ) throws -> Problem {
    let isWhole = change.sentence.contains("' altogether")
    let concerned = problem.constraints.indices.filter { index in
      let origin = problem.constraints[index].origin
      return origin == change.fact || isWhole && origin.location == change.fact.location
    }
    try #require(!concerned.isEmpty, "'\(change.fact.sentence)' is no declaration")
    let match = change.sentence.firstMatch(
      of: /(?:also|be held|another time) (?:come |be held )?(?:on|of) (\d+ \w+ \d{4})(?: instead)?$/
    )
    guard let match else {
      return problem.with(
        constraints: problem.constraints.enumerated()
          .filter { !concerned.contains($0.offset) }.map(\.element)
      )
    }
    let date = try date(String(match.1))
    let constraints = try problem.constraints.enumerated().map { index, constraint in
      guard concerned.contains(index) else { return constraint }
      guard let single = constraint.single else {
        throw Unfollowed(sentence: change.sentence)
      }
      // A pin is moved to the day; anything else leaves the day free.
      let isPin = constraint.origin.name == Pin.name
      let rule = Single(of: single.sessions, reads: [.block, .start, .room, .trainers]) {
        problem.blocks[$0.block].date == date ? 0 : isPin ? 1 : single.excess($0)
      }
      return Constraint(constraint.origin, rule)
    }
    return problem.with(constraints: constraints)
  }

  /// A sentence that asks for what no test can do.
  struct Unfollowed: Error {
    let sentence: String
  }

  /// The day in words such as "2 March 2026".
  private static func date(_ words: String) throws -> CivilDate {
    let first = try #require(CivilDate("2026-01-01"))
    return try #require((0..<365).map(first.adding(days:)).first { $0.spelled == words })
  }
}
