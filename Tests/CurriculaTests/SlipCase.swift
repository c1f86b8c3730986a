import Testing

/// One slip in a curriculum that is otherwise right.
struct SlipCase: CustomTestStringConvertible, Sendable {
  let name: String
  /// The first line that is replaced, from 1, and how many are.
  let first: Int
  let count: Int
  let lines: [String]
  /// Where the slip is to be found, and words of the message or the remedy.
  let line: Int
  let words: String

  init(_ name: String, _ first: Int, _ count: Int, _ lines: [String], at line: Int, _ words: String)
  {
    self.name = name
    self.first = first
    self.count = count
    self.lines = lines
    self.line = line
    self.words = words
  }

  var testDescription: String { name }

  /// The curriculum with the slip.
  var text: String {
    var all = Self.sample.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    all.replaceSubrange(first - 1..<first - 1 + count, with: lines)
    return all.joined(separator: "\n")
  }

  static let sample = """
    curriculum: sample
    title: Sample
    zone: Europe/Vienna
    starts: 2027-01-04
    weeks: 2
    blocks:
      - every: Monday
        from: 10:00
        to: 12:00
    groups:
      - {id: a, name: A}
    rooms:
      - id: r1
        name: Room one
    modules:
      - id: m1
        title: Module one
        sessions:
          - id: s1
            title: First
            minutes: 60
            groups: [a]
          - id: s2
            title: Second
            minutes: 60

    """

