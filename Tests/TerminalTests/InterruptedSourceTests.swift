import Glibc
import OwnThreads
import PseudoTerminal
import Testing

/// What a line source answers when something else than a line comes, or too much of it.
@Suite(.inOwnThreads) struct InterruptedSourceTests {
  @Test func `Ctrl-Z stops the program and it goes on where it was`() throws {
    let terminal = try PseudoTerminal(
      running: "/bin/bash",
      ["--norc", "--noprofile", "-i"],
      environment: ["PS1": "shell$ ", "HISTFILE": ""]
    )
    try terminal.wait(for: "shell$ ")
    terminal.type(PseudoTerminal.built("TerminalProbe"), .enter)
    try terminal.wait(for: "1> ")
    terminal.type("half")
    try terminal.wait(for: "half")
    terminal.press(.controlZ)
    try terminal.wait(for: "Stopped")
    try terminal.wait(for: "shell$ ")
    terminal.type("echo still $((6 * 7))", .enter)
    try terminal.wait(for: "still 42")
    try terminal.wait(for: "shell$ ")
    terminal.type("fg", .enter)
    try terminal.wait(for: "continued \"half\"")
    try terminal.wait(for: "2> half")
    terminal.type(" more", .enter)
    try terminal.wait(for: "text \"half more\"")
  }

  @Test(arguments: [[], ["--plain"], ["--accessible"]])
  func `the quit key is answered as a line, and the terminal is as before`(options: [String]) throws
  {
    let fresh = try PseudoTerminal(running: "/bin/sleep", ["60"]).settings
    let terminal = try PseudoTerminal.probe(options)
    terminal.type("half")
    try terminal.wait(for: "half")
    terminal.press(.controlBackslash)
    try terminal.wait(for: "quit")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.settings == fresh)
  }

  @Test(arguments: [[], ["--plain"], ["--accessible"]])
  func `a terminal that goes away is noticed even where hang ups are ignored`(
    options: [String]
  ) throws {
    let probe = PseudoTerminal.built("TerminalProbe")
    let terminal = try PseudoTerminal(
      running: "/bin/sh",
      ["-c", "trap '' HUP; exec \"$@\" 2> /dev/null", "sh", probe] + options
    )
    try terminal.wait(for: "1> ")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `what was typed ahead counts where the prompt goes on with a text`() throws {
    let terminal = try PseudoTerminal.probe("--accessible", "--ahead")
    terminal.send("one\r\rthree\r")
    for line in ["one", "", "three"] { try terminal.wait(for: "text \"\(line)\"") }
  }

  @Test func `half a line typed ahead is thrown away too`() throws {
    let terminal = try PseudoTerminal.probe()
    terminal.type("work", .enter)
    try terminal.wait(for: "text \"work\"")
    terminal.type("ahead")
    try terminal.wait(for: "2> ")
    terminal.type("b", .enter)
    try terminal.wait(for: "text \"b\"")
  }

  @Test func `a paste keeps its paragraphs where they are asked for`() throws {
    let terminal = try PseudoTerminal.probe("--paragraphs")
    terminal.paste("One,\r\nstill one.\r\r\tTwo.\u{7}\n\n")
    terminal.press(.enter)
    try terminal.wait(for: #"text "One,\nstill one.\n\n Two.""#)
  }
}
