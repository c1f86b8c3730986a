internal import Diagnostics
internal import Records

/// What the first bytes of a SQLite file say, read without SQLite, which could make files next to it.
///
/// Source: *Database File Format*, section 1.3, https://sqlite.org/fileformat2.html.
public struct DatabaseHeader: Hashable, Sendable {
  /// How many bytes are needed.
  public static let size = 100

  let pageSize: Int
  let isLogged: Bool
  let application: Int
  let version: Int
  let writtenBy: Int

  /// Reads a header; `nil` when the bytes are not the beginning of a SQLite file.
  public init?(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes.prefix(Self.size))
    guard bytes.count == Self.size, bytes.starts(with: "SQLite format 3\u{0}".utf8) else {
      return nil
    }
    func number(at offset: Int, count: Int) -> Int {
      bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }
    let size = number(at: 16, count: 2)
    pageSize = size == 1 ? 65_536 : size
    isLogged = bytes[18] == 2 && bytes[19] == 2
    version = number(at: 60, count: 4)
    application = number(at: 68, count: 4)
    writtenBy = number(at: 96, count: 4)
  }

  /// Whether the file is a markbook.
  public var isMarkbook: Bool { application == Markbook.applicationIdentifier }

  /// What the header says of a markbook.
  ///
  /// - Parameter logSize: The bytes in the log that waits to be taken in.
  /// - Returns: What is so, and what is wrong.
  public func observations(logSize: Int) -> [Observation] {
    guard isMarkbook else {
      return [
        Observation(
          .problem,
          "markbook",
          "the file is the database of another program (application identifier \(application))",
          remedy: "name another file with '--markbook'"
        )
      ]
    }
    let known = Markbook.latestVersion
    var observations = [
      Observation(
        .ok,
        "markbook",
        "application identifier \(application), version \(version), "
          + "pages of \(pageSize) bytes, last written by SQLite \(Self.wording(writtenBy))"
      )
    ]
    if version > known {
      observations.append(
        Observation(
          .problem,
          "markbook",
          "it has version \(version); this program knows versions up to \(known)",
          remedy: "use the newer release of the program"
        )
      )
    } else if version < known {
      observations.append(
        Observation(
          .note,
          "markbook",
          "it has version \(version); the next command that records brings it to version \(known) "
            + "and keeps a copy next to it",
          remedy: "make a backup first"
        )
      )
    }
    observations.append(
      isLogged
        ? Observation(
          .ok,
          "markbook",
          "journal mode WAL; the program records with synchronous FULL, or not at all"
        )
        : Observation(
          .problem,
          "markbook",
          "the file is not in journal mode WAL, so another program has changed it",
          remedy: "restore a backup with 'seminar markbook restore', or ask the "
            + "person who changed it"
        )
    )
    if logSize > 0 {
      observations.append(
        Observation(
          .note,
          "markbook",
          "\(logSize) bytes in its log are not yet in the file itself; copy both, or neither",
          remedy: "make copies with 'seminar markbook backup' only"
        )
      )
    }
    return observations
  }

  /// A version of SQLite as people write it: 3040001 is 3.40.1.
  private static func wording(_ number: Int) -> String {
    "\(number / 1_000_000).\(number / 1000 % 1000).\(number % 1000)"
  }
}
