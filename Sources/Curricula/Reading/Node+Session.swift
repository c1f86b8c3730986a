public import Diagnostics

extension Node {
  /// The name of a session: an identifier, or that of a member of a series, whose parts are separated
  /// by `@`.
  public func sessionName(_ findings: inout Findings) -> String? {
    guard case .scalar(let written, let isQuoted) = content, written.contains("@") else {
      return identifier(&findings)
    }
    let parts = written.split(separator: "@", omittingEmptySubsequences: false)
    var unread = Findings()
    let names = parts.compactMap { part in
      Node(content: .scalar(String(part), isQuoted: isQuoted), location: location)
        .identifier(&unread)
    }
    guard names.count == parts.count, parts.count <= 3 else {
      mismatch(
        expected: "the name of a session",
        &findings,
        remedy: "write a member of a series as 'lab@A', 'lab@3' or 'lab@A@3'"
      )
      return nil
    }
    return names.joined(separator: "@")
  }
}
