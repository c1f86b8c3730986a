import Foundation

/// A folder that many tests begin with: it is made once, and each gets a copy.
struct MadeWorkbench: Sendable {
  private let entries: Result<[String: Workbench.Entry], any Error>

  /// Makes it.
  init(_ make: () throws -> Workbench) {
    entries = Result { try make().contents() }
  }

  /// A copy, with the permissions of the original.
  func copy() throws -> Workbench {
    let bench = try Workbench()
    for (name, entry) in try entries.get().sorted(by: { $0.key < $1.key }) {
      guard let bytes = entry.bytes else {
        try FileManager.default.createDirectory(
          atPath: bench.path(name),
          withIntermediateDirectories: true
        )
        continue
      }
      try bench.write(bytes, to: name)
      try FileManager.default.setAttributes(
        [.posixPermissions: entry.permissions ?? 0o600],
        ofItemAtPath: bench.path(name)
      )
    }
    return bench
  }
}

extension Workbench {
  /// The small course of the tests, published today.
  static func published() throws -> Workbench { try publishedToday.copy() }

  private static let publishedToday = MadeWorkbench {
    let bench = try Workbench.joinery()
    let ended = try bench.seminar("publish")
    guard ended.status == 0 else { throw Program.Failed(description: ended.transcript) }
    return bench
  }
}
