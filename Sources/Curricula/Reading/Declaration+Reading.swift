internal import Diagnostics

extension Declaration {
  /// Reads one constraint: a mapping with its name and, beside it, `weight` and `reason`.
  init?(_ node: Node, _ findings: inout Findings) {
    guard case .mapping(let entries) = node.content else {
      node.mismatch(
        expected: "a constraint such as 'first: un-system'",
        &findings,
        remedy: "write '- name: …', and add 'weight: …' if it may be broken at a cost"
      )
      return nil
    }
    let named = entries.filter { !["weight", "reason"].contains($0.key) }
    guard let entry = named.first, named.count == 1 else {
      findings.error(
        at: node.location,
        "the constraint has \(named.count) names, expected one",
        remedy: named.isEmpty
          ? "add its name, as in 'first: un-system'" : "begin each constraint with '- '"
      )
      return nil
    }
    name = entry.key
    argument = entry.value
    location = entry.location
    let weightNode = entries.first { $0.key == "weight" }?.value
    weight = weightNode?.weight(&findings)
    reason = entries.first { $0.key == "reason" }?.value.text(&findings)
    if weightNode != nil, weight == nil { return nil }
  }
}
