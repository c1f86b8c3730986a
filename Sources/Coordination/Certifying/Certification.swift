public import Curricula
public import Publishing
public import Quizzes
public import Records

/// The certificates of a programme: for everybody who passes by its rule.
public struct Certification: Sendable {
  /// A participant who has or gets a certificate.
  public struct Entry: Sendable {
    /// The participant.
    public let participant: Participant
    /// What the certificate says.
    public let certificate: Certificate
    /// When it was issued; `nil` before it is.
    public let issuedAt: Timestamp?
    /// Whether it counts; `nil` before it is issued.
    public let standing: CertificateStanding?
    /// What has to be recorded before it is handed out; `nil` where that was done.
    fileprivate let draft: Markbook.CertificateDraft?

    /// What names its credential.
    public var identifier: String {
      "urn:uuid:" + Identifier.uuid(of: "certificate \(certificate.code)")
    }

    /// What names whoever issues it.
    public var issuerIdentifier: String {
      "urn:uuid:" + Identifier.uuid(of: "issuer \(certificate.issuer)")
    }

    /// Whether it can be handed out: it counts, or is issued now.
    public var isCurrent: Bool { standing == nil || standing == .valid }
  }

  /// Why there can be none.
  public enum Refusal: Error, Hashable, Sendable {
    /// The programme has no rule by which anybody passes.
    case noRule
    /// Its rule was not published yet, so that it can still change.
    case unpublished
  }

  /// The certificates that were issued, in their order, then those that can be, in that of the roster.
  public let entries: [Entry]
  /// How many participants do not pass, or not yet.
  public let others: Int
  /// Who passes and gets none, because the last certificate was withdrawn and nobody asked for another by
  /// name; in the order of the roster.
  public let heldBack: [Participant]
  private let programme: Programme

  /// Looks who passes, and which certificates were issued.
  ///
  /// A person decided to withdraw a certificate, so only a person who names the participant gives another.
  ///
  /// - Parameters:
  ///   - progress: How the participants stand.
  ///   - markbook: Where everything is recorded.
  ///   - people: Only these participants; empty for all.
  ///   - today: The day that new certificates bear.
  ///   - now: The present.
  ///   - generator: The source of new codes, which nobody must be able to repeat.
  /// - Throws: ``Refusal``, what the markbook refuses, or ``AttemptProblem``.
  public init(
    _ progress: ProgrammeProgress,
    in markbook: Markbook,
    only people: Set<Participant.ID> = [],
    today: CivilDate,
    at now: Moment,
    using generator: inout some RandomNumberGenerator
  ) throws {
    guard let rule = progress.rule else { throw Refusal.noRule }
    guard rule.publishedAt != nil else { throw Refusal.unpublished }
    let curriculum = progress.curriculum
    programme = Programme(curriculum)
    let known = progress.rows.map { ($0.participant.id, $0.participant) }
    let roster = Dictionary(known) { first, _ in first }
    var entries: [Entry] = []
    var served: Set<Participant.ID> = []
    var withdrawn: Set<Participant.ID> = []
    for recorded in try markbook.certificates(of: programme) {
      guard let id = recorded.participant, let participant = roster[id],
        people.isEmpty || people.contains(id)
      else { continue }
      let standing = try CertificateStanding(of: recorded, in: markbook, at: now)
      if standing == .valid { served.insert(id) }
      // The last one decides.
      if case .withdrawn = standing { withdrawn.insert(id) } else { withdrawn.remove(id) }
      entries.append(
        Entry(
          participant: participant,
          certificate: try CertificateContent(of: recorded)
            .certificate(of: curriculum, code: recorded.code),
          issuedAt: recorded.time,
          standing: standing,
          draft: nil
        )
      )
    }
    let counting = Set(rule.rule.parts.map(\.quiz))
    let wanted = progress.rows.filter { people.isEmpty || people.contains($0.participant.id) }
    let passing = wanted.filter { $0.verdict?.outcome == .passed }
    let due = passing.filter { !served.contains($0.participant.id) }
    heldBack = due.map(\.participant).filter {
      withdrawn.contains($0.id) && !people.contains($0.id)
    }
    let notDue = Set(heldBack.map(\.id))
    for row in due where !notDue.contains(row.participant.id) {
      let code = CertificateCode(using: &generator)
      let certificate = Certificate(
        for: row.participant.name,
        of: curriculum,
        on: today,
        code: code.description
      )
      let attempts = zip(progress.columns, row.cells)
        .filter { counting.contains($0.0.name) }
        .flatMap { $0.1.attempts.filter(\.isSubmitted) }
      entries.append(
        Entry(
          participant: row.participant,
          certificate: certificate,
          issuedAt: nil,
          standing: nil,
          draft: Markbook.CertificateDraft(
            code: code,
            participant: row.participant.id,
            content: try CertificateContent(certificate, of: curriculum, attempts).stored
          )
        )
      )
    }
    self.entries = entries
    others = wanted.count - passing.count
  }

  /// Records that the new certificates are issued; only then may they be handed out.
  ///
  /// - Returns: How many there are.
  /// - Throws: ``MarkbookError``.
  public func record(
    in markbook: Markbook,
    by decidedBy: String,
    at time: Timestamp
  ) throws(MarkbookError) -> Int {
    let drafts = entries.compactMap(\.draft)
    if !drafts.isEmpty { try markbook.issue(drafts, of: programme, by: decidedBy, at: time) }
    return drafts.count
  }

  /// The certificates as a table: a form that others rely on.
  public func sheet(in zone: Zone) -> Sheet {
    var sheet = Sheet(
      "Certificates",
      columns: [
        .init("participant"), .init("name"), .init("group"), .init("state", isWhole: true),
        .init("issued", .instant), .init("code", isWhole: true),
      ],
      zone: zone
    )
    for entry in entries {
      sheet.append([
        .text(entry.participant.id), .text(entry.participant.name),
        .text(entry.participant.group), .text(entry.standing?.name ?? "can be issued"),
        Sheet.Cell(entry.issuedAt?.wholeSecond),
        entry.standing == nil ? .empty : .text(entry.certificate.code),
      ])
    }
    return sheet
  }
}
