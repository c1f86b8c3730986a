internal import Curricula
internal import Diagnostics

/// Some sessions are held before all others.
///
/// Excess: for each of them and each other session, 1 when the other begins before it has ended; see
/// ``Order``.
enum First: ConstraintReader {
  static let name = "first"

  /// Reads `first: module un-system`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let subjects = Arguments(declaration, isFixed: true, in: frame, &findings)?.subjects ?? []
    return subjects.flatMap { subject in
      Order.pairs(subject, subject.rest(in: frame), in: frame) { _ in
        declaration.origin(.wishes, subject.does("comes", "come", "first"))
      }
    }
  }
}

/// Some sessions are held after all others.
///
/// Excess: for each of them and each other session, 1 when it begins before the other has ended; see
/// ``Order``.
enum Last: ConstraintReader {
  static let name = "last"

  /// Reads `last: w10s4`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let subjects = Arguments(declaration, isFixed: true, in: frame, &findings)?.subjects ?? []
    return subjects.flatMap { subject in
      Order.pairs(subject.rest(in: frame), subject, in: frame) { _ in
        declaration.origin(.wishes, subject.does("comes", "come", "last"))
      }
    }
  }
}

extension Subject {
  /// All sessions but these.
  fileprivate func rest(in frame: Frame) -> Subject {
    let these = Set(sessions)
    return Subject("the others", sessions: frame.sessions.indices.filter { !these.contains($0) })
  }
}
