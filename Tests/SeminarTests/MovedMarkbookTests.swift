import Foundation
import OwnThreads
import PseudoTerminal
import Testing

@Suite(.inOwnThreads) struct MovedMarkbookTests {
  private func move(_ name: String, to other: String, in bench: Workbench) throws {
    try FileManager.default.moveItem(atPath: bench.path(name), toPath: bench.path(other))
  }

  @Test(arguments: ["markbook.sqlite", "markbook.sqlite-wal"])
  func `a sitting whose markbook was moved says so, and goes on when it is back`(
    name: String
  ) throws {
    let bench = try Workbench.enrolled()
    let terminal = try bench.begin(ToolsBySeven.arguments)
    try terminal.wait(for: "in centimetres")
    try terminal.waitForPrompt()
    try move(name, to: "elsewhere", in: bench)
    terminal.type("99,5", .enter)
    try terminal.wait(for: "was moved or deleted while this program was using it")
    try terminal.wait(for: "Not saved yet. Press Enter to try again, or type :quit to leave: ")
    #expect(!terminal.transcript.contains("Kept"))
    try move("elsewhere", to: name, in: bench)
    terminal.press(.enter)
    try terminal.wait(for: "Kept: ")
    terminal.signal(SIGTERM)
    _ = try terminal.waitForExit()
    #expect(try bench.wholeEventCount() > 1)
  }

  @Test func `no command takes a log without its markbook for a fresh start`() throws {
    let bench = try Workbench.enrolled()
    try FileManager.default.removeItem(atPath: bench.path("markbook.sqlite"))
    try bench.write("what was recorded last", to: "markbook.sqlite-wal")
    let before = try bench.contents()
    for arguments in [["scores"], ["roster"], ["quiz", "joints"], ["roster", "import", "-"]] {
      let ended = try bench.command(arguments, input: "id,name\np01,Ana\n").run()
      #expect(ended.status == 66)
      #expect(ended.error.contains("markbook.sqlite-wal is still there"))
    }
    #expect(try bench.contents() == before)
  }
}
