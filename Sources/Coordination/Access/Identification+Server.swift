public import Quizzes

extension Identification {
  /// The identification with what the SSH server says that it checked.
  ///
  /// With `ExposeAuthInfo yes` the server writes a file that names the key by which somebody came in
  /// (`sshd_config(5)`). Its word counts more than that of the command line.
  ///
  /// - Parameter authentication: The text of that file: a line for each method, such as
  ///   `publickey ssh-ed25519 AAAA…`.
  /// - Returns: The identification by the key named there; for anything but a key, unchanged.
  public func confirmed(by authentication: String) -> Identification {
    guard case .key = self else { return self }
    let lines = authentication.split(whereSeparator: \.isNewline)
    let keys = lines.lazy.compactMap { line -> PublicKey? in
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, words[0] == "publickey" else { return nil }
      return try? PublicKey(line: String(words[1]))
    }
    return keys.first.map { .key(fingerprint: $0.fingerprint) } ?? self
  }
}
