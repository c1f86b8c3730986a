import Diagnostics
import Foundation
import Quizzes
import Testing

@testable import Coordination

@Suite struct PublicKeyTests {
  @Test(arguments: SampleKeys.taken)
  func `a key has the fingerprint that ssh-keygen prints`(line: String, fingerprint: String) throws
  {
    let key = try PublicKey(line: line + " somebody's laptop")
    #expect(key.fingerprint == fingerprint)
    #expect(key.text == line)
  }

  static let refused: [(line: String, refusal: PublicKeyRefusal)] = [
    ("command=\"sh\" " + SampleKeys.ed25519, .options),
    ("restrict,pty " + SampleKeys.ed25519, .options),
    ("* " + SampleKeys.ed25519, .options),
    (SampleKeys.dsa, .weak("ssh-dss")),
    (SampleKeys.rsa1024, .short(bits: 1024)),
    (SampleKeys.certificate, .certificate("ecdsa-sha2-nistp256-cert-v01@openssh.com")),
    ("-----BEGIN OPENSSH PRIVATE KEY-----", .privateKey),
    ("---- BEGIN SSH2 PUBLIC KEY ----", .otherForm),
    ("PuTTY-User-Key-File-3: ssh-ed25519", .otherForm),
    ("ssh-ed448 AAAA", .unknown("ssh-ed448")),
    ("1024 35 1333", .unknown("1024")),
    ("ssh-ed25519", .notBase64),
    ("ssh-ed25519 not+base64", .notBase64),
    (
      SampleKeys.ed25519.replacing("ssh-ed25519 ", with: "ssh-rsa "),
      .mismatched("ssh-rsa", "ssh-ed25519")
    ),
    (String(SampleKeys.ed25519.dropLast(4)), .malformed),
    ("", .malformed),
  ]

  @Test(arguments: refused)
  func `what is no key for this is refused by name`(line: String, refusal: PublicKeyRefusal) {
    #expect(throws: refusal) { try PublicKey(line: line) }
    let diagnostic = refusal.diagnostic(at: .init(file: "p01.pub", line: 1))
    #expect(diagnostic.remedy != nil)
  }

  @Test func `something behind the parts of a key is refused`() throws {
    let key = try PublicKey(line: SampleKeys.ed25519)
    #expect(throws: PublicKeyRefusal.malformed) {
      try PublicKey(.ed25519, key.bytes + [0, 0, 0, 0])
    }
  }

  @Test(arguments: 0..<64)
  func `a key cut anywhere is refused and never crashes`(share: Int) throws {
    let bytes = try PublicKey(line: SampleKeys.rsa2048).bytes
    #expect(throws: PublicKeyRefusal.self) {
      try PublicKey(.rsa, Array(bytes.prefix(bytes.count * share / 64)))
    }
  }

  @Test func `a file has several keys, comments and empty lines`() {
    var findings = Findings()
    let text =
      "# laptop\n\(SampleKeys.ed25519) one\r\n\n  \(SampleKeys.rsa2048)\n\(SampleKeys.ed25519)\n"
    let file = KeyFile(SourceText(file: "p01.pub", text: text), of: "p01", &findings)
    #expect(file.keys.count == 2)
    #expect(findings.sorted.map(\.location.line) == [5])
    #expect(!findings.hasErrors)
  }

  @Test(arguments: ["", "\n# nothing\n"])
  func `a file without a key is an error`(text: String) {
    var findings = Findings()
    _ = KeyFile(SourceText(file: "p01.pub", text: text), of: "p01", &findings)
    #expect(findings.hasErrors)
  }

  @Test(arguments: ["p01", "a/b", "50%", "%2F", "José", "a b", "..", "-x"])
  func `the name of a file says whose keys it has`(id: String) {
    let name = KeyFile.name(for: id)
    #expect(!name.contains("/"))
    #expect(KeyFile.participant(ofFileNamed: name) == id)
  }

  @Test func `the server's word on the key counts more than the command line's`() {
    let given = Identification.key(fingerprint: "SHA256:other")
    let said = "publickey \(SampleKeys.ed25519)\n"
    #expect(
      given.confirmed(by: said) == .key(fingerprint: SampleKeys.taken[0].fingerprint)
    )
    #expect(given.confirmed(by: "password\n") == given)
    #expect(Identification.claimed.confirmed(by: said) == .claimed)
  }
}
