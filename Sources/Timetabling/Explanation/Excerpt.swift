internal import Curricula

/// Some sessions of a problem with some of its constraints, as a problem of its own.
///
/// Leaving out sessions or constraints never makes a problem harder: a constraint that sessions left
/// out could help to satisfy, such as a least load, is left out with them. So what is impossible in an
/// excerpt is impossible in the whole.
struct Excerpt {
  /// The problem that it is taken from.
  let source: Problem
  /// The sessions, by their indices in the source, ascending.
  let sessions: [Int]
  /// The constraints, by their indices in the source.
  let constraints: [Int]
  /// For each session of the source its index here.
  fileprivate let positions: [Int?]

  init(of source: Problem, sessions: [Int], constraints: [Int]) {
    self.source = source
    self.sessions = sessions
    self.constraints = constraints
    var positions = [Int?](repeating: nil, count: source.sessions.count)
    for (position, session) in sessions.enumerated() { positions[session] = position }
    self.positions = positions
  }

  /// The same constraints on fewer of the sessions.
  func restricted(to sessions: [Int]) -> Excerpt {
    Excerpt(of: source, sessions: sessions, constraints: constraints)
  }

  /// The minutes of its sessions together.
  var minutes: Int {
    sessions.reduce(0) { $0 + source.sessions[$1].minutes }
  }

  /// The excerpt as a problem: sessions have their index here, and constraints follow.
  var problem: Problem {
    let held = sessions.indices.map { position in
      let origin = Origin(
        "inside-block",
        .hard,
        "",
        relaxation: nil,
        at: source.curriculum.location
      )
      return InsideBlock(origin: origin, session: position) as any Constraint
    }
    return Problem(
      curriculum: source.curriculum,
      sessions: sessions.map { source.sessions[$0] },
      blocks: source.blocks,
      days: source.days,
      dayOfBlock: source.dayOfBlock,
      constraints: held + constraints.compactMap(renumbered)
    )
  }

  /// Placements of the source as a timetable of the excerpt's problem, those of its sessions.
  func timetable(of problem: Problem, _ placements: [Placement]) -> Timetable {
    Timetable(
      of: problem,
      placements.compactMap { placement in
        positions[placement.session].map {
          var placement = placement
          placement.session = $0
          return placement
        }
      }
    )
  }

  /// A timetable of the excerpt's problem as placements of the source.
  func placements(of timetable: Timetable) -> [Placement] {
    timetable.placements.map { placement in
      var placement = placement
      placement.session = sessions[placement.session]
      return placement
    }
  }

  private func renumbered(_ index: Int) -> (any Constraint)? {
    let constraint = source.constraints[index]
    if constraint is InsideBlock { return nil }
    let isWhole = source.scope(of: constraint).allSatisfy { positions[$0] != nil }
    if case .other = constraint.form, isWhole, let other = renumbered(other: constraint) {
      return other
    }
    return renumbered(constraint.form, isWhole: isWhole).map {
      Renumbered(original: constraint, form: $0, excerpt: self)
    }
  }

  /// A constraint without a form that the exact method knows by its type all the same.
  private func renumbered(other constraint: any Constraint) -> (any Constraint)? {
    switch constraint {
    case let constraint as Consecutive:
      kept(constraint.selection).map {
        Consecutive(
          origin: constraint.origin,
          selection: $0,
          longestPause: constraint.longestPause
        )
      }
    case let constraint as TotalLoad:
      kept(constraint.selection).map {
        TotalLoad(
          origin: constraint.origin,
          selection: $0,
          unit: constraint.unit,
          least: constraint.least,
          most: constraint.most
        )
      }
    case let constraint as Travel:
      kept(constraint.selection).map {
        Travel(
          origin: constraint.origin,
          selection: $0,
          rooms: constraint.rooms,
          minutes: constraint.minutes
        )
      }
    default: nil
    }
  }

