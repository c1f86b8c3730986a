import Diagnostics
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: [
    ("a\r\nb\r\n", "a\nb\n"), ("\u{FEFF}a\r\n", "a\n"), ("a\rb", "a\rb"), ("a\r\r\nb", "a\r\nb"),
    ("é\r\n\r\n", "é\n\n"), ("", ""), ("a", "a"), ("\r\n", "\n"), ("a\r", "a\r"),
  ])
  func `a carriage return before a line feed is left out`(written: String, text: String) throws {
    let source = try SourceText(file: "a.yaml", bytes: Array(written.utf8))
    #expect(Array(source.text.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0x62, 0x00, 0x0A], 2, "the line has a NUL byte; this is not a text file"),
      ([0x0A, 0x0A, 0xC3, 0x28], 3, "the line is not valid UTF-8"),
      ([0x61, 0x62, 0x63, 0x64, 0x65, 0x66], 1, "the line has 6 bytes; at most 5 are read"),
      ([0x0A, 0xE2, 0x82, 0x0A, 0x00], 2, "the line is not valid UTF-8"),
    ] as [([UInt8], Int, String)]
  )
  func `what is no text is refused with its line`(
    bytes: [UInt8],
    line: Int,
    message: String
  ) throws {
    let problem = #expect(throws: Diagnostic.self) {
      try SourceText(file: "a.yaml", bytes: bytes, lineLimit: 5)
    }
    #expect(problem?.location.line == line)
    #expect(problem?.message == message)
  }
}
