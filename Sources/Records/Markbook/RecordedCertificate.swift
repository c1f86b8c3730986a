public import Quizzes

/// A certificate as it was issued.
public struct RecordedCertificate: Hashable, Sendable {
  /// That it does not count any more, and why.
  public struct Withdrawal: Hashable, Sendable {
    /// Why.
    public let reason: String
    /// Who decided it.
    public let by: String
    /// When it was recorded.
    public let time: Timestamp
  }

  /// What is known of a certificate by its code.
  public enum Finding: Hashable, Sendable {
    /// It was issued; it may have been withdrawn.
    case issued(RecordedCertificate)
    /// It was issued to somebody who was forgotten since.
    case erased(issuedAt: Timestamp)
  }

  /// Its code, by which anybody can ask for it.
  public let code: CertificateCode
  /// To whom it was issued; `nil` for somebody who is known no more.
  public let participant: Participant.ID?
  /// For which curriculum and edition.
  public let programme: Programme
  /// What it says and rests on, in a form that the markbook does not read: a JSON object.
  public let content: String
  /// Who issued it.
  public let by: String
  /// When it was issued.
  public let time: Timestamp
  /// That it was withdrawn; `nil` where it was not.
  public let withdrawal: Withdrawal?
}

/// The code of a certificate: 80 random bits, in letters and digits that are not mistaken for others.
///
/// Source of the alphabet: D. Crockford, *Base 32*.
public struct CertificateCode: Hashable, Sendable, CustomStringConvertible {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The sixteen signs in groups of four: `7K3M-0Q2X-…`.
  public let description: String

  /// Draws a code.
  ///
  /// - Parameter generator: The source, which nobody must be able to repeat.
  public init(using generator: inout some RandomNumberGenerator) {
    let signs = (0..<16).map { _ in Self.alphabet[Int.random(in: 0..<32, using: &generator)] }
    self.init(signs: signs)
  }

  /// Reads a code as somebody typed it: small letters, spaces and hyphens do not matter, and O, I and L
  /// are read as the digits that they look like; `nil` for what is none.
  public init?(_ text: String) {
    let lookalikes: [Character: Character] = ["O": "0", "I": "1", "L": "1"]
    let signs = text.uppercased().filter { $0 != "-" && !$0.isWhitespace }
      .map { lookalikes[$0] ?? $0 }
    guard signs.count == 16, signs.allSatisfy(Self.alphabet.contains) else { return nil }
    self.init(signs: signs)
  }

  private init(signs: [Character]) {
    description = stride(from: 0, to: 16, by: 4).map { String(signs[$0..<$0 + 4]) }
      .joined(separator: "-")
  }

  /// The SHA-256 of the code, by which the record names it openly.
  public var hash: String { SHA256(of: description.utf8).hexadecimal }
}
