internal import Diagnostics

/// How readily what a constraint asks can be changed, the most readily first.
enum Standing: Int, Comparable, Sendable {
  /// When trainers can come.
  case trainers
  /// Pins and windows.
  case choices
  /// Loads, breaks, orders and whatever else the programme asks for.
  case wishes
  /// When rooms can be used, and what they have.
  case rooms
  /// What sessions need before them.
  case needs
  /// That a session is held.
  case sessions
  /// Holidays, the past, and what else nobody can change.
  case given

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What would take a constraint away, wholly or in part.
struct Remedies: Hashable, Sendable {
  /// What takes it away wholly.
  var whole: Whole
  /// What lifts it on one day alone; `nil` for what is not about days.
  var onDay: OnDay?
  /// Whether its declaration gives the number that limits it, so that it can be raised or lowered.
  var hasLimit = false
  /// How it stands in the file.
  var form: Form = .constraint

  /// How something stands in the file, which decides how it is edited there.
  enum Form: Hashable, Sendable {
    /// Under `constraints`.
    case constraint
    /// A window, or a pin, under `constraints`.
    case window, pin
    /// Among days that are taken away: of a trainer, a room or the calendar.
    case days
    /// The only days of a trainer or a room.
    case only
    /// A part of the day.
    case hours
    /// A session that another one needs.
    case need
    /// What a session asks of its room, which a constraint of that name makes a wish.
    case request(String, of: String)
  }

  /// What takes a constraint away wholly.
  enum Whole: Hashable, Sendable {
    /// Nothing: it lies in the nature of things.
    case nothing
    /// To remove its declaration, or to give it a weight.
    case removal
    /// An instruction of its own.
    case instruction(Instruction)
  }

  /// What lifts a constraint on one day alone.
  enum OnDay: Hashable, Sendable {
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
      case .open(let what): "also open \(what) on \(date)"
      case .hold: "also hold sessions on \(date)"
      case .holdAlso(let what): "let \(what) also be held on \(date)"
      case .move(let what, day): "let \(what) be held at another time on \(date)"
      case .move(let what, _): "let \(what) be held on \(date) instead"
      }
    }
  }

  /// Nothing can be done.
  static let none = Remedies(whole: .nothing)

  /// To follow an instruction.
  static func instruction(_ sentence: String, onDay: OnDay? = nil, as form: Form) -> Remedies {
    Remedies(whole: .instruction(Instruction(sentence)), onDay: onDay, form: form)
  }

  /// Whether something can be done.
  var isPossible: Bool { whole != .nothing }
}

/// What to do, in the parts of its sentence; what is asked of several sessions alike is told as one.
struct Instruction: Hashable, Sendable {
  private let verb: String
  /// The session of which it is asked, in quotes; `nil` for what is not asked of a single session.
  private let session: String?
  private let rest: String

  /// What is asked of a session: "let", "'a'", "use a room with fewer than 40 seats".
  init(_ verb: String, _ session: String, _ rest: String = "") {
    self.verb = verb
    self.session = session
    self.rest = rest.isEmpty ? "" : " " + rest
  }

  /// What is not asked of a single session.
  init(_ sentence: String) {
    verb = sentence
    session = nil
    rest = ""
  }

  /// The instruction, without its full stop.
  var sentence: String { session.map { "\(verb) \($0)\(rest)" } ?? verb }
}

extension Instruction {
  /// What all instructions among some that ask the same of single sessions ask together; `nil` for an
  /// instruction that was told so already.
  ///
  /// - Parameters:
  ///   - others: All instructions, in the order in which they are told.
  ///   - position: The position of this one among them.
  ///   - tellable: The most names that are told one by one.
  /// - Returns: The sentence.
  func gathered(among others: [Instruction], at position: Int, tellable: Int) -> String? {
    guard session != nil else { return sentence }
    let alike = others.indices.filter { isLike(others[$0]) }
    guard alike.first == position else { return nil }
    guard alike.count > 1 else { return sentence }
    let names = alike.compactMap { others[$0].session }
    let who = names.count > tellable ? "each of \(names.count) sessions" : names.listed()
    return "\(verb) \(who)\(rest)"
  }

  /// Whether another instruction is this one, or asks the same of another session.
  func isAsked(alike other: Instruction) -> Bool { self == other || isLike(other) }

  private func isLike(_ other: Instruction) -> Bool {
    other.session != nil && other.verb == verb && other.rest == rest
  }
}
