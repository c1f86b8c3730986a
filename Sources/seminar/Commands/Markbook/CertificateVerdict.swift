import Coordination
import Curricula
import Diagnostics
import Quizzes
import Records

/// What the markbook knows of the certificate that has a code.
struct CertificateVerdict {
  /// What is said of it in JSON.
  struct Entry: Encodable {
    let code: String
    /// `valid`, `superseded`, `withdrawn`, `erased` or `unknown`.
    let state: String
    let issued: String?
    let name: String?
    let programme: String?
  }

  private let code: CertificateCode
  private let finding: RecordedCertificate.Finding?
  private let answer: CertificateAnswer?

  /// Looks in the markbook, which is all that it takes.
  init(_ code: CertificateCode, in markbook: Markbook) throws {
    self.code = code
    finding = try markbook.certificate(code)
    switch finding {
    case .issued(let certificate):
      answer = try CertificateAnswer(certificate, in: markbook, at: .now)
    case .erased, nil: answer = nil
    }
  }

  /// What is known, in sentences; `nil` where nothing is.
  func text(in zone: Zone) -> String? {
    answer?.text { zone.wording(of: $0) }
  }

  /// The same in JSON.
  var entry: Entry {
    let state: String
    let issued: Timestamp?
    switch finding {
    case .issued(let certificate):
      (state, issued) = (answer?.standing.name ?? "valid", certificate.time)
    case .erased(let time): (state, issued) = ("erased", time)
    case nil: (state, issued) = ("unknown", nil)
    }
    return Entry(
      code: code.description,
      state: state,
      issued: issued?.universal,
      name: answer?.name,
      programme: answer?.programme
    )
  }

  /// Fails unless the certificate is valid.
  func fail() throws {
    guard let answer else { throw Failure(unknown: code, finding) }
    switch answer.standing {
    case .valid: return
    case .superseded, .withdrawn:
      throw Failure(.problems, "the certificate \(code) is not valid")
    }
  }
}
