/// Makes constraints from what people declare by name under `constraints:`.
protocol ConstraintReader: SendableMetatype {
  /// The name in the file.
  static var name: String { get }

  /// The key of the subject; `nil` for one that reads it itself.
  static var subjectKey: String? { get }

  /// The keys that it knows beside that of the subject.
  static var keys: [String] { get }

  /// Whether a subject must name its sessions, so that a trainer or a room, who may or may not get a
  /// session, cannot be one.
  static var isFixed: Bool { get }

  /// Makes the constraints that a declaration stands for, or reports what is wrong with it.
  static func read(_ arguments: inout Arguments) -> [Constraint]
}

extension ConstraintReader {
  static var subjectKey: String? { "of" }
  static var keys: [String] { [] }
  static var isFixed: Bool { false }
}
