internal import Curricula
public import Foundation

extension Certificate {
  /// The certificate as a credential of Open Badges 3.0, without a proof.
  ///
  /// Source: 1EdTech, *Open Badges Specification*, version 3.0, sections 5 and 8.
  ///
  /// - Parameters:
  ///   - identifier: What names the credential: a URN.
  ///   - issuerIdentifier: What names whoever issues it: a URN.
  ///   - instant: When it was issued.
  /// - Returns: The claims, as a JSON document.
  public func badge(
    identifier: String,
    issuer issuerIdentifier: String,
    at instant: Date
  ) -> String {
    claims(identifier, issuerIdentifier, instant).document
  }

  /// The same credential as the claims of a JSON Web Token, on one line.
  public func claims(
    identifier: String,
    issuer issuerIdentifier: String,
    at instant: Date
  ) -> String {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
    let registered: [(key: String, value: JSON)] = [
      ("iss", .text(issuerIdentifier)), ("jti", .text(identifier)),
      ("nbf", .integer(seconds)), ("sub", .text(identifier + "#subject")),
    ]
    guard case .object(let members) = claims(identifier, issuerIdentifier, instant) else {
      return "{}"
    }
    return JSON.object(registered + members).line
  }

  private func claims(_ identifier: String, _ issuerIdentifier: String, _ instant: Date) -> JSON {
    let achievement: JSON = .object([
      ("id", .text(identifier + "#achievement")), ("type", .list([.text("Achievement")])),
      ("name", .text(programme + (edition.isEmpty ? "" : " (\(edition))"))),
      ("description", .text("\(wording.title). \(wording.note)")),
      ("criteria", .object([("narrative", .text("The participant \(wording.text)."))])),
    ])
    let subject: JSON = .object([
      ("id", .text(identifier + "#subject")), ("type", .list([.text("AchievementSubject")])),
      (
        "identifier",
        .list([
          .object([
            ("type", .text("IdentityObject")), ("identityHash", .text(name)),
            ("identityType", .text("name")), ("hashed", .flag(false)),
          ])
        ])
      ),
      ("achievement", achievement),
    ])
    return .object([
      (
        "@context",
        .list([
          .text("https://www.w3.org/ns/credentials/v2"),
          .text("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"),
        ])
      ),
      ("id", .text(identifier)),
      ("type", .list([.text("VerifiableCredential"), .text("OpenBadgeCredential")])),
      ("name", .text(wording.title)),
      (
        "issuer",
        .object([
          ("id", .text(issuerIdentifier)), ("type", .list([.text("Profile")])),
          ("name", .text(issuer)),
        ])
      ),
      ("validFrom", .text(Zone.utc.timestamp(of: instant).replacing("+00:00", with: "Z"))),
      ("credentialSubject", subject),
    ])
  }
}
