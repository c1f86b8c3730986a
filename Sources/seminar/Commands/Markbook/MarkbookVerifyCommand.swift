import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Records

/// `seminar markbook verify`: whether everything is as it was recorded.
struct MarkbookVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that nothing in the markbook has changed since it was recorded.",
    discussion: """
      Computes all hashes again from the rows, and checks the pages of the file, its structure and
      the marks. Prints the head of each site, a short value that depends on everything recorded
      there. If something is wrong, it names the first wrong row, and the exit status is 1.

      With --head, it also shows whether the markbook once had this head, which you find in an
      earlier export.

      With --certificate, it also shows whether the certificate with this code is valid, was
      superseded because an attempt was marked again, was withdrawn, or was erased with everything
      else about its participant. Only the markbook is needed for that. If it is not valid, the exit
      status is 1.

      Examples:
        seminar markbook verify
        seminar markbook verify --certificate CODE
        seminar markbook verify --head HEAD
      """
  )

  @Option(help: ArgumentHelp("The head from an export, or only its hash.", valueName: "head"))
  var head: String?

  @Option(help: ArgumentHelp("The code on a certificate.", valueName: "code"))
  var certificate: String?

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: ReportForm = .text

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let code = try certificate.map { try CertificateCode.read($0) }
    let workspace = try place.located()
    let markbook = try Markbook(existing: workspace.markbook, for: .reading)
    let verification = try VerificationOption.verification(of: markbook, .everything)
    let asked = head.map { String($0.split(separator: ":").last ?? "") }
    let found = try asked.flatMap { try markbook.head($0) }
    // A head that is given whole must be right in all of its parts.
    let isMeant = head.map { !$0.contains(":") || $0 == found?.description } ?? false
    let answer = try code.map { try CertificateVerdict($0, in: markbook) }
    try report(verification, asked: asked, found: isMeant ? found : nil, answer, workspace)
    if let answer { try answer.fail() }
  }

  private func report(
    _ verification: Verification,
    asked: String?,
    found: Head?,
    _ answer: CertificateVerdict?,
    _ workspace: Workspace
  ) throws {
    switch (verification, format) {
    case (.wrong(let problem), .text):
      throw Failure(
        .problems,
        "the markbook is not intact: \(problem.description.visible)",
        remedy: "keep a copy of the file as it is, and restore a backup with "
          + "'seminar markbook restore FILE'"
      )
    case (.wrong, .json), (.whole, .json):
      let report = Report(verification, asked: asked, found: found, certificate: answer?.entry)
      try Output.standard.write(try report.text())
      if case .wrong = verification { throw ExitCode(ExitStatus.problems.rawValue) }
    case (.whole(let extent), .text):
      var lines = [
        "The markbook is intact: \(extent.records.counted("record")), all unchanged."
      ]
      if extent.forgotten > 0 {
        lines.append("\(extent.forgotten.counted("participant")) forgotten: their data is erased.")
      }
      lines += extent.heads.map { "head: \($0)" }
      if asked != nil, let found { lines.append(Self.words(of: found)) }
      if let text = answer?.text(in: workspace.zone) {
        lines += text.wrapped(to: Output.columns)
      }
      try Output.standard.write(lines.joined(separator: "\n") + "\n")
    }
    if let asked, found == nil {
      throw Failure(
        .problems,
        "the markbook never had the head '\(asked.prefix(70).visible)'",
        remedy: "check that this is the file from which it was exported; records at its end may be "
          + "missing, or somebody recorded in version 4 was forgotten since"
      )
    }
  }

  private static func words(of head: Head) -> String {
    head.site.isEmpty
      ? "That head covers the first "
        + "\(head.position.counted("event")) of the chain of version 4."
      : "That head covers the first \(head.position.counted("record")) of site \(head.site)."
  }

  /// What is printed as JSON.
  private struct Report: Encodable {
    struct SiteHead: Encodable {
      let site: String
      let position: Int
      let hash: String
    }

    let format = "seminar-verification"
    let version = 1
    let whole: Bool
    let problem: String?
    let records: Int?
    let forgotten: Int?
    let heads: [SiteHead]
    let headFound: Bool?
    let certificate: CertificateVerdict.Entry?

    init(
      _ verification: Verification,
      asked: String?,
      found: Head?,
      certificate: CertificateVerdict.Entry?
    ) {
      self.certificate = certificate
      switch verification {
      case .whole(let extent):
        (whole, problem) = (true, nil)
        (records, forgotten) = (extent.records, extent.forgotten)
        heads = extent.heads.map { .init(site: $0.site, position: $0.position, hash: $0.hash) }
      case .wrong(let found):
        (whole, problem, records, forgotten, heads) = (false, found.description, nil, nil, [])
      }
      headFound = asked.map { _ in found != nil }
    }

    func text() throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}
