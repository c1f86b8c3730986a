internal import Diagnostics
internal import Foundation

extension ItemReader {
  mutating func trueFalse(_ fields: Fields) -> Item.Kind? {
    let key = fields.required("key", &findings)?.boolean(&findings)
    let becauseTrue = fields["because-true"]?.text(&findings)
    let becauseFalse = fields["because-false"]?.text(&findings)
    return key.map {
      .trueFalse(TrueFalse(key: $0, becauseTrue: becauseTrue, becauseFalse: becauseFalse))
    }
  }

  mutating func shortText(_ fields: Fields) -> Item.Kind? {
    let matchesCase = fields["match-case"]?.boolean(&findings)
    guard let node = fields.required("key", &findings) else { return nil }
    let nodes = if case .mapping = node.content { [node] } else { node.list(&findings) }
    let accepted = nodes.compactMap { acceptedText($0) }
    guard accepted.count == nodes.count else { return nil }
    Placed.reportDuplicates(
      in: accepted.map(\.pattern),
      of: "accepted text",
      matchingCase: matchesCase ?? false,
      &findings
    )
    if !accepted.contains(where: { $0.accepted.fraction == 1 }) {
      findings.report(.noFullKey("accepted text", at: fields.location(of: "key")))
    }
    return .shortText(
      ShortText(accepted.map(\.accepted), matchesCase: matchesCase ?? false)
    )
  }

  private mutating func acceptedText(
    _ node: Node
  ) -> (accepted: ShortText.Accepted, pattern: Placed)? {
    guard case .mapping = node.content else {
      return node.line(&findings).map { (.init($0), Placed(text: $0, location: node.location)) }
    }
    let keys = ["text", "fraction", "because"]
    guard let fields = Fields(node, of: "accepted text", keys: keys, &findings) else { return nil }
    let text = fields.required("text", &findings)
    let pattern = text?.line(&findings)
    let fraction = fields["fraction"]?.fraction(&findings)
    let because = fields["because"]?.text(&findings)
    guard let text, let pattern else { return nil }
    return (
      .init(pattern, fraction: fraction ?? 1, because: because),
      Placed(text: pattern, location: text.location)
    )
  }

  mutating func matching(_ fields: Fields) -> Item.Kind? {
    let extra = fields["extra"]?.lines(&findings, expected: "a list of right sides") ?? []
    let rule = fields["scoring"]?.choice(of: Matching.Rule.self, &findings)
    guard let node = fields.required("pairs", &findings) else { return nil }
    let nodes = node.list(&findings, expected: "a list of pairs")
    let pairs = nodes.compactMap { pair($0) }
    Placed.reportDuplicates(in: pairs.map(\.left), of: "left side", &findings)
    // Several left sides may share a right side; a further one that fits would be a trap.
    let rights = pairs.map(\.right).reduce(into: [Placed]()) { distinct, right in
      if !distinct.contains(where: { $0.text == right.text }) { distinct.append(right) }
    }
    Placed.reportDuplicates(in: rights + extra, of: "right side", &findings)
    guard pairs.count == nodes.count else { return nil }
    let place = fields.location(of: "pairs")
    if !(2...Letters.limit).contains(pairs.count) {
      findings.report(.wrongCount(pairs.count, of: "pair", least: 2, at: place))
    } else if pairs.count + extra.count > Letters.limit {
      let count = pairs.count + extra.count
      findings.report(.wrongCount(count, of: "right side", least: 2, at: place))
    }
    return .matching(
      Matching(
        pairs.map { .init($0.left.text, $0.right.text) },
        extra: extra.map(\.text),
        rule: rule ?? .partial
      )
    )
  }

  private mutating func pair(_ node: Node) -> (left: Placed, right: Placed)? {
    guard let fields = Fields(node, of: "pair", keys: ["left", "right"], &findings) else {
      return nil
    }
    let left = fields.required("left", &findings)
    let right = fields.required("right", &findings)
    guard let left, let leftText = left.line(&findings), let right,
      let rightText = right.line(&findings)
    else { return nil }
    return (
      Placed(text: leftText, location: left.location),
      Placed(text: rightText, location: right.location)
    )
  }

  mutating func ordering(_ fields: Fields) -> Item.Kind? {
    let rule = fields["scoring"]?.choice(of: Ordering.Rule.self, &findings)
    guard let node = fields.required("order", &findings) else { return nil }
    let texts = node.lines(&findings, expected: "a list of texts in their right order")
    Placed.reportDuplicates(in: texts, of: "text", &findings)
    if !(2...Letters.limit).contains(texts.count) {
      let place = fields.location(of: "order")
      findings.report(.wrongCount(texts.count, of: "text", least: 2, at: place))
    }
    return .ordering(Ordering(texts.map(\.text), rule: rule ?? .partial))
  }
}
