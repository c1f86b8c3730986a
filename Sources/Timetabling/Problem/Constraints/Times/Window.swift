internal import Curricula
internal import Diagnostics

/// Sessions are held only in some blocks.
///
/// A block is open when it satisfies all that is said.
enum Window: ConstraintReader {
  static let name = "window"
  static let keys = ["from", "until", "weeks", "weekdays", "blocks", "not"]

  /// Reads `window: {of: w10s4, from: 2026-05-01, until: …, weeks: [9, 10], weekdays: …,
  /// blocks: […], not: […]}`.
  static func read(_ arguments: inout Arguments) -> [Constraint] {
    let problem = arguments.problem
    arguments.requireOne(of: keys)
    let first = arguments["from"].flatMap { $0.date(&arguments.findings) }
    let last = arguments["until"].flatMap { $0.date(&arguments.findings) }
    if let first, let last, first > last {
      arguments.findings.error(
        at: arguments.location(of: "until"),
        "the window ends on \(last), before it begins on \(first)",
        remedy: "exchange 'from' and 'until'"
      )
    }
    let weeks = arguments["weeks"].map { node in
      node.list(&arguments.findings).compactMap {
        $0.integer(in: 1...problem.curriculum.weeks, &arguments.findings)
      }
    }
    let weekdays = arguments["weekdays"].map { node in
      node.list(&arguments.findings).compactMap { $0.weekday(&arguments.findings) }
    }
    let open = arguments["blocks"].map { blocks($0, in: problem, &arguments.findings) }
    let shut = arguments["not"].map { blocks($0, in: problem, &arguments.findings) }
    let isOpen = problem.blocks.indices.map { index in
      let block = problem.blocks[index]
      return block.date >= (first ?? block.date) && block.date <= (last ?? block.date)
        && weeks?.contains(block.week) != false
        && weekdays?.contains(block.date.weekday) != false
        && open?.contains(index) != false && shut?.contains(index) != true
    }
    func named(_ blocks: [Int]) -> String {
      blocks.map { problem.blocks[$0].id }.joined(separator: ", ")
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
        arguments.declaration.origin(
          .choices,
          subject.does("is", "are", "held only \(words)"),
          onDay: .holdAlso(subject.label),
          as: .window
        ),
        Single(of: subject, reads: .block, isAlike: true) { isOpen[$0.block] ? 0 : 1 }
      )
    }
  }

  private static func blocks(
    _ node: Node,
    in problem: Problem,
    _ findings: inout Findings
  ) -> [Int] {
    let names = problem.blocks.map(\.id)
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
