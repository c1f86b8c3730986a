import Diagnostics
import Terminal
import Testing

@Suite struct StyleTests {
  private let color = ["TERM": "xterm"]

  @Test func `a terminal gets colours`() {
    #expect(Style(isTerminal: true, environment: color)(.right, "yes") == "\u{1B}[32myes\u{1B}[0m")
  }

  @Test(arguments: [
    ["TERM": "dumb"], [:], ["TERM": ""], ["TERM": "xterm", "NO_COLOR": "1"],
    ["TERM": "xterm", "ACCESSIBLE": "1"],
  ])
  func `the environment can ask for plain text`(environment: [String: String]) {
    #expect(Style(isTerminal: true, environment: environment)(.wrong, "no") == "no")
  }

  @Test func `variables that are empty ask for nothing`() {
    let environment = ["TERM": "xterm", "NO_COLOR": "", "ACCESSIBLE": ""]
    #expect(Style(isTerminal: true, environment: environment) == Style(isColored: true))
  }

  @Test func `options and pipes get plain text`() {
    #expect(!Style(isTerminal: false, environment: color).isColored)
    #expect(!Style(isTerminal: true, environment: color, colors: .never).isColored)
    #expect(!Style(isTerminal: true, environment: color, accessible: true).isColored)
  }

  @Test func `what the command was told counts more than the environment`() {
    let plain = ["TERM": "dumb", "NO_COLOR": "1"]
    #expect(Style(isTerminal: false, environment: plain, colors: .always).isColored)
    #expect(!Style(isTerminal: true, environment: color, colors: .never).isColored)
    #expect(!Style(isTerminal: true, environment: ["ACCESSIBLE": "1"], colors: .always).isColored)
  }

  @Test(arguments: [
    ("error: no", "<error:> no"),
    ("a.yaml:1:2: warning: b: error: c", "a.yaml:1:2: <warning:> b: error: c"),
    ("a.yaml: note: b", "a.yaml: <note:> b"), ("  help: do it", "  <help:> do it"),
    ("  1 | a: error: b", "  1 | a: error: b"),
    ("{\"message\": \"a: error: b\"}", "{\"message\": \"a: error: b\"}"),
    ("error: a\n\n  help: b", "<error:> a\n\n  <help:> b"), ("saving…", "saving…"),
  ])
  func `in lines about problems one word is set off`(lines: String, marked: String) {
    let shown = Style(isColored: true).marking(lines)
      .replacing(/\u{1B}\[0m/, with: ">").replacing(/\u{1B}\[[0-9]+m/, with: "<")
    #expect(shown == marked)
    #expect(Style(isColored: false).marking(lines) == lines)
  }

  @Test(arguments: Style.Role.allCases)
  func `every role is plain text without colours, and as wide with them`(role: Style.Role) {
    #expect(Style(isColored: false)(role, "text") == "text")
    #expect(Style(isColored: true)(role, "text").displayWidth == 4)
  }
}
