/// A constraint that some placements may break: those of sessions that were held, or that somebody
/// allowed.
///
/// Excess: as the constraint's own, without the violations all of whose sessions are placed as an excuse
/// says.
struct Excused: Shape {
  let shape: any Shape
  let excuses: [Excuse]

  var selection: Selection { shape.selection }

  var outlook: Outlook { .several }

  var isInMinutes: Bool { shape.isInMinutes }

  func violations(in timetable: Timetable) -> [Violation] {
    shape.violations(in: timetable).filter { violation in
      !excuses.contains { $0.covers(violation, in: timetable) }
    }
  }

  func count(in draft: inout Draft, at level: Level) { draft.countByDefinition(self, at: level) }

  func follow(in compiler: inout TrackCompiler, at weight: Weight) { compiler.giveUp() }

  /// What may be broken says nothing.
  func relax(in relaxation: inout BlockRelaxation, at weight: Weight) {}

  var tie: Tie { .none }

  func excerpt(in excerpt: Excerpt) -> (any Shape)? {
    shape.excerpt(in: excerpt).map { inner in
      Excused(shape: inner, excuses: excuses.map { $0.excerpt(in: excerpt) })
    }
  }

  var coarse: Coarse { .dropped }

  var distinctions: [Distinction] { [.everything] }

  func eased(by excess: Int) -> Easing { .none(because: "some placements may break it") }
}

/// Placements that together may break a constraint.
struct Excuse: Sendable {
  /// The placements by session.
  private let placements: [Int: Placement]

  init(_ placements: [Placement]) {
    self.placements = Dictionary(placements.map { ($0.session, $0) }) { _, later in later }
  }

  /// Whether a placement is one of them.
  func covers(_ placement: Placement) -> Bool { placements[placement.session] == placement }

  /// Whether all sessions of a violation are placed as it says.
  func covers(_ violation: Violation, in timetable: Timetable) -> Bool {
    violation.sessions.allSatisfy { timetable.placement(of: $0).map(covers) ?? false }
  }

  /// The same with the indices of an excerpt.
  func excerpt(in excerpt: Excerpt) -> Excuse {
    Excuse(
      placements.values.compactMap { placement in
        excerpt.position(placement.session).map { position in
          var placement = placement
          placement.session = position
          return placement
        }
      }
    )
  }
}

extension Constraint {
  /// The same, but for placements that may break it.
  func excusing(_ excuses: [Excuse]) -> Constraint {
    guard let single else { return Constraint(origin, Excused(shape: shape, excuses: excuses)) }
    let parts: Single.Parts = [.block, .start, .room, .trainers]
    let excused = Single(of: single.sessions, reads: parts) { [excess = single.excess] placement in
      excuses.contains { $0.covers(placement) } ? 0 : excess(placement)
    }
    return Constraint(origin, excused)
  }
}
