internal import Curricula
internal import Diagnostics

/// No more than so many minutes without a break.
///
/// A run is a row of placements in one block with pauses shorter than the break between them.
/// Excess: for each run of two or more placements the minutes, from its start to its end, above the
/// limit. One long session is its own affair.
struct Break: Constraint, ConstraintReader {
  static let name = "break"

  let origin: Origin
  let selection: Selection
  let limit: Int
  let pause: Int

  func violations(in timetable: Timetable) -> [Violation] {
    var runs: [[Placement]] = []
    for placement in timetable.placements(of: selection) {
      if let last = runs.last?.last, last.block == placement.block,
        placement.start - timetable.end(of: last) < pause
      {
        runs[runs.count - 1].append(placement)
      } else {
        runs.append([placement])
      }
    }
    return runs.filter { $0.count > 1 }.compactMap { run in
      let end = run.map(timetable.end(of:)).max() ?? 0
      let excess = end - run[0].start - limit
      return excess > 0 ? Violation(by: run, excess: excess) : nil
    }
  }

  var form: Form {
    .sequence(SequenceForm(selection: selection, pattern: .unbroken(run: limit, pause: pause)))
  }

  /// Reads `break: {of: each group, after: 120 minutes, least: 15 minutes}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let keys = ["of", "after", "least"]
    guard let fields = Fields(declaration.argument, of: name, keys: keys, &findings) else {
      return []
    }
    let subjects = fields.required("of", &findings)
      .map { Subject.read($0, in: frame, &findings) }
    let after = fields.required("after", &findings)?.quantity(of: ["minutes"], &findings)
    let least = fields.required("least", &findings)?.quantity(of: ["minutes"], &findings)
    guard let subjects, let after, let least else { return [] }
    return subjects.map { subject in
      Break(
        origin: declaration.origin(
          "\(subject.label) has a break of \(least.amount) minutes after at most "
            + "\(after.amount) minutes"
        ),
        selection: subject.selection,
        limit: after.amount,
        pause: least.amount
      )
    }
  }
}

/// Sessions of a sort are not held one right after the other.
///
/// Excess: 1 for each two of them in one block between which the group has no other session.
struct NotInARow: Constraint, ConstraintReader {
  static let name = "not-in-a-row"

  let origin: Origin
  let sessions: [Int]
  let among: [Int]

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: .sessions(among))
    return zip(placements, placements.dropFirst())
      .filter { first, second in
        first.block == second.block && sessions.contains(first.session)
          && sessions.contains(second.session)
      }
      .map { Violation(by: [$0, $1], excess: 1) }
  }

  var form: Form {
    .sequence(
      SequenceForm(selection: .sessions(sessions), pattern: .backToBack(among: among))
    )
  }

  /// Reads `not-in-a-row: kind workshop`, for each group.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    Subject.read(declaration.argument, in: frame, &findings).flatMap { subject in
      let sessions = Set(subject.sessions(in: frame))
      return frame.curriculum.groups.indices.compactMap { group -> NotInARow? in
        let among = frame.sessions.indices.filter { frame.sessions[$0].groups.contains(group) }
        let concerned = among.filter(sessions.contains)
        guard concerned.count > 1 else { return nil }
        return NotInARow(
          origin: declaration.origin("\(subject.label) are not held one after the other"),
          sessions: concerned,
          among: among
        )
      }
    }
  }
}

/// A day has no session that stands alone.
///
/// Excess: 1 for each placement that neither begins when another of the day ends nor ends when
/// another begins. With blocks of one period each this is the curriculum compactness of the
/// International Timetabling Competition 2007, third track.
struct NotIsolated: Constraint, ConstraintReader {
  static let name = "not-isolated"

  let origin: Origin
  let selection: Selection

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.gather(timetable.placements(of: selection), by: timetable.day(of:))
      .flatMap { _, placements in
        placements.filter { placement in
          !placements.contains {
            $0.start == timetable.end(of: placement) || timetable.end(of: $0) == placement.start
          }
        }
      }
      .map { Violation(by: [$0], excess: 1) }
  }

  var form: Form { .sequence(SequenceForm(selection: selection, pattern: .isolated)) }

  /// Reads `not-isolated: each group`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    Subject.read(declaration.argument, in: frame, &findings).map { subject in
      NotIsolated(
        origin: declaration.origin("no session of \(subject.label) stands alone in its day"),
        selection: subject.selection
      )
    }
  }
}
