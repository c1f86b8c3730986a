public import Diagnostics

/// Something that must hold in a timetable, or should: where it comes from, and its shape.
public struct Constraint: Sendable {
  /// Where it comes from.
  public var origin: Origin
  /// All that is known of it.
  let shape: any Shape

  /// Creates a constraint of a shape.
  init(_ origin: Origin, _ shape: any Shape) {
    self.origin = origin
    self.shape = shape
  }

  /// How much it matters.
  public var weight: Weight { origin.weight }

  /// The breaches in a timetable, none with an excess of 0 or less.
  public func violations(in timetable: Timetable) -> [Violation] {
    shape.violations(in: timetable)
  }
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

/// Where a constraint comes from, what it says, and what would take it away.
public struct Origin: Hashable, Sendable {
  /// The name of the constraint, as in the catalogue.
  public let name: String
  /// How much it matters.
  public var weight: Weight
  /// How readily it can be changed.
  let standing: Standing
  /// What it says.
  let statement: Statement
  /// What would take it away.
  let remedies: Remedies
  /// Why it was declared.
  public let reason: String?
  /// Where it was declared.
  public let location: Diagnostic.Location

  /// Creates an origin.
  init(
    _ name: String,
    _ weight: Weight,
    _ standing: Standing,
    _ statement: Statement,
    _ remedies: Remedies = .none,
    reason: String? = nil,
    at location: Diagnostic.Location
  ) {
    self.name = name
    self.weight = weight
    self.standing = standing
    self.statement = statement
    self.remedies = remedies
    self.reason = reason
    self.location = location
  }

  /// What it says, as a sentence without its full stop: "UNODC cannot come on 28 April 2026".
  public var sentence: String { statement.sentence }

  /// The single change that takes it away, as an instruction: "let UNODC also come on 28 April
  /// 2026"; `nil` for what lies in the nature of things.
  public var relaxation: String? {
    switch remedies.whole {
    case .nothing: nil
    case .removal: "remove the constraint '\(name)', or give it a weight"
    case .instruction(let instruction): instruction.sentence
    }
  }
}
