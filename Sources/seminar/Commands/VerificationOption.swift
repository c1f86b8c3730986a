import ArgumentParser
import Diagnostics
import Records

/// Whether the record is verified before anything of it is shown.
struct VerificationOption: ParsableArguments {
  @Flag(help: "Skip the verification of the markbook, and say so in the output.")
  var unverified = false

  /// What an export says of the record it comes from: the head of each site, and whether everything
  /// up to it was verified.
  ///
  /// - Throws: ``Failure`` when the markbook is not intact; then nothing of it is shown.
  func notes(on markbook: Markbook?) throws -> KeyValuePairs<String, String> {
    guard let markbook else { return ["head": "nothing recorded", "verified": "yes"] }
    guard !unverified else { return try Self.unverifiedNotes(on: markbook) }
    // A file that is damaged as such says so itself.
    let heads = try Self.heads(of: markbook)
    let verification = try Self.verification(of: markbook, .exports)
    if case .wrong(let problem) = verification {
      throw Failure(
        .badInput,
        "the markbook is not intact, so nothing is shown: "
          + problem.description.visible,
        remedy: "keep a copy of the file as it is, and restore a backup with 'seminar markbook "
          + "restore FILE'; '--unverified' shows it without verification"
      )
    }
    return ["head": heads, "verified": "yes"]
  }

  /// Checks a markbook, and shows in a terminal how far that is.
  static func verification(
    of markbook: Markbook,
    _ scope: Verification.Scope
  ) throws -> Verification {
    let progress = ExportProgress(isOutputShown: false) { ExportProgress.verifying($0, of: $1) }
    defer { progress.end() }
    return try markbook.verify(scope) { progress.note($0, of: $1) }
  }

  /// What a list says that must be there at once, and so verifies nothing.
  static func unverifiedNotes(on markbook: Markbook?) throws -> KeyValuePairs<String, String> {
    guard let markbook else { return ["head": "nothing recorded", "verified": "yes"] }
    return ["head": try heads(of: markbook), "verified": "no"]
  }

  private static func heads(of markbook: Markbook) throws -> String {
    try markbook.heads().map(\.description).joined(separator: " ")
  }
}
