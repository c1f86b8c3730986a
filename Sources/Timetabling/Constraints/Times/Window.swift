internal import Curricula
internal import Diagnostics

/// Sessions are held only in some blocks.
///
/// Excess: 1 for each placement in another block. A block is open when it satisfies all that is said:
/// its day is not before `from` and not after `until`, its week is one of `weeks`, its weekday one of
/// `weekdays`, it is one of `blocks`, and none of `not`.
enum Window: ConstraintReader {
  static let name = "window"

  /// Reads `window: {of: w10s4, from: 2026-05-01, until: …, weeks: [9, 10], weekdays: …,
  /// blocks: […], not: […]}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Constraint] {
    let keys = ["from", "until", "weeks", "weekdays", "blocks", "not"]
    guard let arguments = Arguments(declaration, keys: keys, in: frame, &findings) else {
      return []
    }
    arguments.requireOne(of: keys, &findings)
    let first = arguments["from"].flatMap { $0.date(&findings) }
    let last = arguments["until"].flatMap { $0.date(&findings) }
    if let first, let last, first > last {
      findings.error(
        at: arguments.location(of: "until"),
        "the window ends on \(last), before it begins on \(first)",
        remedy: "exchange 'from' and 'until'"
      )
    }
    let weeks = arguments["weeks"].map { node in
      node.list(&findings).compactMap { $0.integer(in: 1...frame.curriculum.weeks, &findings) }
    }
    let weekdays = arguments["weekdays"].map { node in
      node.list(&findings).compactMap { $0.weekday(&findings) }
    }
    let open = arguments["blocks"].map { blocks($0, in: frame, &findings) }
    let shut = arguments["not"].map { blocks($0, in: frame, &findings) }
    let isOpen = frame.blocks.indices.map { index in
      let block = frame.blocks[index]
      return block.date >= (first ?? block.date) && block.date <= (last ?? block.date)
        && weeks?.contains(block.week) != false
        && weekdays?.contains(block.date.weekday) != false
        && open?.contains(index) != false && shut?.contains(index) != true
    }
    func named(_ blocks: [Int]) -> String {
      blocks.map { frame.blocks[$0].id }.joined(separator: ", ")
    }
    let isOneDay = first != nil && first == last
    let words = [
      first.map { isOneDay ? "on \($0.spelled)" : "from \($0.spelled)" },
      isOneDay ? nil : last.map { "until \($0.spelled)" },
      weeks.map { "in week \($0.map(String.init).joined(separator: ", "))" },
      weekdays.map { "on \($0.map(\.name).joined(separator: ", "))" },
      open.map { "in \(named($0))" },
      shut.map { "not in \(named($0))" },
    ].compactMap(\.self).joined(separator: ", ")
    return arguments.subjects.map { subject in
      Constraint(
        declaration.origin(
          .choices,
          subject.does("is", "are", "held only \(words)"),
          onDay: .holdAlso(subject.label)
        ),
        Single(of: subject, reads: .block, isAlike: true) { isOpen[$0.block] ? 0 : 1 }
      )
    }
  }

  private static func blocks(
    _ node: Node,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [Int] {
    let names = frame.blocks.map(\.id)
    return node.list(&findings).compactMap { node in
      guard let name = node.text(&findings, expected: "a block such as 2026-03-24T10:00") else {
        return nil
      }
      guard let index = names.firstIndex(of: name) else {
        findings.report(.undeclared("block", name, among: names, at: node.location))
        return nil
      }
      return index
    }
  }
}
