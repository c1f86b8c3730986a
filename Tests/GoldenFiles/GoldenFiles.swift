internal import Foundation
public import Testing

/// Expects a text to equal, byte by byte, the file `Golden/NAME` beside the test.
///
/// With `RECORD_GOLDEN=1` in the environment the file is written instead, and the test still fails,
/// so that a recording never passes for a check.
public func expectGolden(
  _ text: String,
  _ name: String,
  test: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) {
  let file = URL(filePath: test).deletingLastPathComponent()
    .appending(components: "Golden", name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: file)
      Issue.record("recorded Golden/\(name); look at it, then run again", sourceLocation: location)
    } catch {
      Issue.record("Golden/\(name) cannot be written: \(error)", sourceLocation: location)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record(
      "Golden/\(name) cannot be read; run with RECORD_GOLDEN=1 to write it",
      sourceLocation: location
    )
    return
  }
  guard data != Data(text.utf8) else { return }
  let golden = String(decoding: data, as: UTF8.self)
  Issue.record(difference(text, golden, name), sourceLocation: location)
}

/// The first line in which a text differs from the golden file.
private func difference(_ text: String, _ golden: String, _ name: String) -> Comment {
  func lines(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).debugDescription }
  }
  let found = lines(text)
  let expected = lines(golden)
  let index =
    zip(found, expected).enumerated().first { $1.0 != $1.1 }?.offset
    ?? min(found.count, expected.count)
  func line(_ lines: [String]) -> String { index < lines.count ? lines[index] : "(the end)" }
  return """
    differs from Golden/\(name) in line \(index + 1)
      expected: \(line(expected))
      found:    \(line(found))
    """
}
