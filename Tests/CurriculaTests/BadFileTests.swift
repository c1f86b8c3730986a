import Diagnostics
import GoldenFiles
import Testing

@Suite struct BadFileTests {
  private let good = Array(Programme().text.utf8)

  @Test func `a good file has no problems`() {
    #expect(diagnose(good) == [])
  }

  @Test func `files that are no text have their messages`() {
    expectGolden(
      report([
        ("an empty file", diagnose([])),
        ("white space", diagnose(Array(" \n\n".utf8))),
        ("only a comment", diagnose(Array("# nothing yet\n".utf8))),
        ("a NUL byte", diagnose(good + [0])),
        ("Latin-1", diagnose(Array("title: Caf".utf8) + [0xE9, 0x0A])),
        ("UTF-16, little-endian", diagnose([0xFF, 0xFE, 0x63, 0x00])),
        ("UTF-16, big-endian", diagnose([0xFE, 0xFF, 0x00, 0x63])),
        ("five megabytes", diagnose(Array(repeating: 0x61, count: 5 << 20))),
        ("a line of a megabyte", diagnose(good + Array(repeating: 0x61, count: 1 << 20))),
      ]),
      "not-text.txt"
    )
  }

  @Test func `files that are no YAML of ours have their messages`() {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    expectGolden(
      report([
        ("a single word", diagnose(bytes("hello\n"))),
        ("a list", diagnose(bytes("- one\n- two\n"))),
        ("a tab for indentation", diagnose(bytes("modules:\n\t- id: x\n"))),
        ("a bracket that is not closed", diagnose(bytes("weeks: [1, 2\ntitle: X\n"))),
        ("a quotation mark that is not closed", diagnose(bytes("title: \"Open\n"))),
        ("text with a colon", diagnose(bytes("title: One: two\n"))),
        (
          "a comma in a short list",
          diagnose(
            bytes(
              "blocks: [{every: Tuesday, from: 10:00, to: 13:00, early, and often}]\n"
            )
          )
        ),
        ("two documents", diagnose(good + bytes("---\ntitle: Again\n"))),
        ("a key twice", diagnose(good + bytes("title: Again\n"))),
        ("an anchor and an alias", diagnose(bytes("title: &t Small\nedition: *t\n"))),
        ("text that begins with a sign", diagnose(bytes("title: @home\n"))),
        ("an alias of nothing", diagnose(bytes("title: *t\n"))),
        ("a merge", diagnose(bytes("base: &b {id: x}\ntitle:\n  <<: *b\n"))),
        ("a key that is a list", diagnose(bytes("? [a, b]\n: c\n"))),
        ("an escape sequence", diagnose(bytes("title: \"\\e[31mred\"\n"))),
        ("an escape sequence as it is", diagnose(bytes("title: \u{1B}[31mred\n"))),
      ]),
      "not-yaml.txt"
    )
  }

  @Test func `a byte order mark is harmless`() {
    #expect(diagnose([0xEF, 0xBB, 0xBF] + good) == [])
  }

  @Test func `carriage returns are harmless, and lines are counted the same`() throws {
    let text = Programme().text.replacing("\n", with: "\r\n")
    #expect(diagnose(Array(text.utf8)) == [])
    let bad = text.replacing("weeks: 2", with: "weeks: two")
    let place = try #require(diagnose(Array(bad.utf8)).first?.location)
    #expect(place == Diagnostic.Location(file: Programme.file, line: 5, column: 8))
  }

  /// Where a file of aliases that unfold into a billion values has the last of them.
  enum Bomb: String, CaseIterable {
    case value = "z: *a9"
    case key = "? *a9\n: x"
    case keys = "? *a9\n: x\n? *a8\n: x"
    case keyInList = "? [*a9]\n: x"

    var bytes: [UInt8] {
      let levels = (1...9).map { level in
        let aliases = (0..<10).map { _ in "*a\(level - 1)" }
        return "a\(level): &a\(level) [\(aliases.joined(separator: ", "))]\n"
      }
      return Array(("a0: &a0 lol\n" + levels.joined() + rawValue + "\n").utf8)
    }
  }

  @Test(.timeLimit(.minutes(10)), arguments: Bomb.allCases)
  func `aliases that unfold into a billion values are refused at once`(bomb: Bomb) {
    var diagnostics: [Diagnostic] = []
    let time = ContinuousClock().measure { diagnostics = diagnose(bomb.bytes) }
    #expect(diagnostics.map(\.message) == ["the anchor '&a0' is not allowed"])
    #expect(time < .seconds(1))
  }

  @Test func `signs of anchors and aliases within text are only text`() {
    let text = "title: \"R&D *and* M&A, &c, 2 * 3 & *\""
    let programme = Programme().replacing("title: Small programme", with: text)
    #expect(programme.diagnostics == [])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `ten thousand levels are refused`(opening: String) {
    let text = String(repeating: opening, count: 10_000)
    let diagnostics = diagnose(Array(text.utf8))
    #expect(diagnostics.count == 1)
    #expect(diagnostics.allSatisfy { $0.message.count < 200 })
  }

  @Test(.timeLimit(.minutes(10)))
  func `a file of a ten thousand problems is answered in time`() {
    let text = Programme().text + (0..<10_000).map { "k\($0): x\n" }.joined()
    var count = 0
    let time = ContinuousClock().measure { count = diagnose(Array(text.utf8)).count }
    #expect(count == 10_000)
    #expect(time < .seconds(30))
  }

  @Test(arguments: [
    "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{E0041}",
  ])
  func `a character that deceives is refused and shown as an escape`(character: String) {
    let code = character.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }[0]
    let programme = Programme().replacing("title: One", with: "title: \"O\(character)ne\"")
    let shown = programme.diagnostics.map { "\($0)" }.joined()
    #expect(!shown.unicodeScalars.contains(character.unicodeScalars[character.startIndex]))
    #expect(shown.contains("\\u{\(code)}"))
  }
}
