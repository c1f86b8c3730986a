import Foundation
import Glibc
import PseudoTerminal
import Terminal
import Testing

@Suite struct PlainSourceTests {
  /// The lines that bytes in a pipe make.
  private func lines(of bytes: [UInt8]) -> [TypedLine] {
    let pipe = Pipe()
    let writer = Thread {
      try? pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    var source = PlainSource(descriptor: pipe.fileHandleForReading.fileDescriptor)
    var lines: [TypedLine] = []
    repeat { lines.append(source.next("> ")) } while lines.last != .endOfInput && lines.count < 99
    return lines
  }

  private func lines(of text: String) -> [TypedLine] { lines(of: Array(text.utf8)) }

  @Test func `lines end with a line feed, with or without a carriage return`() {
    #expect(
      lines(of: "a\nb\r\n\nc") == [.text("a"), .text("b"), .text(""), .text("c"), .endOfInput]
    )
  }

  @Test func `nothing is the end of input`() {
    #expect(lines(of: "") == [.endOfInput])
  }

  @Test func `bytes that are no UTF-8 are replaced`() {
    #expect(
      lines(of: [0x61, 0xFF, 0x0A, 0xC3]) == [.text("a\u{FFFD}"), .text("\u{FFFD}"), .endOfInput]
    )
  }

  @Test func `control characters and direction overrides are left out`() {
    #expect(lines(of: "a\u{0}\u{1B}[2J\u{202E}b\tc\u{7F}\n") == [.text("a[2Jb c"), .endOfInput])
  }

  @Test func `joined emoji, accents and Persian letters are kept`() {
    let text = "👩‍👩‍👧 e\u{301} می\u{200C}خواهم"
    #expect(lines(of: text) == [.text(text), .endOfInput])
  }

  @Test func `a line that is too long is refused and the next one is read`() {
    let long = String(repeating: "x", count: 200_000)
    #expect(lines(of: "\(long)\nb\n") == [.tooLong, .text("b"), .endOfInput])
  }

  @Test func `a line of just the allowed length is read`() {
    let text = String(repeating: "é", count: TypedLine.characterLimit)
    #expect(lines(of: text) == [.text(text), .endOfInput])
    #expect(lines(of: text + "é") == [.tooLong, .endOfInput])
  }

  @Test func `a folder as input is the end of input`() {
    let folder = unsafe open("/", O_RDONLY)
    defer { close(folder) }
    var source = PlainSource(descriptor: folder)
    #expect(source.next("> ") == .endOfInput)
  }

  @Test func `the prompt is shown before each line`() {
    var shown: [String] = []
    let null = unsafe open("/dev/null", O_RDONLY)
    defer { close(null) }
    var source = PlainSource(descriptor: null) { shown.append($0) }
    _ = source.next("one> ")
    _ = source.next("two> ")
    #expect(shown == ["one> ", "two> "])
  }

  @Test func `who waits too long is told, and the half line is not lost`() throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("ha".utf8))
    var source = PlainSource(descriptor: pipe.fileHandleForReading.fileDescriptor)
    #expect(source.next(LineRequest("> ", patience: .milliseconds(20))) == .timedOut(typed: ""))
    try pipe.fileHandleForWriting.write(contentsOf: Data("lf\n".utf8))
    #expect(source.next("> ") == .text("half"))
  }

  @Test(arguments: [(SIGINT, "interrupted"), (SIGTERM, "terminated"), (SIGHUP, "hungUp")])
  func `a signal is answered as a line where asked for`(number: Int32, line: String) throws {
    let terminal = try PseudoTerminal.probe("--plain")
    terminal.signal(number)
    try terminal.wait(for: line)
  }
}
