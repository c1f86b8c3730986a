public import Curricula

/// What a certificate says.
public struct Certificate: Sendable {
  /// The name of the participant.
  public var name: String
  /// The heading, the sentence, who issues and who signs it, and the small letters.
  public var wording: CertificateWording
  /// Who issues it.
  public var issuer: String
  /// The title of the programme.
  public var programme: String
  /// Its edition; empty where it has none.
  public var edition: String
  /// Where the programme was held; `nil` where that is not said.
  public var place: String?
  /// The day on which it was issued.
  public var date: CivilDate
  /// The code by which anybody can ask whether it is valid.
  public var code: String

  /// Writes a certificate of a programme.
  ///
  /// - Parameters:
  ///   - name: The name of the participant.
  ///   - curriculum: The programme, with the wording of its certificates.
  ///   - date: The day on which it is issued.
  ///   - code: Its code.
  public init(for name: String, of curriculum: Curriculum, on date: CivilDate, code: String) {
    self.name = name
    wording = curriculum.certificate
    issuer =
      wording.issuer ?? curriculum.organizer?.name ?? "The coordinators of the programme"
    programme = curriculum.title
    edition = curriculum.edition
    place = curriculum.place
    self.date = date
    self.code = code
  }

  /// The line with edition, place and day.
  var particulars: String {
    [edition.isEmpty ? nil : "Edition \(edition)", place, date.spelled].compactMap(\.self)
      .joined(separator: " · ")
  }

  /// Who can check it, before the command that does.
  var check: String {
    "Code \(code). Anyone who has the markbook of the programme can check it:"
  }

  /// The words of the command that checks it.
  var command: [String] {
    ["seminar", "markbook", "verify", "--certificate", code]
  }
}
