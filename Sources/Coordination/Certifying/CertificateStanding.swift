internal import Diagnostics
public import Quizzes
public import Records

/// Whether a certificate still counts.
public enum CertificateStanding: Hashable, Sendable {
  /// It counts.
  case valid
  /// An attempt on which it rests was marked otherwise since, at a time that may not be known.
  case superseded(attempt: RecordedAttempt.ID, from: Rational, to: Rational, at: Timestamp?)
  /// It was withdrawn.
  case withdrawn(RecordedCertificate.Withdrawal)

  /// One word for it.
  public var name: String {
    switch self {
    case .valid: "valid"
    case .superseded: "superseded"
    case .withdrawn: "withdrawn"
    }
  }

  /// Looks whether a certificate counts; the markbook is all that it takes.
  ///
  /// - Parameters:
  ///   - certificate: The certificate as it was issued.
  ///   - markbook: Where it is recorded, with the attempts on which it rests.
  ///   - now: The present.
  /// - Throws: What the markbook refuses, or ``AttemptProblem``.
  public init(
    of certificate: RecordedCertificate,
    in markbook: Markbook,
    at now: Moment
  ) throws {
    if let withdrawal = certificate.withdrawal {
      self = .withdrawn(withdrawal)
      return
    }
    let content = try CertificateContent(of: certificate)
    for (id, percent) in content.attempts.sorted(by: { $0.key < $1.key }) {
      let reading = try AttemptReading(markbook.attempt(id), in: markbook, at: now)
      let present = reading.score?.percent ?? 0
      guard present.description != percent else { continue }
      let changes = reading.attempt.events.filter { event in
        switch event.kind {
        case .marked, .remarked: event.time >= certificate.time
        case .started, .responded, .tried, .hinted, .certain, .skipped, .flagged, .moved, .left,
          .resumed, .submitted, .extended, .expired, .shown, .identified:
          false
        }
      }
      self = .superseded(
        attempt: id,
        from: Rational(written: percent),
        to: present,
        at: changes.last?.time
      )
      return
    }
    self = .valid
  }
}

extension Rational {
  /// Reads a number as its description writes it: `3` or `1/3`; 0 for anything else.
  fileprivate init(written text: String) {
    let parts = text.split(separator: "/").compactMap { Int128($0) }
    guard let numerator = parts.first, (1...2).contains(parts.count) else {
      self = 0
      return
    }
    self.init(numerator, over: parts.count == 2 && parts[1] != 0 ? parts[1] : 1)
  }
}

/// What is known of the certificate that has a code.
public struct CertificateAnswer: Sendable {
  /// The certificate.
  public let certificate: RecordedCertificate
  /// Whether it counts.
  public let standing: CertificateStanding
  /// The name on it.
  public let name: String
  /// The programme on it, with its edition.
  public let programme: String

  /// Reads what is recorded.
  ///
  /// - Throws: What the markbook refuses, or ``AttemptProblem``.
  public init(_ certificate: RecordedCertificate, in markbook: Markbook, at now: Moment) throws {
    self.certificate = certificate
    standing = try CertificateStanding(of: certificate, in: markbook, at: now)
    let content = try CertificateContent(of: certificate)
    name = content.name
    programme =
      content.programme + (content.edition.isEmpty ? "" : " (\(content.edition))")
  }

  /// What is known, in sentences.
  ///
  /// - Parameter wording: An instant in words.
  /// - Returns: The sentences.
  public func text(_ wording: (Timestamp) -> String) -> String {
    let code = certificate.code
    let issued =
      "It was issued on \(wording(certificate.time)) to \(name.visible) for \(programme.visible)."
    switch standing {
    case .valid: return "The certificate \(code) is valid. \(issued)"
    case .superseded(let attempt, let from, let to, let time):
      let when = time.map { " on \(wording($0))" } ?? ""
      return "The certificate \(code) is superseded. \(issued) Attempt \(attempt.prefix(8)) was "
        + "marked again\(when), and its score changed from \(from.rounded()) to \(to.rounded()) "
        + "percent."
    case .withdrawn(let withdrawal):
      return "The certificate \(code) was withdrawn on \(wording(withdrawal.time)) by "
        + "\(withdrawal.by.visible). Reason: \(withdrawal.reason.visible) \(issued)"
    }
  }
}
