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
    } else if sentence.hasPrefix("give the room '") || sentence.hasPrefix("declare another room") {
      try furnish(sentence)
    } else if let match = sentence.firstMatch(of: /^write 'except: \[(.+?)\]' in '.+?':/) {
      try except(String(match.1), at: change.fact.location.line)
    } else {
      return false
    }
    return true
  }

  /// Follows a sentence about a room.
  private mutating func furnish(_ sentence: String) throws {
    if let match = sentence.firstMatch(of: /^give the room '(.+)' the features? '(.+)'$/) {
      let features = match.2.split(separator: "', '").joined(separator: ", ")
      let line = try line("id: \(match.1),")
      let other =
        line.contains("features: [")
        ? line.replacing("features: [", with: "features: [\(features), ")
        : line.replacing("}", with: ", features: [\(features)]}")
      text = text.replacing(line, with: other)
    } else if let match = sentence.firstMatch(
      of: /^give the room '(.+)' (\d+) seats instead of (\d+)$/
    ) {
      try replace("seats: \(match.3)", with: "seats: \(match.2)", in: "id: \(match.1),")
    } else if let match = sentence.firstMatch(of: /^declare another room like '(.+)', for/) {
      let line = try line("id: \(match.1),")
      let other = line.replacing("id: \(match.1),", with: "id: \(match.1)-2,")
      text = text.replacing(line, with: "\(line)\n\(other)")
    } else {
      throw Unfollowed(sentence: sentence)
    }
  }

  /// Leaves a thing out of what the declaration in a line says of each.
  private mutating func except(_ name: String, at line: Int) throws {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let old = lines[line - 1]
    if let end = old.lastIndex(of: "}") {
      lines[line - 1] = old[..<end] + ", except: [\(name)]}"
    } else {
      let match = try #require(old.firstMatch(of: /: (each \w+)$/))
      lines[line - 1] = old.replacing(match.1, with: "{of: \(match.1), except: [\(name)]}")
    }
    text = lines.joined(separator: "\n")
  }

  private func line(_ piece: String) throws -> Substring {
    try #require(text.split(separator: "\n").first { $0.contains(piece) })
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
