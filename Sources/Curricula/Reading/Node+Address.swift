internal import Diagnostics

extension Node {
  /// An e-mail address as people have them: `name@example.org`, at most 254 characters of ASCII.
  ///
  /// Source: the dot-atom form of RFC 5322, section 3.4.1; comments, quoted names and addresses in
  /// brackets are refused.
  func emailAddress(_ findings: inout Findings) -> String? {
    let expected = "an address such as name@example.org"
    guard let text = text(&findings, expected: expected) else { return nil }
    let atoms = /[A-Za-z0-9!#$%&'*+\/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+\/=?^_`{|}~-]+)*/
    let labels = /[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+/
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.count <= 254, parts[0].wholeMatch(of: atoms) != nil,
      parts[1].wholeMatch(of: labels) != nil
    else {
      mismatch(expected: expected, &findings, remedy: "write the bare address, without a name")
      return nil
    }
    return text
  }
}
