public import Diagnostics

/// What certificates of a programme say, as the curriculum gives it.
///
/// What is not given claims nothing official.
public struct CertificateWording: Hashable, Sendable {
  /// The heading.
  public var title = "Certificate of completion"
  /// What the participant did, after the name and before the programme.
  public var text = "has met the requirements for passing the programme"
  /// Who issues it; `nil` for the organizer, or else for the coordinators of the programme.
  public var issuer: String?
  /// Who signs it: a line for each.
  public var signatures: [String] = []
  /// What is said in small letters.
  public var note =
    "Issued by the coordinators of the programme. It is not an academic degree, a licence or an "
    + "accreditation."
  /// Where it was declared.
  public var location = Diagnostic.Location(file: "")

  /// The wording of a curriculum that gives none.
  public init() {}
}
