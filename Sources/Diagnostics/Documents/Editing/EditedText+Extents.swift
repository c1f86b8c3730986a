// Where values begin and end.
extension EditedText {
  /// Where a place is among the characters.
  func offset(_ place: Diagnostic.Location) throws(Obstacle) -> Int {
    guard place.file == source.file, starts.indices.contains(place.line - 1) else {
      throw Obstacle("its place in the file was not found")
    }
    let offset = starts[place.line - 1] + max(0, place.column - 1)
    guard offset <= scalars.count else { throw Obstacle("its place in the file was not found") }
    return offset
  }

  /// Whether a list or mapping is written with brackets or braces.
  func isFlow(_ node: Node) throws(Obstacle) -> Bool {
    let start = try offset(node.location)
    guard scalars.indices.contains(start) else { return false }
    return scalars[start] == "{" || scalars[start] == "["
  }

  /// Where a value ends that is written on one line, or between brackets or braces.
  func end(of node: Node) throws(Obstacle) -> Int {
    let start = try offset(node.location)
    switch node.content {
    case .scalar(let text, let isQuoted):
      return try isQuoted ? endOfQuoted(at: start) : endOfPlain(text, at: start)
    case .list(let nodes):
      guard try isFlow(node) else { throw Self.tooLong }
      guard let last = nodes.last else { return try closing("]", from: start + 1) }
      return try closing("]", from: try end(of: last))
    case .mapping(let entries):
      guard try isFlow(node) else { throw Self.tooLong }
      guard let last = entries.last else { return try closing("}", from: start + 1) }
      return try closing("}", from: try end(of: last))
    }
  }

  /// Where an entry of a mapping between braces, or on one line, ends.
  func end(of entry: Node.Entry) throws(Obstacle) -> Int {
    guard entry.value.isEmpty else { return try end(of: entry.value) }
    let start = try offset(entry.location)
    let isQuoted = scalars[start] == "\"" || scalars[start] == "'"
    var end = try isQuoted ? endOfQuoted(at: start) : endOfPlain(entry.key, at: start)
    while end < scalars.count, scalars[end] == " " { end += 1 }
    return end < scalars.count && scalars[end] == ":" ? end + 1 : end
  }

  /// That something cannot be edited where it is.
  public static let tooLong = Obstacle("it is written over several lines")

  private func endOfPlain(_ text: String, at start: Int) throws(Obstacle) -> Int {
    let written = Array(text.unicodeScalars)
    guard start + written.count <= scalars.count,
      Array(scalars[start..<start + written.count]) == written
    else { throw Self.tooLong }
    return start + written.count
  }

  private func endOfQuoted(at start: Int) throws(Obstacle) -> Int {
    guard start < scalars.count else { throw Self.tooLong }
    let quote = scalars[start]
    guard quote == "\"" || quote == "'" else { throw Self.tooLong }
    var index = start + 1
    while index < scalars.count {
      if scalars[index] == "\\", quote == "\"" {
        index += 2
      } else if scalars[index] == quote {
        guard quote == "'", index + 1 < scalars.count, scalars[index + 1] == quote else {
          return index + 1
        }
        index += 2
      } else {
        index += 1
      }
    }
    throw Self.tooLong
  }

  /// The end of a list or mapping after its last value.
  private func closing(_ bracket: Unicode.Scalar, from start: Int) throws(Obstacle) -> Int {
    let end = skipping([","], from: start)
    guard end < scalars.count, scalars[end] == bracket else { throw Self.tooLong }
    return end + 1
  }

  /// The next character that is not a blank, in a comment, or one of some signs.
  func skipping(_ signs: Set<Unicode.Scalar>, from start: Int) -> Int {
    var index = start
    while index < scalars.count {
      if scalars[index] == "#", index > 0, [" ", "\n", "\t"].contains(scalars[index - 1]) {
        index = lineEnd(line(of: index))
      } else if [" ", "\n", "\t"].contains(scalars[index]) || signs.contains(scalars[index]) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// How many blanks a line begins with; `nil` where nothing but a comment follows them.
  private func indentation(ofLine line: Int) -> Int? {
    let text = scalars[starts[line]..<lineEnd(line)]
    guard let first = text.firstIndex(where: { $0 != " " }), text[first] != "#" else { return nil }
    return first - starts[line]
  }

  /// The last line of what begins in a line and is indented by more than so many columns.
  ///
  /// - Parameters:
  ///   - line: The line, from 0.
  ///   - column: The columns.
  ///   - isList: Whether hyphens at that column belong to it, too.
  /// - Returns: The line, which is neither empty nor a comment.
  func lastLine(from line: Int, beyond column: Int, includingHyphens isList: Bool = false) -> Int {
    var last = line
    for next in (line + 1)..<max(line + 1, starts.count) {
      guard let indentation = indentation(ofLine: next) else { continue }
      let isHyphen = scalars[starts[next] + indentation] == "-"
      guard indentation > column || isList && isHyphen && indentation == column else { break }
      last = next
    }
    return last
  }

  /// The column of the hyphen before an item of a list without brackets, from 0.
  func hyphen(before node: Node) throws(Obstacle) -> Int {
    let start = try offset(node.location)
    let begin = starts[node.location.line - 1]
    guard let hyphen = scalars[begin..<start].lastIndex(where: { $0 != " " }),
      scalars[hyphen] == "-", scalars[begin..<hyphen].allSatisfy({ $0 == " " })
    else { throw Self.tooLong }
    return hyphen - begin
  }

  /// The lines of an item of a list without brackets, from 0.
  func lines(ofItem node: Node) throws(Obstacle) -> ClosedRange<Int> {
    let first = node.location.line - 1
    return first...lastLine(from: first, beyond: try hyphen(before: node))
  }
}
