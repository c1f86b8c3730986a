import Glibc
import OwnThreads
import PseudoTerminal
import Testing

@Suite(.inOwnThreads) struct ReadlineSourceTests {
  @Test func `a line typed is the line received`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("b", .enter)
    try terminal.wait(for: "text \"b\"")
  }

  @Test func `letters of other scripts are edited whole, in any locale`() throws {
    let terminal = try PseudoTerminal.probe(environment: ["LANG": "C", "LC_ALL": "C"])
    terminal.type("né漢字ش")
    terminal.press(.backspace, .left, .backspace, .enter)
    try terminal.wait(for: "text \"né字\"")
  }

  @Test func `arrow keys move within the line and find no earlier line`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("first", .enter)
    try terminal.wait(for: "2> ")
    terminal.press(.up, .up, .down)
    terminal.type("ac")
    terminal.press(.left)
    terminal.type("b", .enter)
    try terminal.wait(for: "text \"abc\"")
  }

  @Test func `Ctrl-R finds no earlier line`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("first", .enter)
    try terminal.wait(for: "2> ")
    terminal.press(.controlR)
    terminal.type("f", .enter)
    try terminal.wait(for: "text \"f\"")
  }

  @Test func `Tab completes the only candidate`() throws {
    let terminal = try PseudoTerminal.probe("--complete", ":flag,:skip")
    terminal.type(":F", .tab)
    terminal.press(.enter)
    try terminal.wait(for: "text \":flag\"")
  }

  @Test func `Tab completes what candidates have in common, then lists them`() throws {
    let terminal = try PseudoTerminal.probe("--complete", ":hint,:history,:skip")
    terminal.type(":", .tab)
    try terminal.wait(for: ":hint  :history  :skip")
    terminal.type("h", .tab)
    try terminal.wait(untilLast: "1> :hi")
  }

  @Test func `a list of candidates breaks between words`() throws {
    let terminal = try PseudoTerminal.probe("--complete", ":hint,:history,:skip", columns: 16)
    terminal.type(":", .tab)
    try terminal.wait(for: ":skip")
    #expect(terminal.screen.lines.prefix(3) == ["1> :", ":hint  :history", ":skip"])
  }

  @Test func `Tab completes the last of several words`() throws {
    let terminal = try PseudoTerminal.probe("--complete", "alpha,beta")
    terminal.type("alpha, be", .tab)
    terminal.press(.enter)
    try terminal.wait(for: "text \"alpha, beta\"")
  }

  /// Every key that completes, expands or prints something in readline's own settings, in both modes.
  @Test(arguments: [
    "\t", "\t\t", "\u{1B}?", "\u{1B}*", "\u{1B}=", "\u{1B}/", "\u{1B}\\", "\u{1B}&", "~\u{1B}&",
    "~root\u{1B}&", "/etc/\t\t", "/etc/pass\t", "/etc/\u{1B}?", "/etc/\u{1B}*", "\u{18}\u{12}",
    "\u{18}*", "\u{1B}#", "\u{1B}!", "\u{1B}@", "\u{1B}~", "\u{18}\u{5}", "\u{18}e",
    "\u{1B}x", "\u{1B}\u{9}", "\u{18}/", "\u{18}~", "\u{1B}~\t", "\u{1B}.", "\u{1B}_",
  ])
  func `no key shows anything of the machine`(keys: String) throws {
    let terminal = try PseudoTerminal.probe()
    terminal.send(keys)
    terminal.press(.controlE, .controlU)
    terminal.type("b", .enter)
    try terminal.wait(for: "text")
    for secret in ["passwd", "hosts", "/root", "bin", "Package", "set ", "bound"] {
      #expect(!terminal.transcript.contains(secret))
    }
  }

  @Test func `a personal settings file is not read`() throws {
    let terminal = try PseudoTerminal.probe(
      environment: ["INPUTRC": "/etc/passwd", "HOME": "/etc"]
    )
    #expect(!terminal.transcript.contains("root"))
  }

  @Test func `Ctrl-L leaves the item on the screen`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("first", .enter)
    try terminal.wait(for: "2> ")
    terminal.press(.controlL)
    terminal.type("b", .enter)
    try terminal.wait(for: "text \"b\"")
    #expect(terminal.screen.text.contains("text \"first\""))
  }

  @Test func `the line begins with the text that was prefilled`() throws {
    let terminal = try PseudoTerminal.probe("--prefill", "old ré")
    try terminal.wait(for: "old ré")
    terminal.type("sponse", .enter)
    try terminal.wait(for: "text \"old résponse\"")
  }

  @Test func `a paste of several lines is one line`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.paste("one\r\ntwo\n\tthree\u{1B}[31m\u{7}\u{202E}!")
    terminal.press(.enter)
    try terminal.wait(for: "text \"one two three[31m!\"")
    try terminal.wait(for: "2> ")
    terminal.type("b", .enter)
    try terminal.wait(for: "text \"b\"")
    #expect(terminal.transcript.ranges(of: "text \"").count == 2)
  }

  @Test func `a paste of a megabyte is refused, and the next line is received`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.paste(String(repeating: "0123456789\n", count: 95_000))
    try terminal.wait(for: "too long", within: .seconds(30))
    try terminal.wait(for: "2> ")
    terminal.type("b", .enter)
    try terminal.wait(for: "text \"b\"")
  }

  @Test func `a line as long as allowed is received, a longer one is refused`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.paste(String(repeating: "x", count: 4_096))
    terminal.press(.enter)
    try terminal.wait(for: "text \"xxx")
    try terminal.wait(for: "2> ")
    terminal.paste(String(repeating: "x", count: 4_096))
    terminal.type("y", .enter)
    try terminal.wait(for: "too long")
  }

  @Test func `Ctrl-C tells what was typed, and the terminal is as before`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("half an ans")
    try terminal.wait(for: "half an ans")
    terminal.press(.controlC)
    try terminal.wait(for: "interrupted \"half an ans\"")
    try terminal.wait(for: "2> ")
    terminal.type("b", .enter)
    try terminal.wait(for: "text \"b\"")
  }

  @Test func `Ctrl-C between two prompts is received by the second`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("work", .enter)
    try terminal.wait(for: "text \"work\"")
    terminal.press(.controlC)
    try terminal.wait(for: "interrupted")
  }

  @Test func `Ctrl-D on an empty line is the end of input, on another deletes`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("ab")
    terminal.press(.controlA, .controlD, .enter)
    try terminal.wait(for: "text \"b\"")
    try terminal.wait(for: "2> ")
    terminal.press(.controlD)
    try terminal.wait(for: "endOfInput")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(arguments: [(SIGTERM, "terminated"), (SIGHUP, "hungUp")])
  func `a request to end is answered as a line`(number: Int32, line: String) throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("half")
    try terminal.wait(for: "half")
    terminal.signal(number)
    try terminal.wait(for: line)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `the time for a prompt ends without a key`() throws {
    let terminal = try PseudoTerminal.probe("--patience", "400")
    terminal.type("half")
    try terminal.wait(for: "timed out \"half\"")
  }

  @Test(arguments: [Key.controlD, .controlC, .enter])
  func `the terminal's settings are given back`(key: Key) throws {
    let fresh = try PseudoTerminal(running: "/bin/sleep", ["60"]).settings
    let terminal = try PseudoTerminal.probe()
    #expect(terminal.settings != fresh)
    terminal.type(key == .enter ? "work" : "", key)
    if key == .enter {
      try terminal.wait(for: "text \"work\"")
      #expect(terminal.settings == fresh)
    } else {
      terminal.signal(SIGTERM)
      _ = try terminal.waitForExit()
      #expect(terminal.settings == fresh)
    }
  }

  @Test func `a line goes on after the window changed its size`() throws {
    let terminal = try PseudoTerminal.probe(columns: 80)
    terminal.type("a response of more than twenty columns")
    try terminal.wait(for: "columns")
    terminal.resize(columns: 20)
    terminal.waitForQuiet()
    terminal.type("!", .enter)
    try terminal.wait(for: "columns!\"")
  }

  @Test(arguments: [["ACCESSIBLE": "1"], ["TERM": "dumb"], ["TERM": ""]])
  func `plain output has no escape codes`(environment: [String: String]) throws {
    let terminal = try PseudoTerminal.probe(
      environment["ACCESSIBLE"] == nil ? "--plain" : "--accessible",
      environment: environment
    )
    terminal.type("b", .enter)
    try terminal.wait(for: "text \"b\"")
    #expect(!terminal.transcript.contains("\u{1B}"))
  }

  @Test(arguments: ["dumb", ""])
  func `a terminal that can only print gets no escape codes`(name: String) throws {
    let terminal = try PseudoTerminal.probe(environment: ["TERM": name])
    terminal.type("bx")
    terminal.press(.left, .right, .backspace, .enter)
    try terminal.wait(for: "text \"b\"")
    #expect(!terminal.transcript.contains("\u{1B}"))
  }

  @Test(arguments: [["--accessible"], []])
  func `without paste marks the second line of a paste answers nothing`(options: [String]) throws {
    let terminal = try PseudoTerminal.probe(options)
    terminal.send("one\rtwo\rthree\r")
    try terminal.wait(for: "text \"one\"")
    try terminal.wait(for: "2> ")
    terminal.waitForQuiet()
    terminal.type("b", .enter)
    try terminal.wait(for: "text \"b\"")
    #expect(!terminal.transcript.contains("text \"two\""))
  }

  @Test func `a terminal that goes away is noticed`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("half")
    try terminal.wait(for: "half")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(0))
  }
}
