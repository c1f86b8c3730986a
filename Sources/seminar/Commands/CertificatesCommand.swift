import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records

/// `seminar certificates`: certificates for everybody who passes.
struct CertificatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates",
    abstract: "Issue certificates to participants who pass the programme, or withdraw one.",
    discussion: """
      Without an option, it lists the certificates that were issued and those that can be issued. The
      rule that was published last decides who passes: see 'seminar progress'.

      '--output' issues a certificate to each participant who passes and has no valid one, and records
      it. After a certificate has been withdrawn, its participant gets another one only if you name
      them with '--participant'. For each valid certificate, it writes a page (.html), a picture (.svg) and an Open Badges
      3.0 credential to a new folder. The section 'certificate' of the curriculum gives the wording.

      With '--key', the program 'openssl' signs the credentials with your own Ed25519 key (.jwt).
      Without it, they are unsigned, and their file names say so. Make a key once with
      'openssl genpkey -algorithm ed25519 -out key.pem'.

      Each certificate has a code. 'seminar markbook verify --certificate CODE' shows whether it is
      valid, was superseded because an attempt was marked again, was withdrawn, or was erased.

      Examples:
        seminar certificates
        seminar certificates --output certificates
        openssl genpkey -algorithm ed25519 -out key.pem
        seminar certificates --output signed --key key.pem
        seminar certificates --withdraw CODE --why "Issued by mistake."
      """
  )

  @Argument(
    help: "The curriculum, by name or file. You can omit it if there is only one.",
    completion: .curricula
  )
  var curriculum: String?

  @Option(
    help: ArgumentHelp("Only this participant; you can repeat this option.", valueName: "id"),
    completion: .participants
  )
  var participant: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Issue certificates, and write them to this new folder.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var output: String?

  @Option(
    help: ArgumentHelp("Sign credentials with this private Ed25519 key (PEM).", valueName: "file"),
    completion: .file()
  )
  var key: String?

  @Option(help: ArgumentHelp("Withdraw the certificate with this code.", valueName: "code"))
  var withdraw: String?

  @Option(help: ArgumentHelp("The reason for withdrawing it; it is kept.", valueName: "text"))
  var why: String?

  @Option(help: ArgumentHelp("Who made the decision (default: your user name).", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("The format of the list.", valueName: "format"))
  var format: SheetForm = .text

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func validate() throws {
    guard withdraw == nil || (output == nil && key == nil && participant.isEmpty) else {
      throw ValidationError("'--withdraw' can be combined only with '--why' and '--by'.")
    }
    guard why == nil || withdraw != nil else {
      throw ValidationError("'--why' gives the reason for '--withdraw'; add the code, too.")
    }
    guard key == nil || output != nil else {
      throw ValidationError("'--key' signs the files that '--output' writes; name the folder, too.")
    }
  }

  func run() throws {
    let decidedBy = try Reasons.person(by, "--by")
    let workspace = try place.located()
    if let withdraw { return try withdrawCertificate(withdraw, by: decidedBy, in: workspace) }
    try workspace.refuseSelfPaced(
      curriculum,
      "certificates follow the published rule for passing, which only programmes with dates have",
      remedy: "see who has completed a path with 'seminar progress'"
    )
    guard let reading = try workspace.readableMarkbook() else {
      throw Failure(
        .inputMissing,
        "nothing is recorded yet",
        remedy: "import a roster first, with 'seminar roster import FILE.csv'"
      )
    }
    defer { reading.close() }
    let notes = try verification.notes(on: reading)
    var request = ProgrammeProgress.Request()
    request.curriculum = curriculum
    let progress = try ProgrammeProgress(request, in: workspace, reading, at: .now)
    let certification = try certification(progress, reading)
    guard let output else {
      try format.write(
        certification.sheet(in: progress.zone),
        as: "seminar-certificates",
        notes: notes
      )
      tellHeldBack(certification)
      return
    }
    try issue(certification, by: decidedBy, in: workspace, to: output)
  }

  private func certification(
    _ progress: ProgrammeProgress,
    _ markbook: Markbook
  ) throws -> Certification {
    let people = Set(participant.map(Participant.normalized))
    for id in people.sorted() { _ = try progress.row(of: id) }
    var generator = SystemRandomNumberGenerator()
    do {
      return try Certification(
        progress,
        in: markbook,
        only: people,
        today: progress.zone.wallClock(at: Date()).date,
        at: .now,
        using: &generator
      )
    } catch let refusal as Certification.Refusal {
      throw Failure(refusal, progress.curriculum)
    }
  }

  /// Says who gets no certificate although they pass, and how to issue one all the same.
  private func tellHeldBack(_ certification: Certification) {
    let names = certification.heldBack.map { "\($0.name.visible) (\($0.id.visible))" }
    guard !names.isEmpty else { return }
    let first = certification.heldBack[0].id.visible
    Output.error.tell(
      (names.count == 1
        ? "The certificate of \(names[0]) was withdrawn, so no other is issued."
        : "The certificates of \(names.listed()) were withdrawn, so no others are issued.")
        + " To issue another one, name the participant: add '--participant \(first)'."
    )
  }

  /// Why there is no certificate to write.
  private func nobody(_ certification: Certification) -> String {
    if !certification.heldBack.isEmpty { return "nobody else passes yet" }
    return participant.isEmpty
      ? "nobody passes yet"
      : "\(participant.map { Participant.normalized($0).visible }.listed()) "
        + "\(participant.count.agreeing("does", "do")) not pass yet"
  }

  /// Records first, so that no certificate is handed out that the record does not have.
  private func issue(
    _ certification: Certification,
    by decidedBy: String,
    in workspace: Workspace,
    to folder: String
  ) throws {
    let current = certification.entries.filter(\.isCurrent)
    tellHeldBack(certification)
    guard !current.isEmpty else {
      Output.error.tell("There is no certificate to write: \(nobody(certification)).")
      return
    }
    let signer = try key.map { try BadgeSigner(key: $0) }
    let files = try current.flatMap { try $0.files(signedBy: signer) }
    let purpose = "so that only these certificates are in it"
    let staged = try MessageFolder(folder, option: "--output", purpose: purpose).stage(files)
    let count: Int
    do {
      let markbook = try workspace.writableMarkbook()
      defer { markbook.close() }
      count = try certification.record(in: markbook, by: decidedBy, at: .now)
    } catch {
      staged.discard()
      throw error
    }
    try staged.put()
    try Output.standard.write(
      "Issued \(count.counted("certificate")); wrote \(current.counted("certificate")) to "
        + "\(folder)\n"
    )
    if signer == nil {
      Output.error.tell("The credentials are unsigned, because no key was given with '--key'.")
    }
  }

  private func withdrawCertificate(
    _ text: String,
    by decidedBy: String,
    in workspace: Workspace
  ) throws {
    let reason = try Reasons.required(why, "--why")
    let code = try CertificateCode.read(text)
    let present = try workspace.presentMarkbook()
    let finding = try present.certificate(code)
    present.close()
    guard case .issued(let certificate)? = finding else {
      throw Failure(unknown: code, finding)
    }
    let markbook = try workspace.writableMarkbook()
    defer { markbook.close() }
    let isDone = try markbook.withdraw(
      certificate.code,
      because: reason,
      by: decidedBy,
      at: .now
    )
    Output.error.tell(
      isDone
        ? "The certificate \(code) is withdrawn."
        : "The certificate \(code) was already withdrawn; nothing was recorded."
    )
  }
}

