internal import Curricula
internal import Diagnostics

/// Sessions begin on the hour, at the beginning of a block, or at certain times.
enum StartsAt: ConstraintReader {
  static let name = "starts-at"
  static let keys = ["at"]

  /// A word for beginnings.
  private enum Word: String, CaseIterable {
    case hour, block
    case halfHour = "half-hour"
    case quarterHour = "quarter-hour"

    /// The beginnings in words.
    var spelled: String {
      switch self {
      case .hour: "on the hour"
      case .block: "when its block begins"
      case .halfHour: "on the hour or half past"
      case .quarterHour: "on a quarter of an hour"
      }
    }

    /// Whether a start in a block is meant, both in minutes since midnight.
    func isMet(by start: Int, in block: Int) -> Bool {
      switch self {
      case .hour: start % 60 == 0
      case .block: start == block
      case .halfHour: start % 30 == 0
      case .quarterHour: start % 15 == 0
      }
    }
  }

  /// Reads `starts-at: {of: kind lecture, at: hour}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    guard let node = arguments.required("at"),
      let (words, isMet) = beginnings(node, &arguments.findings)
    else { return [] }
    let blockStarts = arguments.problem.blocks.map(\.start)
    return arguments.constraints(.choices) {
      $0.does("begins", "begin", words)
    } as: {
      Single(of: $0, reads: [.block, .start], isAlike: true) { placement in
        isMet(placement.start, blockStarts[placement.block]) ? 0 : 1
      }
    }
  }

  /// The words for some beginnings, and whether a start in a block is one of them.
  private static func beginnings(
    _ node: Node,
    _ findings: inout Findings
  ) -> (words: String, isMet: @Sendable (Int, Int) -> Bool)? {
    if case .scalar(let text, _) = node.content, text.first?.isNumber != true {
      guard let word = node.choice(of: Word.self, &findings) else { return nil }
      return (word.spelled, { word.isMet(by: $0, in: $1) })
    }
    let nodes = node.list(&findings)
    let times = nodes.compactMap { $0.timeOfDay(&findings) }
    guard times.count == nodes.count, !times.isEmpty else { return nil }
    let words = times.compactMap { TimeOfDay(minutes: $0)?.description }.listed("or")
    return ("at \(words)", { start, _ in times.contains { $0 % 1440 == start % 1440 } })
  }
}
