import Diagnostics
import Foundation
import Quizzes
import Records

/// A markbook that many tests begin with: it is made once, and each gets a copy.
struct MadeMarkbook: Sendable {
  private let bytes: Result<Data, any Error>

  /// Makes it in the small course of the tests.
  init(_ make: (Workbench) throws -> Void) {
    bytes = Result {
      let bench = try Workbench.joinery()
      try make(bench)
      return try Data(contentsOf: URL(filePath: bench.path("markbook.sqlite")))
    }
  }

  /// Writes a copy that only the owner may read.
  fileprivate func write(into bench: Workbench) throws {
    try bench.write(bytes.get(), to: "markbook.sqlite")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600],
      ofItemAtPath: bench.path("markbook.sqlite")
    )
  }
}

extension Workbench {
  /// The same folder with a copy of a markbook.
  func with(_ made: MadeMarkbook) throws -> Workbench {
    try made.write(into: self)
    return self
  }

  /// Takes people onto the roster, as the command does.
  func enroll(_ csv: String) throws {
    let markbook = try Markbook(creatingIfMissing: path("markbook.sqlite"))
    defer { markbook.close() }
    let now = Timestamp(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000))
    _ = try markbook.importRoster(
      Roster.parse(SourceText(file: "roster.csv", text: csv)),
      at: now
    )
  }
}