extension Certification.Entry {
  /// The page, the picture and the credential.
  fileprivate func files(signedBy signer: BadgeSigner?) throws -> [Publication.File] {
    let name = Letter.fileName(of: participant.id)
    let issuer = issuerIdentifier
    let instant = issuedAt?.date ?? Date()
    var files = [
      Publication.File(path: name + ".html", text: certificate.page),
      Publication.File(path: name + ".svg", text: certificate.picture),
    ]
    if let signer {
      let claims = certificate.claims(identifier: identifier, issuer: issuer, at: instant)
      files.append(
        Publication.File(path: name + ".badge.jwt", text: try signer.token(of: claims) + "\n")
      )
    } else {
      files.append(
        Publication.File(
          path: name + ".badge-unsigned.json",
          text: certificate.badge(identifier: identifier, issuer: issuer, at: instant)
        )
      )
    }
    return files
  }
}

extension CertificateCode {
  /// The code that somebody typed.
  static func read(_ text: String) throws -> CertificateCode {
    guard let code = CertificateCode(text) else {
      throw Failure(
        .usage,
        "'\(text.prefix(40).visible)' is not the code of a certificate",
        remedy: "type the four groups of four letters and digits that are on the certificate"
      )
    }
    return code
  }
}

extension Failure {
  /// Why there can be no certificates.
  init(_ refusal: Certification.Refusal, _ curriculum: Curriculum) {
    switch refusal {
    case .noRule:
      self.init(
        .badInput,
        "the programme '\(curriculum.id)' does not say who passes",
        remedy: "write a section 'pass' in the curriculum, then publish it"
      )
    case .unpublished:
      self.init(
        .badInput,
        "the rule for passing is not published yet, so it can still change",
        remedy: "publish it with 'seminar publish'"
      )
    }
  }

  /// There is no certificate of a code, or it was erased.
  init(unknown code: CertificateCode, _ finding: RecordedCertificate.Finding?) {
    if case .erased? = finding {
      self.init(
        .problems,
        "the certificate \(code) was erased with all personal data of its participant"
      )
    } else {
      self.init(
        .problems,
        "no certificate has the code \(code)",
        remedy: "check the code, and that this is the markbook of the programme"
      )
    }
  }
}
