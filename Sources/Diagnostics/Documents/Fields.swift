/// A mapping whose keys are known, with everything unknown already reported.
public struct Fields: Sendable {
  /// Where the mapping begins.
  public let location: Diagnostic.Location
  /// What the mapping describes, for messages: "session", "item".
  public let subject: String
  private let entries: [Node.Entry]

  /// Takes a mapping and reports keys that are not among the known ones, with the nearest name.
  ///
  /// `nil`, with a report, when the value is not a mapping.
  public init?(_ node: Node, of subject: String, keys: [String], _ findings: inout Findings) {
    guard case .mapping(let entries) = node.content else {
      let article = subject.first.map { "aeiou".contains($0) } == true ? "an" : "a"
      node.mismatch(
        expected: "\(article) \(subject) with keys such as '\(keys.first ?? "")'",
        &findings,
        remedy: "write each part as 'key: value' on a line of its own, such as "
          + "'\(keys.first ?? "key"): …'"
      )
      return nil
    }
    for entry in entries where !keys.contains(entry.key) {
      findings.error(
        at: entry.location,
        "unknown key '\(entry.key.visible)' in the \(subject)",
        remedy: didYouMean(
          entry.key,
          among: keys,
          otherwise: "known keys are " + keys.quoted()
            // Within braces a comma ends the value, and what follows reads as a key.
            + (entry.value.isEmpty ? "; put quotation marks around text with a comma" : "")
        )
      )
    }
    location = node.location
    self.subject = subject
    self.entries = entries
  }

  /// The entry of a key that has a value.
  public func entry(_ key: String) -> Node.Entry? {
    entries.first { $0.key == key && !$0.value.isEmpty }
  }

  /// The value of a key, `nil` when the key is missing or has nothing behind it.
  public subscript(key: String) -> Node? {
    entry(key)?.value
  }

  /// Where a key stands, or where the mapping begins when it is missing.
  public func location(of key: String) -> Diagnostic.Location {
    entries.first { $0.key == key }?.location ?? location
  }

  /// The value of a key that must be there; reported when it is not.
  public func required(_ key: String, _ findings: inout Findings) -> Node? {
    if let node = self[key] { return node }
    findings.error(
      at: location(of: key),
      "the \(subject) has no '\(key)'",
      remedy: "add '\(key): …'"
    )
    return nil
  }
}
