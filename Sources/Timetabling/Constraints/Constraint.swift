internal import Curricula
public import Diagnostics

/// Something that must hold in a timetable, or should.
///
/// The readable definition is ``violations(in:)``; it is what a timetable costs. The ``form`` says the
/// same in one of the few shapes that the searches know how to keep up to date; tests hold the two
/// against each other.
public protocol Constraint: Sendable {
  /// Where the constraint comes from.
  var origin: Origin { get set }

  /// The breaches of the constraint, none with an excess of 0 or less.
  func violations(in timetable: Timetable) -> [Violation]

  /// The same definition in a shape that searches can follow.
  var form: Form { get }
}

/// One breach of a constraint.
public struct Violation: Hashable, Sendable {
  /// The sessions concerned, ascending.
  public let sessions: [Int]
  /// How large it is, in the constraint's unit.
  public let excess: Int

  /// Creates a violation by some placements.
  public init(by placements: [Placement], excess: Int) {
    sessions = placements.map(\.session).sorted()
    self.excess = excess
  }

  /// Creates a violation by some sessions.
  public init(of sessions: [Int], excess: Int) {
    self.sessions = sessions.sorted()
    self.excess = excess
  }
}

/// Where a constraint comes from, and what it says in words.
public struct Origin: Hashable, Sendable {
  /// The name of the constraint, as in the catalogue.
  public var name: String
  /// How much it matters.
  public var weight: Weight
  /// What it says, as a sentence without its full stop: "UNODC cannot come on 28 April 2026".
  public var sentence: String
  /// The single change that takes it away, as an instruction: "let UNODC also come on 28 April
  /// 2026"; `nil` for what lies in the nature of things.
  public var relaxation: String?
  /// Why it was declared.
  public var reason: String?
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates an origin.
  public init(
    _ name: String,
    _ weight: Weight,
    _ sentence: String,
    relaxation: String?,
    reason: String? = nil,
    at location: Diagnostic.Location
  ) {
    self.name = name
    self.weight = weight
    self.sentence = sentence
    self.relaxation = relaxation
    self.reason = reason
    self.location = location
  }
}

extension Constraint {
  /// How much the constraint matters.
  public var weight: Weight { origin.weight }
}

/// Makes constraints from what people declare by name under `constraints:`.
protocol ConstraintReader: SendableMetatype {
  /// The name in the file.
  static var name: String { get }

  /// Makes the constraints that a declaration stands for, or reports what is wrong with it.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint]
}
