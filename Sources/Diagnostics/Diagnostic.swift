/// A problem in somebody's file: where it is, what is wrong, and what to do about it.
///
/// Messages are lower case, without a full stop, quote the offending text and name both what was
/// found and what was expected. The remedy is an imperative sentence.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How much a problem matters.
  public enum Severity: String, Hashable, Sendable {
    /// The file cannot be used.
    case error
    /// The file can be used, but probably does not say what was meant.
    case warning
    /// Something to look at, which may be right as it is.
    case note
  }

  /// A place in a file, counted from 1.
  ///
  /// Column 0 means the whole line, line 0 the whole file.
  public struct Location: Hashable, Sendable {
    /// The file's path as the reader knows it.
    public var file: String
    /// The line, from 1; 0 for the whole file.
    public var line: Int
    /// The column in Unicode scalars, from 1; 0 for the whole line.
    public var column: Int

    /// Creates a place; without a line, the whole file.
    public init(file: String, line: Int = 0, column: Int = 0) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// How much the problem matters.
  public var severity: Severity
  /// Where the problem is.
  public var location: Location
  /// What is wrong: found and expected.
  public var message: String
  /// What to do about it.
  public var remedy: String?

  /// Creates a problem at a place.
  public init(
    _ severity: Severity,
    at location: Location,
    _ message: String,
    remedy: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.message = message
    self.remedy = remedy
  }
}

extension Diagnostic.Location: Comparable, CustomStringConvertible {
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }

  /// The place as editors understand it: `file:line:column`.
  public var description: String {
    if line == 0 { return file }
    if column == 0 { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }
}

extension Diagnostic: Comparable, CustomStringConvertible {
  public static func < (left: Self, right: Self) -> Bool {
    left.location == right.location
      ? left.message < right.message
      : left.location < right.location
  }

  /// `file:line:column: error: message`, then an indented `help:` line where there is a remedy.
  public var description: String {
    let problem = "\(location): \(severity.rawValue): \(message)"
    return remedy.map { "\(problem)\n  help: \($0)" } ?? problem
  }
}
