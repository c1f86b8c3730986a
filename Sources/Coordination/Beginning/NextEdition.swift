public import Curricula

/// The file of the next edition of a curriculum, made from that of the last.
///
/// All days in it are moved by as many whole weeks as lie between the two beginnings, so that what was on a
/// Tuesday is on a Tuesday again; people look at them then.
public struct NextEdition: Sendable {
  /// What the file says.
  public let text: String
  /// By how many weeks days were moved.
  public let weeks: Int
  /// The lines with days that were moved, by their numbers.
  public let moved: [(number: Int, text: String)]

  /// Makes the file.
  ///
  /// - Parameters:
  ///   - last: What the file of the last edition says.
  ///   - began: The day on which that began.
  ///   - edition: The name of the next one.
  ///   - starts: The day on which it begins.
  public init(
    after last: String,
    begun began: CivilDate,
    named edition: String,
    on starts: CivilDate
  ) {
    let weeks = Int((Double(starts.days(since: began)) / 7).rounded())
    var lines: [String] = []
    var moved: [(Int, String)] = []
    let written = last.split(separator: /\r?\n/, omittingEmptySubsequences: false)
    let hasEdition = written.contains { $0.hasPrefix("edition:") }
    for line in written {
      if line.hasPrefix("edition:") {
        lines.append("edition: \"\(edition)\"")
      } else if line.hasPrefix("starts:") {
        lines.append("starts: \(starts)")
      } else if line.drop(while: \.isWhitespace).hasPrefix("#") {
        lines.append(String(line))
      } else {
        let new = String(line).replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/) { match in
          CivilDate(match.output).map { CivilDate(dayNumber: $0.dayNumber + 7 * weeks).description }
            ?? String(match.output)
        }
        lines.append(new)
        if new != line { moved.append((lines.count, new)) }
        if line.hasPrefix("curriculum:"), !hasEdition { lines.append("edition: \"\(edition)\"") }
      }
    }
    text = lines.joined(separator: "\n")
    self.weeks = weeks
    self.moved = moved
  }
}
