public import Foundation

/// Somebody who attends and sits quizzes.
public struct Participant: Hashable, Sendable, Identifiable {
  /// What tells participants apart, with composed letters (Unicode form C); 1 to 64 characters.
  public var id: String
  /// The name, for people.
  public var name: String
  /// The address for mail; empty where none is known.
  public var email: String
  /// The group; empty for none.
  public var group: String
  /// The language, such as `fr`; empty where none is known.
  public var language: String
  /// The factor by which time limits are longer, from 1 to 10, in thousandths.
  public var extraTime: Decimal
  /// What further columns of the roster say, by the column's name.
  public var other: [String: String]
  /// Whether the participant was taken off the roster; attempts stay.
  public var isRemoved = false

  /// Creates a participant.
  public init(
    id: String,
    name: String,
    email: String = "",
    group: String = "",
    language: String = "",
    extraTime: Decimal = 1,
    other: [String: String] = [:]
  ) {
    self.id = Self.normalized(id)
    self.name = name
    self.email = email
    self.group = group
    self.language = language
    self.extraTime = extraTime
    self.other = other
  }

  /// An identifier in the form in which the roster keeps it.
  public static func normalized(_ id: String) -> String {
    id.precomposedStringWithCanonicalMapping
  }

  /// The groups: several may be named in one cell, with semicolons between them.
  public var groups: Set<String> {
    Set(Self.list(group))
  }

  /// The programmes that the roster's column `programme` names, with semicolons between them.
  public var programmes: [String] {
    let column = other.first { $0.key.lowercased() == "programme" }
    return Self.list(column?.value ?? "")
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// What is equal for identifiers that people cannot tell apart.
  var folded: String {
    id.precomposedStringWithCompatibilityMapping.lowercased()
      .precomposedStringWithCompatibilityMapping
  }
}