  /// The form on the sessions here, `nil` when nothing of it remains.
  private func renumbered(_ form: Form, isWhole: Bool) -> Form? {
    switch form {
    case .placement(let form):
      let members = kept(form.sessions)
      guard !members.isEmpty else { return nil }
      return .placement(
        PlacementForm(sessions: members, reads: form.reads) { [sessions] placement in
          var placement = placement
          placement.session = sessions[placement.session]
          return form.excess(placement)
        }
      )
    case .clash(let selection): return kept(selection).map { .clash($0) }
    case .order(let form):
      guard let earlier = positions[form.earlier], let later = positions[form.later] else {
        return nil
      }
      return .order(
        OrderForm(
          earlier: earlier,
          later: later,
          leastDays: form.leastDays,
          mostDays: form.mostDays
        )
      )
    case .load(let form):
      guard form.least == 0 || isWhole, let selection = kept(form.selection)
      else { return nil }
      return .load(
        LoadForm(
          selection: selection,
          unit: form.unit,
          per: form.per,
          least: form.least,
          most: form.most
        )
      )
    case .distinct(let form):
      guard form.least <= 1 || isWhole, let selection = kept(form.selection)
      else { return nil }
      return .distinct(
        DistinctForm(
          selection: selection,
          of: form.of,
          least: form.least,
          most: form.most
        )
      )
    case .span(let form):
      return kept(form.selection).map {
        .span(SpanForm(selection: $0, mostDays: form.mostDays))
      }
    case .sequence(let form): return renumbered(form, isWhole: isWhole).map { .sequence($0) }
    case .apart(let form):
      let members = kept(form.sessions)
      guard members.count > 1 else { return nil }
      return .apart(ApartForm(sessions: members, leastDays: form.leastDays))
    case .other: return isWhole ? .other : nil
    }
  }

  private func renumbered(_ form: SequenceForm, isWhole: Bool) -> SequenceForm? {
    guard let selection = kept(form.selection) else { return nil }
    let pattern: SequenceForm.Pattern
    switch form.pattern {
    case .isolated, .idle:
      guard isWhole else { return nil }
      pattern = form.pattern
    case .backToBack(let among):
      guard among.allSatisfy({ positions[$0] != nil }) else { return nil }
      pattern = .backToBack(among: kept(among))
    case .unbroken: pattern = form.pattern
    }
    return SequenceForm(selection: selection, pattern: pattern)
  }

  private func kept(_ sessions: [Int]) -> [Int] {
    sessions.compactMap { positions[$0] }
  }

  private func kept(_ selection: Selection) -> Selection? {
    switch selection {
    case .sessions(let sessions):
      let members = kept(sessions)
      return members.isEmpty ? nil : .sessions(members)
    case .trainer, .room: return selection
    }
  }
}

/// A constraint of a problem as it counts in an excerpt.
private struct Renumbered: Constraint {
  var original: any Constraint
  let form: Form
  let excerpt: Excerpt

  var origin: Origin {
    get { original.origin }
    set { original.origin = newValue }
  }

  /// The violations by the original's readable definition, with the sessions' indices in the excerpt.
  func violations(in timetable: Timetable) -> [Violation] {
    original.violations(
      in: Timetable(of: excerpt.source, excerpt.placements(of: timetable))
    ).map { violation in
      Violation(
        of: violation.sessions.compactMap { excerpt.positions[$0] },
        excess: violation.excess
      )
    }
  }
}

extension Problem {
  /// The sessions that a selection may take in, ascending.
  func scope(of selection: Selection) -> [Int] {
    switch selection {
    case .sessions(let members): members.sorted()
    case .trainer(let trainer):
      sessions.indices.filter { session in
        sessions[session].teams.contains { $0.trainers.contains(trainer) }
      }
    case .room(let room): sessions.indices.filter { sessions[$0].rooms.contains(room) }
    }
  }

  /// The sessions that a constraint may count, ascending; all where its form does not tell.
  func scope(of constraint: any Constraint) -> [Int] {
    switch constraint.form {
    case .placement(let form): form.sessions.sorted()
    case .clash(let selection): scope(of: selection)
    case .order(let form): [form.earlier, form.later].sorted()
    case .load(let form): scope(of: form.selection)
    case .distinct(let form): scope(of: form.selection)
    case .span(let form): scope(of: form.selection)
    case .sequence(let form): scope(of: form.selection)
    case .apart(let form): form.sessions.sorted()
    case .other:
      switch constraint {
      case let constraint as Consecutive: scope(of: constraint.selection)
      case let constraint as TotalLoad: scope(of: constraint.selection)
      case let constraint as Travel: scope(of: constraint.selection)
      default: Array(sessions.indices)
      }
    }
  }
}
