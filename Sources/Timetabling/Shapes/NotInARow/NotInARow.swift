internal import Curricula
internal import Diagnostics

/// Sessions of a sort are not held one right after the other.
///
/// Excess: for each group that attends two or more of them, 1 for each two of them in one block
/// between which the group has no other session; pauses do not count. Where the curriculum has no
/// groups, all sessions are one group's.
struct NotInARow: PatternShape {
  let sessions: [Int]
  let among: [Int]

  var selection: Selection { .sessions(sessions) }

  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: .sessions(among))
    return zip(placements, placements.dropFirst())
      .filter { first, second in
        first.block == second.block && sessions.contains(first.session)
          && sessions.contains(second.session)
      }
      .map { Violation(by: [$0, $1], excess: 1) }
  }

  var row: Selection { .sessions(among) }

  func pattern(in problem: Problem) -> any DayPattern {
    let sort = Set(sessions)
    return SortInARow(isOfSort: problem.sessions.indices.map(sort.contains))
  }

  /// Without the sessions between there would be more to pay.
  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    let extent = compiler.extent(of: selection)
    guard extent.isWhole, compiler.extent(of: row).isWhole else {
      compiler.giveUp()
      return
    }
    guard extent.scope.count > 1 else { return }
    compiler.add(pattern(in: compiler.problem), of: row, extent, weight)
  }

  let tie = Tie.none

  /// Sessions left out could be held between.
  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    guard excerpt.hasAll(of: row) else { return nil }
    let kept = sessions.compactMap(excerpt.position)
    return kept.isEmpty
      ? nil : NotInARow(sessions: kept, among: among.compactMap(excerpt.position))
  }

  func coarse(in problem: Problem) -> Coarse { .dropped }

  var distinctions: [Distinction] { [.membership(selection), .membership(row)] }

  func eased(by excess: Int) -> Easing { .none(because: "there is no number in it") }
}

/// 1 for each two placements of a sort in one block between which none of the row begins.
private struct SortInARow: DayPattern {
  /// For each session whether it is of the sort.
  let isOfSort: [Bool]

  let grows = true
  let readsRooms = false
  let starts = StartDemand.none

  func excess(of row: inout DayRow, on day: Int) -> Int {
    var sum = 0
    for index in 1..<max(1, row.count) {
      let left = row[index &- 1]
      let right = row[index]
      if left.block == right.block, isOfSort[Int(left.session)], isOfSort[Int(right.session)] {
        sum &+= 1
      }
    }
    return sum
  }
}

extension NotInARow: ConstraintReader {
  static let name = "not-in-a-row"

  /// Reads `not-in-a-row: kind workshop`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let subjects = Arguments(declaration, isFixed: true, in: frame, &findings)?.subjects ?? []
    let groups = frame.curriculum.groups.indices.map { Subject.group($0, in: frame) }
    return subjects.flatMap { subject in
      let sessions = Set(subject.sessions)
      return (groups.isEmpty ? [.all(in: frame)] : groups).compactMap { group -> Constraint? in
        let concerned = group.sessions.filter(sessions.contains)
        guard concerned.count > 1 else { return nil }
        return Constraint(
          declaration.origin(
            .wishes,
            Statement("\(subject.label): no two are held one right after the other", about: subject)
          ),
          NotInARow(sessions: concerned, among: group.sessions)
        )
      }
    }
  }
}