  static let all: [SlipCase] = [
    SlipCase("tab indent", 8, 1, ["\tfrom: 10:00"], at: 8, "tab"),
    SlipCase("tab after spaces", 20, 1, ["      \ttitle: First"], at: 20, "tab"),
    SlipCase(
      "curly quotes around a colon",
      2,
      1,
      ["title: \u{201C}Sample: one\u{201D}"],
      at: 2,
      "quotation marks \u{201C}"
    ),
    SlipCase(
      "curly closing only-german",
      17,
      1,
      ["    title: \u{201E}Modul: eins\u{201C}"],
      at: 17,
      "quotation marks \u{201E}"
    ),
    SlipCase(
      "no-break indentation",
      20,
      1,
      ["\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}title: First"],
      at: 20,
      "no-break space"
    ),
    SlipCase("no-break after colon", 3, 1, ["zone:\u{A0}Europe/Vienna"], at: 3, "no-break space"),
    SlipCase("no-break after hyphen", 19, 1, ["      -\u{A0}id: s1"], at: 19, "no-break space"),
    SlipCase("no blank after colon", 2, 1, ["title:Sample"], at: 2, "no space after the colon"),
    SlipCase(
      "no blank after colon nested",
      20,
      1,
      ["        title:First"],
      at: 20,
      "no space after the colon"
    ),
    SlipCase(
      "no blank after colon first in entry",
      19,
      1,
      ["      - id:s1"],
      at: 19,
      "no space after the colon"
    ),
    SlipCase(
      "no blank after colon in braces",
      11,
      1,
      ["  - {id:a, name: A}"],
      at: 11,
      "no space after the colon"
    ),
    SlipCase(
      "no blank after hyphen",
      23,
      1,
      ["      -id: s2"],
      at: 23,
      "no space after the hyphen"
    ),
    SlipCase(
      "no blank after hyphen first",
      7,
      1,
      ["  -every: Monday"],
      at: 7,
      "no space after the hyphen"
    ),
    SlipCase(
      "too far right",
      20,
      1,
      ["         title: First"],
      at: 20,
      "indented by 9 spaces, expected 8"
    ),
    SlipCase(
      "too far left",
      20,
      1,
      ["       title: First"],
      at: 20,
      "indented by 7 spaces, expected 8"
    ),
    SlipCase(
      "entry too far left",
      23,
      1,
      ["     - id: s2"],
      at: 23,
      "indented by 5 spaces, expected 6"
    ),
    SlipCase(
      "entry too far right",
      23,
      1,
      ["       - id: s2"],
      at: 23,
      "indented by 7 spaces, expected 6"
    ),
    SlipCase(
      "top key indented",
      3,
      1,
      [" zone: Europe/Vienna"],
      at: 3,
      "indented by 1 space, expected no spaces"
    ),
    SlipCase("duplicate key", 6, 0, ["starts: 2027-01-05"], at: 6, "already in line 4"),
    SlipCase("missing hyphen", 23, 1, ["        id: s2"], at: 23, "already in line 19"),
    SlipCase(
      "missing hyphen at list column",
      13,
      1,
      ["  - id: r0", "    name: X", "  id: r1"],
      at: 15,
      "does not begin with '- '"
    ),
    SlipCase("unclosed double quote", 2, 1, ["title: \"Sample"], at: 2, "never closed"),
    SlipCase(
      "unclosed quote, closed much later",
      2,
      23,
      [
        "title: \"Sample", "zone: Europe/Vienna", "starts: 2027-01-04", "weeks: 2", "blocks:",
        "  - every: Monday", "    from: 10:00", "    to: 12:00", "groups:", "  - {id: a, name: A}",
        "rooms:", "  - id: r1", "    name: Room one", "modules:", "  - id: m1",
        "    title: Module one", "    sessions:", "      - id: s1", "        title: First",
        "        minutes: 60", "        groups: [a]", "      - id: s2", "        title: \"Second\"",
      ],
      at: 2,
      "never closed"
    ),
    SlipCase("unclosed single quote", 17, 1, ["    title: 'Module one"], at: 17, "never closed"),
    SlipCase(
      "apostrophe in single quotes",
      17,
      1,
      ["    title: 'The module's title'"],
      at: 17,
      "more text after the closing"
    ),
    SlipCase(
      "quotes in quotes",
      17,
      1,
      ["    title: \"The \"first\" module\""],
      at: 17,
      "more text after the closing"
    ),
    SlipCase(
      "comma after quotes",
      17,
      1,
      ["    title: \"Module one\","],
      at: 17,
      "after the closing quotation mark"
    ),
    SlipCase(
      "unclosed bracket",
      22,
      1,
      ["        groups: [a"],
      at: 22,
      "bracket '[' is never closed"
    ),
    SlipCase(
      "unclosed brace",
      11,
      1,
      ["  - {id: a, name: A"],
      at: 11,
      "bracket '{' is never closed"
    ),
    SlipCase("wrong bracket", 22, 1, ["        groups: [a}"], at: 22, "found '}', expected ']'"),
    SlipCase("extra bracket", 22, 1, ["        groups: [a]]"], at: 22, "closes nothing"),
    SlipCase(
      "missing comma in braces",
      11,
      1,
      ["  - {id: a name: A}"],
      at: 11,
      "no comma before 'name'"
    ),
    SlipCase("unquoted colon", 17, 1, ["    title: Part 1: basics"], at: 17, "colon and a space"),
    SlipCase(
      "merged lines",
      20,
      2,
      ["        title: First minutes: 60"],
      at: 20,
      "begin a new line with 'minutes:'"
    ),
    SlipCase("bullet", 23, 1, ["      \u{2022} id: s2"], at: 23, "begins with '\u{2022}'"),
    SlipCase("asterisk", 23, 1, ["      * id: s2"], at: 23, "begins with '*'"),
    SlipCase(
      "dash of a word processor",
      23,
      1,
      ["      \u{2013} id: s2"],
      at: 23,
      "begins with '\u{2013}'"
    ),
    SlipCase("numbered", 7, 1, ["  1. every: Monday"], at: 7, "begins with '1.'"),
    SlipCase("equals", 2, 1, ["title = Sample"], at: 2, "'='"),
    SlipCase("no colon", 2, 1, ["title Sample"], at: 2, "expected 'key: value'"),
    SlipCase("full-width colon", 2, 1, ["title\u{FF1A}Sample"], at: 2, "not an ordinary colon"),
    SlipCase("at sign", 2, 1, ["title: @home"], at: 2, "begins with '@'"),
    SlipCase("percent", 2, 1, ["title: %done"], at: 2, "begins with '%'"),
    SlipCase("backtick", 2, 1, ["title: `code`"], at: 2, "begins with '`'"),
    SlipCase(
      "fence",
      1,
      25,
      [
        "```yaml", "curriculum: sample", "title: Sample", "zone: Europe/Vienna",
        "starts: 2027-01-04", "weeks: 2", "blocks:", "  - every: Monday", "    from: 10:00",
        "    to: 12:00", "groups:", "  - {id: a, name: A}", "rooms:", "  - id: r1",
        "    name: Room one", "modules:", "  - id: m1", "    title: Module one", "    sessions:",
        "      - id: s1", "        title: First", "        minutes: 60", "        groups: [a]",
        "      - id: s2", "        title: Second", "        minutes: 60", "```",
      ],
      at: 1,
      "```"
    ),
    SlipCase("text after bar", 2, 1, ["title: | Sample"], at: 2, "same line as '|'"),
    SlipCase(
      "list on the key's line",
      22,
      1,
      ["        groups: - a"],
      at: 22,
      "same line as its key"
    ),
    SlipCase("second document", 10, 0, ["---"], at: 10, "second document"),
    SlipCase("control character", 2, 1, ["title: Sam\u{7}ple"], at: 2, "invisible character"),
  ]
}
