internal import Foundation
internal import GRDB
public import Quizzes

/// What the record of a certificate says openly.
private struct CertifiedBody: Codable {
  /// The hash of its code.
  var certificate: String
}

/// What the record of a certificate keeps erasable.
private struct CertifiedSecret: Codable {
  var by: String
  var code: String
  var content: String
}

/// What the record of a withdrawal keeps erasable.
private struct WithdrawnSecret: Codable {
  var by: String
  var reason: String
}

extension Markbook {
  /// A certificate before it is issued.
  public struct CertificateDraft: Sendable {
    /// Its code.
    public var code: CertificateCode
    /// To whom it is issued, by identifier on the roster.
    public var participant: Participant.ID
    /// What it says and rests on: a JSON object.
    public var content: String

    /// Creates a draft.
    public init(code: CertificateCode, participant: Participant.ID, content: String) {
      self.code = code
      self.participant = participant
      self.content = content
    }
  }

  /// Records that certificates are issued, all or none.
  ///
  /// - Parameters:
  ///   - drafts: The certificates.
  ///   - programme: The curriculum and its edition.
  ///   - decidedBy: Who issues them.
  ///   - time: When.
  /// - Throws: ``MarkbookError``; `unknownParticipant` for somebody who is not on the roster.
  public func issue(
    _ drafts: [CertificateDraft],
    of programme: Programme,
    by decidedBy: String,
    at time: Timestamp
  ) throws(MarkbookError) {
    try write { database in
      for draft in drafts {
        guard let person = try Self.person(draft.participant, database) else {
          throw failure(.unknownParticipant(draft.participant))
        }
        let secret = CertifiedSecret(
          by: decidedBy,
          code: draft.code.description,
          content: draft.content
        )
        let record = Record.Draft(
          kind: Record.Kind.certified,
          subject: person.number,
          sequence: try Self.count(about: person.number, database) + 1,
          programme: programme,
          milliseconds: time.milliseconds,
          body: try Record.canonicalJSON(CertifiedBody(certificate: draft.code.hash)),
          secret: try Record.canonicalJSON(secret)
        )
        try Self.record([record], database)
      }
    }
  }

  /// Records that a certificate does not count any more.
  ///
  /// - Parameters:
  ///   - code: Its code.
  ///   - reason: Why.
  ///   - decidedBy: Who decided it.
  ///   - time: When.
  /// - Returns: Whether there is such a certificate that was not withdrawn or erased before; otherwise
  ///   nothing is recorded.
  /// - Throws: ``MarkbookError``.
  public func withdraw(
    _ code: CertificateCode,
    because reason: String,
    by decidedBy: String,
    at time: Timestamp
  ) throws(MarkbookError) -> Bool {
    try write { database in
      let records = try Self.certificateRecords(code, database)
      guard let issued = records.first(where: { $0.kind == Record.Kind.certified }),
        !issued.isErased, !records.contains(where: { $0.kind == Record.Kind.withdrawn })
      else { return false }
      let record = Record.Draft(
        kind: Record.Kind.withdrawn,
        subject: issued.subject,
        sequence: try Self.count(about: issued.subject, database) + 1,
        programme: issued.programme,
        milliseconds: time.milliseconds,
        body: try Record.canonicalJSON(CertifiedBody(certificate: code.hash)),
        secret: try Record.canonicalJSON(WithdrawnSecret(by: decidedBy, reason: reason))
      )
      try Self.record([record], database)
      return true
    }
  }

  /// What is known of the certificate that has a code; `nil` when there never was one.
  public func certificate(
    _ code: CertificateCode
  ) throws(MarkbookError) -> RecordedCertificate.Finding? {
    try read { database in
      let records = try Self.certificateRecords(code, database)
      guard let issued = records.first(where: { $0.kind == Record.Kind.certified }) else {
        return nil
      }
      guard !issued.isErased else {
        return .erased(issuedAt: Timestamp(milliseconds: issued.milliseconds))
      }
      return try Self.certificates(records, database).first.map { .issued($0) }
    }
  }

  /// The certificates of a programme in the order in which they were issued, without those of people
  /// who were forgotten.
  public func certificates(
    of programme: Programme
  ) throws(MarkbookError) -> [RecordedCertificate] {
    try read { database in
      let records = try Self.records(
        where: """
          record.kind IN ('participant/certified', 'participant/withdrawn')
            AND record.private IS NOT NULL AND record.curriculum = ? AND record.edition = ?
          """,
        order: Self.order(database),
        [programme.curriculum, programme.edition],
        database
      )
      return try Self.certificates(records, database)
    }
  }
}

extension Markbook {
  private static func certificateRecords(
    _ code: CertificateCode,
    _ database: Database
  ) throws -> [Record] {
    try records(
      where: """
        record.kind IN ('participant/certified', 'participant/withdrawn')
          AND json_extract(record.body, '$.certificate') = ?
        """,
      order: order(database),
      [code.hash],
      database
    )
  }

  private static func certificates(
    _ records: [Record],
    _ database: Database
  ) throws -> [RecordedCertificate] {
    let decoder = JSONDecoder()
    func body(_ record: Record) throws -> CertifiedBody {
      try decoder.decode(CertifiedBody.self, from: Data(record.body.utf8))
    }
    var withdrawals: [String: RecordedCertificate.Withdrawal] = [:]
    for record in records where record.kind == Record.Kind.withdrawn {
      guard let text = record.secret?.text else { continue }
      let secret = try decoder.decode(WithdrawnSecret.self, from: Data(text.utf8))
      withdrawals[try body(record).certificate] = RecordedCertificate.Withdrawal(
        reason: secret.reason,
        by: secret.by,
        time: Timestamp(milliseconds: record.milliseconds)
      )
    }
    return try records.compactMap { record in
      guard record.kind == Record.Kind.certified, let text = record.secret?.text else { return nil }
      let secret = try decoder.decode(CertifiedSecret.self, from: Data(text.utf8))
      guard let code = CertificateCode(secret.code) else { throw UnexpectedValue() }
      return RecordedCertificate(
        code: code,
        participant: try participant(numbered: record.subject, database),
        programme: record.programme,
        content: secret.content,
        by: secret.by,
        time: Timestamp(milliseconds: record.milliseconds),
        withdrawal: withdrawals[try body(record).certificate]
      )
    }
  }
}
