import Foundation
import Testing

/// Compares text with a file in `Golden`; with `RECORD_GOLDEN=1` writes it, and fails all the same.
func expectGolden(
  _ text: String,
  _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: file)
    Issue.record(
      "recorded \(name); run again without RECORD_GOLDEN",
      sourceLocation: sourceLocation
    )
    return
  }
  let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(text == golden, "see Golden/\(name)", sourceLocation: sourceLocation)
}
