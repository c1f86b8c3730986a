import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Quizzes
import Records

/// The options that say who sits, and how that is known.
struct SitterOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The identifier of the participant on the roster.", valueName: "id"),
    completion: .participants
  )
  var participant: String?

  @Option(
    name: .customLong(SitterOptions.voucherName),
    help: ArgumentHelp(
      "How the participant was identified. 'seminar access' writes this option into key "
        + "files; do not use it yourself.",
      valueName: "how"
    )
  )
  var voucher: Voucher?

  /// The option that only commands forced by the SSH server have.
  static let voucherName = "identified-by"

  func validate() throws {
    guard voucher == nil || participant != nil else {
      throw ValidationError("'--\(Self.voucherName)' needs '--as'.")
    }
  }

  /// Who sits.
  func sitter(in markbook: Markbook?) throws -> Sitter {
    try Sitter(
      as: participant,
      vouchedFor: identification,
      otherwise: Account.current.name,
      in: markbook
    )
  }

  /// How the SSH server identified the sitter; `nil` where it did not start the program.
  private var identification: Identification? {
    guard let given = voucher?.identification,
      let path = ProcessInfo.processInfo.environment["SSH_USER_AUTH"],
      let source = try? TextFile.read(path, sizeLimit: SourceText.lineLimit)
    else { return voucher?.identification }
    return given.confirmed(by: source.text)
  }

  /// What a participant who stopped types to go on.
  ///
  /// Participants who came by a forced command can only connect again.
  func goOnCommand(_ words: [String]) -> String {
    guard voucher == nil else { return "the same ssh command" }
    return
      (["seminar"] + words.prefix(2) + (participant.map { ["--as", $0] } ?? [])
      + words.dropFirst(2)).joined(separator: " ")
  }

  /// Whether arguments are those of a command that the SSH server forces.
  static func areForced(_ arguments: [String]) -> Bool {
    arguments.contains { $0 == "--\(voucherName)" || $0.hasPrefix("--\(voucherName)=") }
  }
}

/// What the SSH server checked before it started the program, as a forced command says it.
struct Voucher: ExpressibleByArgument {
  let identification: Identification

  /// Reads `key`, `key:SHA256:…`, `certificate` or `certificate:NAME`.
  init?(argument: String) {
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    let detail = parts.dropFirst().first
    switch parts.first {
    case "key": identification = .key(fingerprint: detail)
    case "certificate": identification = .certificate(detail)
    default: return nil
    }
  }
}
