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
    #expect(!Style(isTerminal: true, environment: color, noColor: true).isColored)
    #expect(!Style(isTerminal: true, environment: color, accessible: true).isColored)
  }

  @Test(arguments: Style.Role.allCases)
  func `every role is plain text without colours, and as wide with them`(role: Style.Role) {
    #expect(Style(isColored: false)(role, "text") == "text")
    #expect(Style(isColored: true)(role, "text").displayWidth == 4)
  }
}
