internal import Curricula
internal import Diagnostics

/// Something that a conflict can blame: all constraints that one sentence of a declaration stands
/// for, or that a session is held.
struct Fact: Hashable, Sendable {
  /// The session that it says is held; without the fact it is left out.
  let session: Int?
  /// Its constraints, by their indices in the problem; none for a session.
  let constraints: [Int]
  let origin: Origin
  let standing: Standing
}

extension Problem {
  /// What can be blamed when no timetable exists, the most readily changed first, and of equal
  /// standing in the order of the constraints.
  ///
  /// Soft constraints cannot be blamed, nor that everybody does one thing at a time.
  var facts: [Fact] {
    struct Key: Hashable {
      let location: Diagnostic.Location
      let statement: Statement
    }
    var indices: [Key: [Int]] = [:]
    var keys: [Key] = []
    for (index, constraint) in constraints.enumerated()
    where constraint.weight == .hard && !isInherent(index) {
      let key = Key(
        location: constraint.origin.location,
        statement: constraint.origin.statement
      )
      if indices[key] == nil { keys.append(key) }
      indices[key, default: []].append(index)
    }
    let declared = keys.compactMap { key -> Fact? in
      guard let members = indices[key], let first = members.first else { return nil }
      let origin = constraints[first].origin
      return Fact(session: nil, constraints: members, origin: origin, standing: origin.standing)
    }
    let held = sessions.indices.map { session in
      Fact(
        session: session,
        constraints: [],
        origin: InsideBlock.of(session, in: curriculum).origin,
        standing: .sessions
      )
    }
    return (declared + held).enumerated()
      .sorted { ($0.element.standing, $0.offset) < ($1.element.standing, $1.offset) }
      .map(\.element)
  }

  /// Whether a hard constraint lies in the nature of things: sessions do not clash and lie in blocks.
  func isInherent(_ constraint: Int) -> Bool {
    switch constraints[constraint].shape.outlook {
    case .overlaps, .holding: true
    case .single, .amounts, .days, .growing, .several: false
    }
  }
}
