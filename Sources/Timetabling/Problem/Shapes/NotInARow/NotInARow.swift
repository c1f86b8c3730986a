internal import Curricula
internal import Diagnostics

/// Sessions of a sort are not held one right after the other; pauses do not count.
///
/// Where the curriculum has no groups, all sessions are one group's.
struct NotInARow: PatternShape {
  let sessions: [Int]
  let among: [Int]

  var selection: Selection { .sessions(sessions) }
  var row: Selection { .sessions(among) }
  let isInMinutes = false
  let step = 1

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: row)
    return zip(placements, placements.dropFirst())
      .filter { first, second in
        first.block == second.block && sessions.contains(first.session)
          && sessions.contains(second.session)
      }
      .map { Violation(by: [$0, $1], excess: 1) }
  }

  func pattern(in problem: Problem) -> any DayPattern {
    let sort = Set(sessions)
    return SortInARow(isOfSort: problem.sessions.indices.map(sort.contains))
  }

  /// What is held in a block between sessions of the sort keeps so many of them apart, and no more.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    let others = among.filter { !sessions.contains($0) }
    for block in relaxation.order {
      let ofSort = sessions.compactMap { relaxation.held($0, in: block) }
      guard ofSort.count > 1 else { continue }
      let between = others.compactMap { relaxation.held($0, in: block) }
      relaxation.require(
        (ofSort + between.map { !$0 }).map { Term(1, $0) },
        atMost: 1 + between.count,
        weight
      )
    }
  }

  var tie: Tie { .none }
  /// Sessions left out could be held between.
  let needsAll = true

  /// Sessions of the sort that are left out could not have kept others of the sort apart.
  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    let between = among.filter { !sessions.contains($0) }
    guard excerpt.hasAll(of: .sessions(between)) else { return nil }
    let kept = sessions.compactMap(excerpt.position)
    return kept.isEmpty
      ? nil : NotInARow(sessions: kept, among: among.compactMap(excerpt.position))
  }

  var coarse: Coarse { .dropped }
  var distinctions: [Distinction] { [.membership(selection), .membership(row)] }

  func eased(by excess: Int) -> Easing { .none(because: "there is no number in it") }
}

/// How ``NotInARow`` reads a day.
private struct SortInARow: DayPattern {
  /// For each session whether it is of the sort.
  let isOfSort: [Bool]

  let grows = true
  let isByBlocks = true
  let readsRooms = false
  let starts = StartDemand.none

  func excess(of row: inout DayRow, on day: Int) -> Int {
    row.neighbours {
      $0.block == $1.block && isOfSort[Int($0.session)] && isOfSort[Int($1.session)]
    }
  }
}

extension NotInARow: ConstraintReader {
  static let name = "not-in-a-row"
  static let isFixed = true

  /// Reads `not-in-a-row: kind workshop`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let problem = arguments.problem
    let groups = problem.curriculum.groups.indices.map { Subject.group($0, in: problem) }
    return arguments.subjects.flatMap { subject in
      let sessions = Set(subject.sessions)
      let statement = Statement(
        "\(subject.label): no two are held one right after the other",
        about: subject
      )
      return (groups.isEmpty ? [.all(in: problem)] : groups).compactMap { group -> Constraint? in
        let concerned = group.sessions.filter(sessions.contains)
        guard concerned.count > 1 else { return nil }
        return Constraint(
          arguments.declaration.origin(.wishes, statement),
          NotInARow(sessions: concerned, among: group.sessions)
        )
      }
    }
  }
}
