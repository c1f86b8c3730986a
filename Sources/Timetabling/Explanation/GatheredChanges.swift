extension [Conflict.Change] {
  /// The most names that are told one by one.
  private static var tellable: Int { 8 }

  /// The changes, those that ask the same of several sessions as one: "let 'a' and 'b' use a room with
  /// fewer than 40 seats".
  var gathered: [Conflict.Change] {
    var told: Set<Request> = []
    return compactMap { change in
      guard let request = Request(change.sentence) else { return change }
      guard told.insert(request).inserted else { return nil }
      let names = map(\.sentence).filter { Request($0) == request }.compactMap(Request.session(in:))
      guard names.count > 1 else { return change }
      let who = names.count > Self.tellable ? "each of \(names.count) sessions" : names.listed()
      return Conflict.Change(change.fact, "\(request.verb) \(who)\(request.rest)")
    }
  }
}

/// What a change asks of a session, without its name.
private struct Request: Hashable {
  let verb: Substring
  let rest: Substring

  init?(_ sentence: String) {
    guard let match = sentence.firstMatch(of: /^(let|hold|leave out) '[^']*'(.*)$/) else {
      return nil
    }
    (verb, rest) = (match.1, match.2)
  }

  /// The session of which something is asked, in quotes.
  static func session(in sentence: String) -> String? {
    sentence.firstMatch(of: /'[^']*'/).map { String($0.0) }
  }
}
