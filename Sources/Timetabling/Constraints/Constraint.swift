internal import Curricula
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
  /// What lifts it on one day alone; `nil` for what is not about days.
  var dayRemedy: DayRemedy?

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

/// What lifts a constraint on one day alone.
enum DayRemedy: Hashable, Sendable {
  /// Somebody comes on the day too.
  case come(String)
  /// Something is open on the day too.
  case open(String)
  /// Sessions are held on the day too.
  case hold
  /// Something is held on the day too.
  case holdAlso(String)
  /// Something is held on the day, which may be its day already, by its index.
  case move(String, from: Int?)

  /// The instruction for a day, by its index and in words.
  func sentence(for day: Int, _ date: String) -> String {
    switch self {
    case .come(let who): "let \(who) also come on \(date)"
    case .open(let what): "open \(what) also on \(date)"
    case .hold: "hold sessions also on \(date)"
    case .holdAlso(let what): "let \(what) also be held on \(date)"
    case .move(let what, day): "let \(what) be held at another time of \(date)"
    case .move(let what, _): "let \(what) be held on \(date) instead"
    }
  }
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
  ) -> [Constraint]
}
