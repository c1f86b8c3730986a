internal import Diagnostics
internal import Foundation

extension ItemReader {
  mutating func numerical(_ fields: Fields) -> Item.Kind? {
    let tolerance = fields["tolerance"]?.tolerance(&findings) ?? .absolute(0)
    let unit = fields["unit"]?.line(&findings)
    let units = fields["units"].map { self.units($0) } ?? []
    let otherwise = fields["otherwise"]?.text(&findings)
    guard let node = fields.required("key", &findings) else { return nil }
    let nodes =
      switch node.content {
      case .mapping, .scalar: [node]
      case .list(let nodes): nodes
      }
    let accepted = nodes.compactMap { acceptedNumber($0, tolerance) }
    guard accepted.count == nodes.count else { return nil }
    let kind = Item.Kind.numerical(
      Numerical(accepted, otherwise: otherwise, unit: unit, units: units)
    )
    report(faultsOf: kind, at: KeyPlaces(whole: fields.location(of: "key")))
    return kind
  }

  /// One accepted number: `4`, `4..6`, or a mapping.
  private mutating func acceptedNumber(
    _ node: Node,
    _ usual: Numerical.Tolerance
  ) -> Numerical.Accepted? {
    guard case .mapping = node.content else {
      return value(node, usual).map { Numerical.Accepted($0) }
    }
    let keys = ["value", "tolerance", "fraction", "because"]
    guard let fields = Fields(node, of: "accepted number", keys: keys, &findings) else {
      return nil
    }
    let tolerance = fields["tolerance"]?.tolerance(&findings) ?? usual
    let fraction = fields["fraction"]?.fraction(&findings) ?? 1
    let because = fields["because"]?.text(&findings)
    return fields.required("value", &findings).flatMap { value($0, tolerance) }.map {
      Numerical.Accepted($0, fraction: fraction, because: because)
    }
  }

  private mutating func value(
    _ node: Node,
    _ tolerance: Numerical.Tolerance
  ) -> Numerical.Value? {
    guard case .scalar(let text, _) = node.content, let dots = text.firstRange(of: "..") else {
      return node.number(&findings).map { .number($0, tolerance: tolerance) }
    }
    func end(_ part: Substring) -> Decimal? {
      node.saying(part.trimmingCharacters(in: .whitespaces)).number(&findings)
    }
    guard let first = end(text[..<dots.lowerBound]), let last = end(text[dots.upperBound...])
    else { return nil }
    guard first <= last else {
      findings.report(.backwardRange(node.summary, at: node.location))
      return nil
    }
    return .range(from: first, to: last)
  }

  /// Further units: `{cm: 100, mm: 1000}`.
  private mutating func units(_ node: Node) -> [Numerical.Unit] {
    guard case .mapping(let entries) = node.content else {
      node.mismatch(
        expected: "units with their counts",
        &findings,
        remedy: "write how many of each make one of the item's unit, such as {cm: 100}"
      )
      return []
    }
    return entries.compactMap { entry in
      guard let count = entry.value.number(&findings) else { return nil }
      guard count > 0, entry.key.contains(where: \.isLetter) else {
        findings.report(.uselessUnit(entry.key, at: entry.location))
        return nil
      }
      return Numerical.Unit(entry.key, count: count)
    }
  }
}
