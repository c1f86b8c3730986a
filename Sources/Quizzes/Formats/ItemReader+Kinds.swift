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
    let kind = Item.Kind.shortText(
      ShortText(accepted.map(\.accepted), matchesCase: matchesCase ?? false)
    )
    let places = KeyPlaces(
      whole: fields.location(of: "key"),
      parts: [.acceptedText: accepted.map(\.pattern.location)]
    )
    report(faultsOf: kind, at: places)
    return kind
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
    let matching = Matching(
      pairs.map { .init($0.left.text, $0.right.text) },
      extra: extra.map(\.text),
      rule: rule ?? .partial
    )
    var seen: Set<String> = []
    let rights = pairs.map(\.right).filter { seen.insert($0.text).inserted } + extra
    let places = KeyPlaces(
      whole: fields.location(of: "pairs"),
      parts: [.leftSide: pairs.map(\.left.location), .rightSide: rights.map(\.location)]
    )
    let isComplete = pairs.count == nodes.count
    report(faultsOf: .matching(matching), at: places, isComplete: isComplete)
    return isComplete ? .matching(matching) : nil
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
    let kind = Item.Kind.ordering(Ordering(texts.map(\.text), rule: rule ?? .partial))
    let places = KeyPlaces(
      whole: fields.location(of: "order"),
      parts: [.orderedText: texts.map(\.location)]
    )
    report(faultsOf: kind, at: places)
    return kind
  }
}
