/// Each placement by itself: Σ over the placements taken in of an excess that each alone decides.
struct Single: Shape {
  let selection: Selection
  /// The sessions that may be taken in.
  let sessions: [Int]
  /// The parts of a placement on which the excess depends.
  let reads: Parts
  /// Whether the excess is the same for all sessions of equal minutes.
  let isAlike: Bool
  /// The excess of one placement, 0 or more; 0 for one that is not taken in.
  let excess: @Sendable (Placement) -> Int

  /// Parts of a placement beside the session.
  struct Parts: OptionSet, Sendable {
    let rawValue: Int
    /// The block only.
    static let block = Parts(rawValue: 1)
    /// The block and the start.
    static let start = Parts(rawValue: 2)
    /// The room.
    static let room = Parts(rawValue: 4)
    /// The trainers.
    static let trainers = Parts(rawValue: 8)
  }

  /// Looks at the placements of some sessions.
  init(of sessions: [Int], reads: Parts, excess: @escaping @Sendable (Placement) -> Int) {
    selection = .sessions(sessions)
    self.sessions = sessions
    self.reads = reads
    isAlike = false
    self.excess = excess
  }

  /// Looks at the placements of a subject.
  init(
    of subject: Subject,
    reads: Parts,
    isAlike: Bool = false,
    excess: @escaping @Sendable (Placement) -> Int
  ) {
    let selection = subject.selection
    self.selection = selection
    sessions = subject.sessions
    self.isAlike = isAlike
    guard !selection.isFixed else {
      self.reads = reads
      self.excess = excess
      return
    }
    self.reads = reads.union(selection.dependsOnRooms ? .room : .trainers)
    self.excess = { selection.takesIn($0) ? excess($0) : 0 }
  }

  var outlook: Outlook { .single(self) }
  let isInMinutes = false

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: selection)
      .map { Violation(by: [$0], excess: excess($0)) }
      .filter { $0.excess > 0 }
  }

  func count(in draft: inout Draft, at level: Level) { draft.singles.append((self, level)) }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) {
    for session in sessions {
      guard let rank = compiler.ranks[session] else { continue }
      if weight == .hard || compiler.part.penalised.contains(session) {
        compiler.singles[rank].append(Track.Weighted(single: self, weight: weight))
      } else {
        compiler.giveUp()
      }
    }
  }

  /// What placements cost one by one is what each way to hold a session costs.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {}

  var tie: Tie { .none }

  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    let members = sessions.compactMap(excerpt.position)
    guard !members.isEmpty else { return nil }
    return Single(of: members, reads: reads) { [excess, sessions = excerpt.sessions] placement in
      var placement = placement
      placement.session = sessions[placement.session]
      return excess(placement)
    }
  }

  /// What depends on the start costs as much as at the start that suits it best.
  var coarse: Coarse {
    guard reads.contains(.start) else { return .kept }
    let parts = reads.subtracting(.start).union(.block)
    return .eased { [excess, sessions] problem in
      Single(of: sessions, reads: parts) { placement in
        var least = Int.max
        for start in problem.starts(of: placement.session, in: placement.block) {
          var placement = placement
          placement.start = start
          least = min(least, excess(placement))
          if least == 0 { break }
        }
        return least == .max ? 1 : least
      }
    }
  }

  var distinctions: [Distinction] { [] }

  func eased(by excess: Int) -> Easing {
    .none(because: "what is wanted of single placements is no number")
  }

  /// The same, but for the placements of a day.
  func exempting(_ day: Int, of problem: Problem) -> Single {
    Single(of: sessions, reads: reads.union(.block)) {
      [excess, dayOfBlock = problem.dayOfBlock] placement in
      dayOfBlock[placement.block] == day ? 0 : excess(placement)
    }
  }
}

extension Constraint {
  /// The shape of a constraint that looks at single placements, `nil` for any other.
  var single: Single? {
    if case .single(let single) = shape.outlook { single } else { nil }
  }
}
