public import Diagnostics

/// A training programme without dates: courses that each participant takes at their own pace, and paths through
/// them.
///
/// Names refer to declarations in the same programme; one that was read without errors has no reference to a
/// name that is not declared, and each course that is not only announced can be done.
public struct SelfPacedProgramme: Sendable {
  /// The identifier, which is also the name of its folder of quizzes.
  public var id: String
  /// The title.
  public var title: String
  /// The edition; empty where there are none.
  public var edition = ""
  /// What is proposed here and not official, printed with everything made from the programme.
  public var proposal: String?
  /// The zone in which it is shown when something was done.
  public var zone = Zone.utc
  /// What courses are about.
  public var themes: [Theme] = []
  /// The courses in the order written.
  public var courses: [Course] = []
  /// The paths in the order written.
  public var paths: [LearningPath] = []
  /// Where the programme begins in its file.
  public var location: Diagnostic.Location

  /// Creates a programme without courses.
  public init(id: String, title: String, location: Diagnostic.Location) {
    self.id = id
    self.title = title
    self.location = location
  }

  /// The course with an identifier.
  public func course(_ id: String) -> Course? {
    courses.first { $0.id == id }
  }

  /// The path with an identifier.
  public func path(_ id: String) -> LearningPath? {
    paths.first { $0.id == id }
  }

  /// How long the courses take together; `nil` where it is not known of one of them.
  public func length(of courses: [Course]) -> StudyTime? {
    var sum = StudyTime(least: 0, most: 0)
    for course in courses {
      guard let length = course.length else { return nil }
      sum.least += length.least
      sum.most += length.most
    }
    return sum
  }
}

/// A course that can be taken at any time: what a module is in a programme with dates.
public struct Course: Hashable, Sendable {
  /// Other courses of which one must have been done before.
  public struct Need: Hashable, Sendable {
    /// The identifiers of the courses, any of which will do.
    public var anyOf: [String]
    /// Why.
    public var reason: String?
    /// Where it was declared.
    public var location: Diagnostic.Location

    /// Creates a need.
    public init(anyOf: [String], reason: String? = nil, location: Diagnostic.Location) {
      self.anyOf = anyOf
      self.reason = reason
      self.location = location
    }
  }

  /// The identifier, which is also the module that its quiz names.
  public var id: String
  /// The number in a catalogue, which need not follow the others without a gap.
  public var number: Int?
  /// The title; `nil` where only the number is announced.
  public var title: String?
  /// How long it takes; `nil` where that is not known.
  public var length: StudyTime?
  /// Whether it is announced, and cannot be taken yet.
  public var isAnnounced: Bool
  /// Whom it is for, where it is not for everybody.
  public var audience: String?
  /// What else is needed to enter, such as a nomination.
  public var entry: String?
  /// The identifiers of its themes.
  public var themes: [String]
  /// The courses that must have been done before.
  public var needs: [Need]
  /// What its readers need to know.
  public var guidance = Guidance()
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// The number and the title, as people know it.
  public var name: String {
    [number.map { "\($0)." }, title ?? "Announced"].compactMap(\.self).joined(separator: " ")
  }
}

/// Courses in an order that makes sense for some people; paths can share courses.
public struct LearningPath: Hashable, Sendable {
  /// A course on a path.
  public struct Step: Hashable, Sendable {
    /// The identifier of the course.
    public var course: String
    /// Whether it can be left out.
    public var isOptional: Bool
    /// Where it was declared.
    public var location: Diagnostic.Location
  }

  /// The identifier, which is also the group of the participants who follow it.
  public var id: String
  /// The title.
  public var title: String
  /// Whom it is for.
  public var audience: String?
  /// The courses in their order.
  public var steps: [Step]
  /// Where it was declared.
  public var location: Diagnostic.Location

  /// The identifiers of the courses that cannot be left out, in their order.
  public var required: [String] { steps.filter { !$0.isOptional }.map(\.course) }
}

/// How long something takes, from the quickest to the slowest.
public struct StudyTime: Hashable, Sendable {
  /// The least, in minutes.
  public var least: Int
  /// The most, in minutes; not below the least.
  public var most: Int

  /// Creates a time from its bounds in minutes.
  public init(least: Int, most: Int) {
    self.least = least
    self.most = most
  }
}

extension StudyTime: CustomStringConvertible {
  /// The time in hours, or in minutes where it is less than an hour: `1.5 to 12 hours`.
  public var description: String {
    guard most >= 60 || least == 0 && most == 0 else {
      return least == most ? most.counted("minute") : "\(least) to \(most) minutes"
    }
    let (first, last) = (Self.hours(least), Self.hours(most))
    return first == last ? "\(last) \(most == 60 ? "hour" : "hours")" : "\(first) to \(last) hours"
  }

  /// Minutes as hours with at most two digits after the point.
  private static func hours(_ minutes: Int) -> String {
    let hundredths = (minutes * 100 + 30) / 60
    let rest = hundredths % 100
    guard rest > 0 else { return "\(hundredths / 100)" }
    let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)"
    return "\(hundredths / 100).\(digits)"
  }
}
