extension [String] {
  /// The words in one: "a, b and c".
  func listed(_ conjunction: String = "and") -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// Sentences that begin alike as one: "UNODC cannot come on 14 and 28 April 2026"; others one after
  /// the other, with semicolons.
  var gathered: String {
    guard count > 1 else { return first ?? "" }
    let words = map { $0.split(separator: " ") }
    let shortest = words.map(\.count).min() ?? 0
    let start = (0..<shortest).prefix { index in
      words.allSatisfy { $0[index] == words[0][index] }
    }.count
    guard start > 1, start < shortest else { return joined(separator: "; ") }
    let rests = words.map { [Substring]($0.dropFirst(start)) }
    let end = (0..<(shortest - start)).prefix { index in
      rests.allSatisfy { $0[$0.count - 1 - index] == rests[0][rests[0].count - 1 - index] }
    }.count
    let isShort = rests.allSatisfy { $0.count == end + 1 }
    let tail = isShort ? rests[0].suffix(end).joined(separator: " ") : ""
    let items = rests.map { $0.dropLast(isShort ? end : 0).joined(separator: " ") }
    return words[0].prefix(start).joined(separator: " ") + " " + items.listed()
      + (tail.isEmpty ? "" : " " + tail)
  }

  /// Sentences that say the same of several things as one: "'a' and 'b': each needs 40 seats"; `nil`
  /// when they do not.
  var gatheredBySubject: String? {
    let parts = map { sentence -> (subject: String, rest: String)? in
      guard
        let match = sentence.firstMatch(
          of: /^((?:module |group |the room )?'[^']*') (.*)$/
        )
      else { return nil }
      return (String(match.1), String(match.2))
    }
    let known = parts.compactMap(\.self)
    guard count > 1, known.count == count, Set(known.map(\.rest)).count == 1 else { return nil }
    return "\(known.map(\.subject).listed()): each \(known[0].rest)"
  }
}
