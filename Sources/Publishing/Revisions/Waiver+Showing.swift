extension Revision.Waiver {
  /// The waiver in words: `The room 'small' …: s1, s2. Reason: …`.
  public var words: String {
    let named = sessions.isEmpty ? "" : " (\(sessions.joined(separator: ", ")))"
    return "\(sentence)\(named): \(reason.legible)"
  }

  /// The waiver for programs.
  var json: JSON {
    .object([
      ("constraint", .text(constraint)), ("sentence", .text(sentence)),
      ("sessions", .texts(sessions)), ("reason", .text(reason)),
    ])
  }
}
