import Curricula

@testable import Timetabling

/// Every single change of every kind to a problem, tried with all timetables.
struct EverySingleChange {
  private let problem: Problem
  private let limit: Int

  /// A kind of change, which decides how many of those that work are told.
  enum Kind: Hashable, CaseIterable {
    /// A declaration, or a part of it, no longer holds.
    case declaration
    case shorterSession, otherTrainer, laterEnd, anotherBlock, room, leftOut
  }

  /// A change with which there is a timetable.
  struct Change {
    let kind: Kind
    /// How its sentence begins; for a declaration, what it says.
    let opening: String
    /// The declaration.
    var fact: Origin?

    /// Whether a repair is this change, or a finer one of the same declaration.
    func isOffered(by repair: Conflict.Repair) -> Bool {
      guard repair.changes.count == 1, let change = repair.changes.first else { return false }
      if let fact { return change.fact.location == fact.location }
      return change.sentence.hasPrefix(opening)
    }
  }

  /// Of a problem; what has more timetables than a limit is not judged.
  init(_ problem: Problem, limit: Int) {
    self.problem = problem
    self.limit = limit
  }

  private func isPossible(_ problem: Problem?) -> Bool {
    problem.flatMap { BruteForce($0, limit: limit) }?.optimum != nil
  }

  /// The sessions without which there is a timetable.
  var leftOut: [Change] {
    problem.sessions.indices.filter { session in
      let rest = Excerpt(
        of: problem,
        sessions: problem.sessions.indices.filter { $0 != session },
        constraints: Array(problem.constraints.indices)
      )
      return isPossible(rest.problem)
    }.map { Change(kind: .leftOut, opening: "leave out \(id($0))") }
  }

  /// All changes that keep every session and make a timetable possible.
  var working: [Change] {
    declarations + shorterSessions + otherTrainers + laterEnds + anotherBlocks + rooms
  }

  private var declarations: [Change] {
    problem.facts.filter { $0.session == nil && $0.origin.remedies.isPossible }.filter { fact in
      isPossible(
        problem.with(
          constraints: problem.constraints.enumerated()
            .filter { !fact.constraints.contains($0.offset) }.map(\.element)
        )
      )
    }.map { Change(kind: .declaration, opening: $0.origin.sentence, fact: $0.origin) }
  }

  private func id(_ session: Int) -> String { "'\(problem.curriculum.sessions[session].id)'" }

  private var shorterSessions: [Change] {
    problem.sessions.indices.filter { session in
      let grid = problem.curriculum.grid
      return stride(from: grid, to: problem.sessions[session].minutes, by: grid)
        .contains { isPossible(problem.with(minutes: $0, of: session)) }
    }.map { Change(kind: .shorterSession, opening: "shorten \(id($0)) ") }
  }

  private var otherTrainers: [Change] {
    problem.sessions.indices.filter { isPossible(problem.withoutTrainers(of: $0)) }
      .map { Change(kind: .otherTrainer, opening: "let somebody else hold \(id($0))") }
  }

  private var laterEnds: [Change] {
    let places = Set(problem.blocks.map(\.location)).sorted()
    return places.compactMap { place in
      let step = max(15, problem.curriculum.grid)
      let isEnough = stride(from: step, through: 180, by: step).contains { minutes in
        var curriculum = problem.curriculum
        for index in curriculum.blocks.indices where curriculum.blocks[index].location == place {
          let block = curriculum.blocks[index]
          let next = problem.blocks.filter { $0.date == block.date && $0.start >= block.end }
          let most = next.map(\.start).min() ?? 24 * 60
          curriculum.blocks[index].end = max(block.end, min(block.end + minutes, most))
        }
        return isPossible(try? Problem(curriculum))
      }
      guard isEnough else { return nil }
      let blocks = problem.blocks.filter { $0.location == place }
      func time(_ minutes: Int) -> String { TimeOfDay(onClock: minutes).description }
      let span = "\(time(blocks[0].start)) to \(time(blocks[0].end))"
      let which =
        blocks.count == 1
        ? "the block of \(blocks[0].date.spelled), \(span),"
        : "the \(blocks.count) blocks from \(span)"
      return Change(kind: .laterEnd, opening: "let \(which) end at ")
    }
  }

  private var anotherBlocks: [Change] {
    (ExtraBlocks(problem)?.candidates ?? []).filter { block in
      var curriculum = problem.curriculum
      curriculum.blocks = (curriculum.blocks + [block]).sorted {
        ($0.date, $0.start) < ($1.date, $1.start)
      }
      return isPossible(try? Problem(curriculum))
    }.map { Change(kind: .anotherBlock, opening: "open another block in week \($0.week),") }
  }

  private var rooms: [Change] {
    let curriculum = problem.curriculum
    return curriculum.rooms.flatMap { room -> [Change] in
      func changed(_ change: (inout Room) -> Void) -> Bool {
        var other = curriculum
        for index in other.rooms.indices where other.rooms[index].id == room.id {
          change(&other.rooms[index])
        }
        return isPossible(try? Problem(other))
      }
      func doubled() -> Bool {
        var other = curriculum
        var copy = room
        copy.id += "-2"
        other.rooms.append(copy)
        for index in other.sessions.indices where other.sessions[index].rooms.contains(room.id) {
          other.sessions[index].rooms.append(copy.id)
        }
        return isPossible(try? Problem(other))
      }
      var found: [String] = []
      if changed({ $0.features.insert("video-link") }) {
        found.append("give the room '\(room.id)' the feature")
      }
      if let seats = room.seats, seats < 30, changed({ $0.seats = 30 }) {
        found.append("give the room '\(room.id)' ")
      }
      if doubled() { found.append("declare another room like '\(room.id)'") }
      return found.map { Change(kind: .room, opening: $0) }
    }
  }
}
