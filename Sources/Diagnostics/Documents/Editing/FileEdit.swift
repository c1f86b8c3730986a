/// A change to a file: some of its lines are replaced by others.
public struct FileEdit: Hashable, Sendable {
  /// The file's path.
  public let file: String
  /// What is replaced, from the top to the bottom; no two of them touch.
  public let changes: [LineChange]

  /// Lines next to one another that are replaced.
  public struct LineChange: Hashable, Sendable {
    /// The number of the first line, from 1; new lines come before it where none are replaced.
    public let line: Int
    /// The lines as they are, without their ends.
    public let old: [String]
    /// The lines as they will be.
    public let new: [String]

    /// Creates a change.
    public init(line: Int, old: [String], new: [String]) {
      self.line = line
      self.old = old
      self.new = new
    }
  }

  /// Creates a change to a file.
  public init(file: String, changes: [LineChange]) {
    self.file = file
    self.changes = changes
  }
}

extension FileEdit {
  /// The bytes of the file with the change.
  ///
  /// All else stays, byte for byte, a byte order mark and carriage returns too.
  ///
  /// - Parameter bytes: The bytes of the file.
  /// - Returns: `nil` when the lines are not those that are to be replaced.
  public func applied(to bytes: some Collection<UInt8>) -> [UInt8]? {
    let mark: [UInt8] = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] : []
    var lines = bytes.dropFirst(mark.count).split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Array($0) }
    let returns: [UInt8] = lines.first?.last == 0x0D ? [0x0D] : []
    for change in changes.reversed() {
      let first = change.line - 1
      guard first >= 0, first + change.old.count <= lines.count else { return nil }
      let range = first..<first + change.old.count
      let isAsExpected = zip(lines[range], change.old).allSatisfy { line, old in
        line == Array(old.utf8) || line == Array(old.utf8) + [0x0D]
      }
      guard isAsExpected else { return nil }
      // The last line has no end of its own.
      let isWhole = range.upperBound < lines.count
      lines.replaceSubrange(
        range,
        with: change.new.map { Array($0.utf8) + (isWhole ? returns : []) }
      )
    }
    return mark + lines.joined(separator: [0x0A])
  }
}
