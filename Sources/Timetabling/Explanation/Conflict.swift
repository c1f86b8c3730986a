public import Curricula
public import Diagnostics

/// Declarations that cannot hold together, and what would make them possible.
public struct Conflict: Sendable {
  /// The declarations, in the order of the file; those of sessions say that they are held.
  public let facts: [Origin]
  /// The same in sentences for people, chains and whatever belongs together gathered into one.
  public let lines: [Line]
  /// Whether it is proved that without any one of the facts the others can hold.
  public let isMinimal: Bool
  /// Changes each of which makes a timetable possible, the cheapest first.
  ///
  /// Each is a single change. When none suffices alone unless a session is left out, the first is a repair
  /// of several changes, where one was found, and the others leave out a session each.
  public let repairs: [Repair]

  /// One sentence of a conflict with all declarations behind it.
  public struct Line: Hashable, Sendable {
    /// The sentence, without its full stop.
    public let sentence: String
    /// The declarations, in the order of the file.
    public let origins: [Origin]

    /// Creates a line.
    public init(_ sentence: String, of origins: [Origin]) {
      self.sentence = sentence
      self.origins = origins
    }

    /// Where the declarations stand, each place once.
    public var locations: [Diagnostic.Location] {
      Array(Set(origins.map(\.location))).sorted()
    }

    /// The same in words; more than a few places of one file as a range of its lines.
    public var places: [String] {
      let files = Dictionary(grouping: locations, by: \.file)
      return files.keys.sorted().flatMap { file -> [String] in
        let places = files[file] ?? []
        guard places.count > Self.told, let first = places.first?.line, first > 0,
          let last = places.last?.line
        else { return places.map(\.description) }
        return ["\(file): \(places.count) places in lines \(first) to \(last)"]
      }
    }

    /// The most places of one file that are told one by one.
    private static let told = 6
  }

  /// What to change so that a timetable becomes possible.
  public struct Repair: Sendable {
    /// The changes; one, unless no single change suffices.
    public let changes: [Change]
    /// The soft penalty of the timetable found with the changes.
    public let cost: Int
    /// How it is written into the file of the curriculum; `nil` where nobody has looked.
    public var writing: Writing?

    /// Creates a repair.
    public init(_ changes: [Change], cost: Int) {
      self.changes = changes
      self.cost = cost
    }

    /// The changes as one instruction, without its full stop.
    public var sentence: String {
      changes.map(\.sentence).joined(separator: "; and ")
    }
  }

  /// How a repair is written into the file of the curriculum.
  public enum Writing: Hashable, Sendable {
    /// As an edit that has a code.
    case edit(FileEdit, code: String)
    /// Not as one edit of the file, for a reason in words.
    case byHand(String)
  }

  /// A change to one declaration.
  public struct Change: Hashable, Sendable {
    /// The declaration to change; the first where the same is asked of several.
    public let fact: Origin
    /// What to do.
    let instruction: Instruction
    /// The same as changes of the file; none where it is not known how.
    public let amendments: [Amendment]

    /// What to do, as an instruction: "let UNODC also come on 28 April 2026".
    public var sentence: String { instruction.sentence }

    /// Creates a change.
    public init(_ fact: Origin, _ sentence: String) {
      self.init(fact, Instruction(sentence))
    }

    /// Creates a change that takes an edit of the file back.
    ///
    /// - Parameters:
    ///   - sentence: What to do, as an instruction.
    ///   - location: Where the edit is.
    public init(undoing sentence: String, at location: Diagnostic.Location) {
      let edit = Origin("edit", .hard, .choices, Statement("The file was edited"), at: location)
      self.init(edit, Instruction(sentence))
    }

    /// Creates a change by an instruction.
    init(_ fact: Origin, _ instruction: Instruction, as amendments: [Amendment] = []) {
      self.fact = fact
      self.instruction = instruction
      self.amendments = amendments
    }
  }

  /// The same with other repairs.
  public func with(repairs: [Repair]) -> Conflict {
    Conflict(facts: facts, lines: lines, isMinimal: isMinimal, repairs: repairs)
  }

  /// Creates a conflict.
  public init(facts: [Origin], lines: [Line], isMinimal: Bool, repairs: [Repair]) {
    self.facts = facts
    self.lines = lines
    self.isMinimal = isMinimal
    self.repairs = repairs
  }

  /// That no timetable was found, without a reason.
  public static let unexplained = Conflict(facts: [], lines: [], isMinimal: false, repairs: [])
}
