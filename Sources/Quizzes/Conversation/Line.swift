/// One line, or one paragraph, to be shown to a participant.
///
/// What it is stands beside what it says, so that a terminal can colour and wrap it; read without
/// either, it still says everything.
public struct Line: Hashable, Sendable {
  /// What a line is.
  public enum Role: Hashable, Sendable {
    /// The title of the quiz.
    case title
    /// What the quiz is and is not.
    case status
    /// The text that warns of difficult content.
    case notice
    /// The beginning of an item or of another part.
    case heading
    /// What is asked.
    case stem
    /// An option, a left side, a right side or a command, with its label.
    case option
    /// Something that is good to know.
    case detail
    /// What was just done.
    case acknowledgement
    /// A verdict: the whole mark.
    case right
    /// A verdict: a part of the mark.
    case partlyRight
    /// A verdict: no mark.
    case wrong
    /// Why a response or key is right or wrong, with the source.
    case feedback
    /// Something that was typed cannot be taken.
    case problem
    /// An empty line between parts.
    case gap
  }

  /// What the line is.
  public var role: Role
  /// What stands before the text, such as `a)`.
  public var label: String?
  /// What the line says, without a line break.
  public var text: String

  /// Creates a line.
  public init(_ role: Role, _ text: String, label: String? = nil) {
    self.role = role
    self.text = text
    self.label = label
  }

  /// An empty line.
  static let gap = Line(.gap, "")

  /// One line for each line of a text; its blank lines are kept, but for those around it.
  static func lines(_ role: Role, _ text: String) -> [Line] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { $0.allSatisfy(\.isWhitespace) ? Line.gap : Line(role, String($0)) }
    return Array(lines.drop { $0.role == .gap }.reversed().drop { $0.role == .gap }.reversed())
  }
}

extension Line: CustomStringConvertible {
  /// The line as plain text.
  public var description: String {
    label.map { "  \($0) \(text)" } ?? text
  }
}
