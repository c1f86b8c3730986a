public import Diagnostics

/// What people who attend or lead a part of a programme read about it.
public struct Guidance: Hashable, Sendable {
  /// What a participant can do afterwards.
  public var outcomes: [LearningOutcome] = []
  /// What participants read.
  public var readings: [AssignedReading] = []
  /// What participants do before.
  public var before: [String] = []
  /// What people who lead it should know; not for participants.
  public var notes: [String] = []

  /// Creates guidance that says nothing yet.
  public init() {}

  /// Whether it says nothing.
  public var isEmpty: Bool {
    outcomes.isEmpty && readings.isEmpty && before.isEmpty && notes.isEmpty
  }
}

/// What a participant can do after a part of a programme.
public struct LearningOutcome: Hashable, Sendable {
  /// What an outcome asks of the mind, from little to much; the same words as for items of quizzes.
  public enum Level: String, CaseIterable, Hashable, Sendable {
    case recall
    case apply
    case analyse
  }

  /// What the participant can do, as the end of a sentence that begins with "can".
  public var text: String
  /// The themes under which it is taught and tested.
  public var themes: [String]
  /// The least level of the items that test it; `nil` where any does.
  public var level: Level?
  /// The sessions in which the people who lead them see whether participants can do it.
  public var observed: [String]
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// Creates an outcome.
  public init(
    _ text: String,
    themes: [String] = [],
    level: Level? = nil,
    observed: [String] = [],
    location: Diagnostic.Location = .init(file: "")
  ) {
    self.text = text
    self.themes = themes
    self.level = level
    self.observed = observed
    self.location = location
  }
}

/// A text that participants read.
public struct AssignedReading: Hashable, Sendable {
  /// The title.
  public var title: String
  /// Where it is found: a symbol, articles, pages.
  public var source: String?
  /// Its address on the web.
  public var link: String?
  /// How long it takes, in minutes.
  public var minutes: Int?
  /// Whether participants may leave it out.
  public var isOptional: Bool

  /// Creates a reading.
  public init(
    _ title: String,
    source: String? = nil,
    link: String? = nil,
    minutes: Int? = nil,
    isOptional: Bool = false
  ) {
    self.title = title
    self.source = source
    self.link = link
    self.minutes = minutes
    self.isOptional = isOptional
  }
}
