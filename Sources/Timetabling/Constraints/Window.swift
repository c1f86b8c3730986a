internal import Curricula
internal import Diagnostics

/// Sessions are held only in some blocks.
///
/// Excess: 1 for each placement in another block.
struct Window: Constraint, ConstraintReader {
  static let name = "window"

  let origin: Origin
  let sessions: [Int]
  let isOpen: [Bool]

  func violations(in timetable: Timetable) -> [Violation] {
    timetable.placements(of: sessions)
      .filter { !isOpen[$0.block] }
      .map { Violation(by: [$0], excess: 1) }
  }

  var form: Form {
    let shut = isOpen.map { $0 ? 0 : 1 }
    return .placement(
      PlacementForm(sessions: sessions, reads: .block) { shut[$0.block] }
    )
  }

  /// Reads `window: {of: w10s4, from: 2026-05-01, until: …, weeks: [9, 10], blocks: […], not: […]}`.
  static func read(
    _ declaration: Declaration,
    in frame: Frame,
    _ findings: inout Findings
  ) -> [any Constraint] {
    let keys = ["of", "from", "until", "weeks", "blocks", "not"]
    guard let fields = Fields(declaration.argument, of: name, keys: keys, &findings) else {
      return []
    }
    let subjects = fields.required("of", &findings)
      .map { Subject.read($0, in: frame, &findings) }
    let first = fields["from"].flatMap { $0.day(&findings) }
    let last = fields["until"].flatMap { $0.day(&findings) }
    let weeks = fields["weeks"].map { node in
      node.list(&findings).compactMap { $0.integer(in: 1...frame.curriculum.weeks, &findings) }
    }
    func blocks(_ key: String) -> [Int]? {
      fields[key].map { node in
        node.list(&findings).compactMap { block($0, in: frame, &findings) }
      }
    }
    let open = blocks("blocks")
    let shut = blocks("not") ?? []
    if ["from", "until", "weeks", "blocks", "not"].allSatisfy({ fields[$0] == nil }) {
      _ = fields.required("weeks", &findings)
    }
    let isOpen = frame.blocks.indices.map { index in
      let block = frame.blocks[index]
      return block.date >= (first ?? block.date) && block.date <= (last ?? block.date)
        && weeks?.contains(block.week) != false && open?.contains(index) != false
        && !shut.contains(index)
    }
    return (subjects ?? []).map { subject in
      Window(
        origin: declaration.origin(
          "\(subject.label) is held only in \(isOpen.count(where: \.self)) of "
            + "\(isOpen.count) blocks"
        ),
        sessions: subject.sessions(in: frame),
        isOpen: isOpen
      )
    }
  }

  private static func block(
    _ node: Node,
    in frame: Frame,
    _ findings: inout Findings
  ) -> Int? {
    guard let name = node.text(&findings, expected: "a block such as 2026-03-24T10:00") else {
      return nil
    }
    let names = frame.blocks.map(\.id)
    guard let index = names.firstIndex(of: name) else {
      findings.report(.undeclared("block", name, among: names, at: node.location))
      return nil
    }
    return index
  }
}

extension Node {
  /// A day of the calendar.
  fileprivate func day(_ findings: inout Findings) -> CivilDate? {
    let expected = "a day such as 2026-03-24"
    guard let text = text(&findings, expected: expected) else { return nil }
    guard let date = CivilDate(text) else {
      mismatch(expected: expected, &findings)
      return nil
    }
    return date
  }
}
