internal import Curricula

/// The rooms and the starts that are left to a session where a constraint asks for both at once, as a
/// pin does.
///
/// What is left is each room that is open at some start, and each start at which some room is open. For
/// a pin that is its room and its start, so that it holds by construction.
struct RoomsAndStarts {
  /// The rooms that are left; -1 where there are none at all.
  private(set) var rooms: [Int]
  /// The starts that are left, in the order of time.
  private(set) var runs: [PlacementDraft.Run]

  /// The placements above which all rooms and starts are left.
  private static let limit = 50_000

  /// Looks at a session held by a team, which could use some rooms at some starts.
  ///
  /// - Complexity: O(rooms × starts × terms).
  init(
    _ session: Int,
    _ team: Problem.Team,
    _ problem: Problem,
    rooms: [Int],
    runs: [PlacementDraft.Run],
    terms: [PlacementTerms.Term]
  ) {
    self.rooms = rooms
    self.runs = runs
    let grid = problem.curriculum.grid
    let starts = runs.reduce(0) { $0 + Int($1.last - $1.first) / grid + 1 }
    guard !terms.isEmpty, starts <= Self.limit / max(1, rooms.count) else { return }
    var open: Set<Int> = []
    self.runs = []
    for run in runs {
      var isOpen = false
      for start in stride(from: run.first, through: run.last, by: grid) {
        let found = rooms.filter { room in
          let placement = Placement(
            session: session,
            block: Int(run.block),
            start: Int(start),
            room: room < 0 ? nil : room,
            trainers: team.trainers
          )
          return terms.cost(of: placement).hard == 0
        }
        open.formUnion(found)
        if found.isEmpty {
          isOpen = false
        } else if isOpen {
          self.runs[self.runs.count - 1].last = start
        } else {
          isOpen = true
          self.runs.append(PlacementDraft.Run(block: run.block, first: start, last: start))
        }
      }
    }
    self.rooms = rooms.filter(open.contains)
  }
}
