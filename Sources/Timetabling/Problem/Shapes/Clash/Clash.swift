internal import Curricula
internal import Diagnostics

/// One thing at a time, for each room, trainer and group.
struct Clash: SelectionShape {
  var selection: Selection

  var outlook: Outlook { .overlaps }
  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    let placements = timetable.placements(of: selection)
    return placements.indices.flatMap { first in
      placements[(first + 1)...]
        .prefix { timetable.day(of: $0) == timetable.day(of: placements[first]) }
        .filter { timetable.overlap(placements[first], $0) }
        .map { Violation(by: [placements[first], $0], excess: 1) }
    }
  }

  func count(in draft: inout Draft, at level: Level) {
    draft.clashes.add(draft.settled(selection), level)
  }

  /// Sessions in a row never overlap.
  func follow(in compiler: inout TrackCompiler, at weight: Weight) {}

  /// What is held one at a time takes no more minutes than the block has.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {
    if weight == .hard { relaxation.limitSteps(of: selection) }
  }

  var tie: Tie { .none }
  let needsAll = false
  var coarse: Coarse { .kept }
  var distinctions: [Distinction] { [] }

  func eased(by excess: Int) -> Easing { .none(because: "it lies in the nature of things") }

  static func all(in problem: Problem) -> [Constraint] {
    let curriculum = problem.curriculum
    func clash(
      _ who: String,
      _ place: Diagnostic.Location,
      _ selection: Selection
    ) -> Constraint {
      let statement = Statement("\(who) has one session at a time")
      return Constraint(
        Origin("clash", .hard, .given, statement, at: place),
        Clash(selection: selection)
      )
    }
    let groups = curriculum.groups.enumerated().map { index, group in
      let sessions = problem.sessions.indices.filter { problem.sessions[$0].groups.contains(index) }
      return clash("the group '\(group.id)'", group.location, .sessions(sessions))
    }
    let trainers = curriculum.trainers.enumerated().map { index, trainer in
      clash(trainer.name, trainer.location, .trainer(index))
    }
    let single = curriculum.rooms.enumerated().filter { _, room in
      !room.isShared && room.parts.isEmpty
    }
    let rooms = single.map { index, room in
      clash("the room '\(room.id)'", room.location, .all(inRoom: index, of: problem))
    }
    return groups + trainers + rooms
  }
}

extension Problem {
  /// That no two sessions are held at once.
  var oneAtATime: Constraint { rule(Clash(selection: .sessions(Array(sessions.indices)))) }
}
