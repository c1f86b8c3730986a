internal import Foundation
internal import Records

/// An SSH public key of a kind that may let somebody in.
///
/// Sources: RFC 4253, section 6.6; RFC 5656; RFC 8709; OpenSSH's `PROTOCOL.u2f` for keys in hardware.
public struct PublicKey: Hashable, Sendable {
  /// The kind, as it stands before the key.
  public let kind: Kind
  /// The key as SSH sends it.
  public let bytes: [UInt8]

  /// The kinds that are taken.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case ed25519 = "ssh-ed25519"
    case hardwareEd25519 = "sk-ssh-ed25519@openssh.com"
    case ecdsa256 = "ecdsa-sha2-nistp256"
    case ecdsa384 = "ecdsa-sha2-nistp384"
    case ecdsa521 = "ecdsa-sha2-nistp521"
    case hardwareECDSA = "sk-ecdsa-sha2-nistp256@openssh.com"
    case rsa = "ssh-rsa"
  }

  /// The fewest bits of an RSA key.
  public static let fewestBits = 2048
  /// The most bits of an RSA key, which are those of OpenSSH.
  static let mostBits = 16_384

  /// The key as one line, without a comment.
  public var text: String {
    "\(kind.rawValue) \(Data(bytes).base64EncodedString())"
  }

  /// What `ssh-keygen -l` and the log of the SSH server call the key.
  public var fingerprint: String {
    let digest = Data(SHA256(of: bytes).bytes).base64EncodedString()
    return "SHA256:" + digest.prefix { $0 != "=" }
  }

  /// Reads a key as a `.pub` file has it: kind, key in base 64, and a comment that is dropped.
  ///
  /// Nothing may stand before the kind: in the server's key file options would stand there.
  public init(line: String) throws(PublicKeyRefusal) {
    // By bytes, as the server does: a comment may begin with an accent, which Swift joins to the space.
    let words = line.utf8.split { [UInt8(ascii: " "), UInt8(ascii: "\t")].contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    guard let name = words.first else { throw .malformed }
    guard let kind = Kind(rawValue: name) else {
      throw PublicKeyRefusal(kind: name, among: words)
    }
    guard words.count > 1, let data = Data(base64Encoded: words[1]) else { throw .notBase64 }
    try self.init(kind, Array(data))
  }

  /// Reads a key as SSH sends it, whose first part names the kind again.
  init(_ kind: Kind, _ bytes: [UInt8]) throws(PublicKeyRefusal) {
    var parts = SSHParts(bytes)
    guard let name = parts.next() else { throw .malformed }
    guard name == Array(kind.rawValue.utf8) else {
      throw .mismatched(kind.rawValue, String(decoding: name, as: UTF8.self))
    }
    switch kind {
    case .ed25519: try parts.require(count: 32)
    case .hardwareEd25519:
      try parts.require(count: 32)
      try parts.requireSome()
    case .ecdsa256: try parts.requirePoint(on: "nistp256", count: 65)
    case .ecdsa384: try parts.requirePoint(on: "nistp384", count: 97)
    case .ecdsa521: try parts.requirePoint(on: "nistp521", count: 133)
    case .hardwareECDSA:
      try parts.requirePoint(on: "nistp256", count: 65)
      try parts.requireSome()
    case .rsa: try parts.requireModulus()
    }
    guard parts.isAtEnd else { throw .malformed }
    self.kind = kind
    self.bytes = bytes
  }
}

/// Why a line is not taken as a public key.
public enum PublicKeyRefusal: Error, Hashable, Sendable {
  /// Options stand before the key, which would change what the server does.
  case options
  /// A private key, which nobody should hand out.
  case privateKey
  /// A certificate, not the key in it.
  case certificate(String)
  /// A kind that is too weak.
  case weak(String)
  /// An RSA key of too few bits.
  case short(bits: Int)
  /// An RSA key of more bits than the server takes.
  case long(bits: Int)
  /// The form that other programs export.
  case otherForm
  /// No kind of key that is known.
  case unknown(String)
  /// What follows the kind is not base 64.
  case notBase64
  /// The key says that it is of another kind than the line.
  case mismatched(String, String)
  /// The key's parts are not those of its kind.
  case malformed

  /// Why a line whose first word is no kind that is taken is refused.
  init(kind: String, among words: [String]) {
    let known = Set(PublicKey.Kind.allCases.map(\.rawValue))
    if words.joined(separator: " ").contains("PRIVATE KEY") {
      self = .privateKey
    } else if kind.hasPrefix("----") || kind.hasPrefix("PuTTY") {
      self = .otherForm
    } else if kind.hasSuffix("-cert-v01@openssh.com") {
      self = .certificate(kind)
    } else if ["ssh-dss", "ssh-rsa1"].contains(kind) {
      self = .weak(kind)
    } else if words.dropFirst().contains(where: known.contains) {
      self = .options
    } else {
      self = .unknown(kind)
    }
  }
}

/// The parts of something that SSH sends, each behind its length in four bytes.
private struct SSHParts {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func next() -> [UInt8]? {
    guard rest.count >= 4 else { return nil }
    let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard rest.count - 4 >= count else { return nil }
    let part = Array(rest.dropFirst(4).prefix(count))
    rest = rest.dropFirst(4 + count)
    return part
  }

  mutating func require(count: Int) throws(PublicKeyRefusal) {
    guard next()?.count == count else { throw .malformed }
  }

  mutating func requireSome() throws(PublicKeyRefusal) {
    guard let part = next(), !part.isEmpty else { throw .malformed }
  }

  /// A point that is not compressed, after the name of its curve.
  mutating func requirePoint(on curve: String, count: Int) throws(PublicKeyRefusal) {
    guard next() == Array(curve.utf8), let point = next(), point.count == count, point[0] == 4
    else { throw .malformed }
  }

  /// The exponent and the modulus of RSA, both positive.
  mutating func requireModulus() throws(PublicKeyRefusal) {
    guard let exponent = next(), let modulus = next(), let sign = modulus.first, sign < 0x80,
      let last = exponent.last, last & 1 == 1, exponent[0] < 0x80
    else { throw .malformed }
    let digits = modulus.drop { $0 == 0 }
    let bits = digits.isEmpty ? 0 : digits.count * 8 - digits[digits.startIndex].leadingZeroBitCount
    guard bits >= PublicKey.fewestBits else { throw .short(bits: bits) }
    guard bits <= PublicKey.mostBits else { throw .long(bits: bits) }
  }
}
