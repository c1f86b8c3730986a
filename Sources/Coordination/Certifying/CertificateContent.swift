internal import Curricula
internal import Foundation
internal import Publishing
internal import Quizzes
internal import Records

/// What a certificate says, and the scores on which it rests, as the record keeps it.
struct CertificateContent: Codable {
  /// The percentages of the attempts that counted, exactly, by the attempts' identifiers.
  var attempts: [RecordedAttempt.ID: String]
  var curriculum: String
  var date: String
  var edition: String
  var issuer: String
  var name: String
  var note: String
  var place: String?
  var programme: String
  var signatures: [String]
  var text: String
  var title: String

  /// What a new certificate says.
  init(_ certificate: Certificate, of curriculum: Curriculum, _ attempts: [SatAttempt]) {
    let percents = attempts.map { ($0.id, $0.percent.description) }
    self.attempts = Dictionary(percents) { first, _ in first }
    self.curriculum = curriculum.id
    date = "\(certificate.date)"
    edition = certificate.edition
    issuer = certificate.issuer
    name = certificate.name
    note = certificate.wording.note
    place = certificate.place
    programme = certificate.programme
    signatures = certificate.wording.signatures
    text = certificate.wording.text
    title = certificate.wording.title
  }

  /// Reads it from the record.
  init(of recorded: RecordedCertificate) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(recorded.content.utf8))
  }

  /// The form in which the record keeps it.
  var stored: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// The certificate as it was issued, whatever the curriculum says now.
  func certificate(of curriculum: Curriculum, code: CertificateCode) -> Certificate {
    var certificate = Certificate(
      for: name,
      of: curriculum,
      on: CivilDate(date) ?? CivilDate(dayNumber: 0),
      code: code.description
    )
    certificate.wording.title = title
    certificate.wording.text = text
    certificate.wording.note = note
    certificate.wording.signatures = signatures
    certificate.issuer = issuer
    certificate.programme = programme
    certificate.edition = edition
    certificate.place = place
    return certificate
  }
}
