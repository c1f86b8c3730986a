import Chance
import Foundation
import Glibc
import OwnThreads
import PseudoTerminal
import Quizzes
import Records
import Testing

@Suite(.inOwnThreads) struct InterruptedSittingTests {
  private static let items = Result { try ToolsBySeven.items() }

  /// One for each moment at which a sitting is killed; `SEMINAR_KILLS` says how many.
  static let seeds: ClosedRange<UInt64> = {
    let wanted = ProcessInfo.processInfo.environment["SEMINAR_KILLS"]
    return 1...max(1, wanted.flatMap(UInt64.init) ?? 14)
  }()

  @Test(arguments: seeds)
  func `killed at any moment, an attempt goes on where it was`(seed: UInt64) throws {
    let items = try Self.items.get()
    let bench = try Workbench.enrolled()
    var chance = SplitMix64(seed: seed)
    // While it starts, at one of the five items, or while it is handed in.
    let moment = Int(seed % 7)
    let delay = UInt32.random(in: 0..<(moment == 0 ? 150_000 : 30_000), using: &chance)

    let terminal =
      try moment > 0
      ? bench.begin(ToolsBySeven.arguments) : bench.sit(ToolsBySeven.arguments)
    let lines = ToolsBySeven.responses + ["yes"]
    if moment > 0 {
      try terminal.wait(for: "in centimetres")
      for line in lines.prefix(moment - 1) { try terminal.answer(line, "Kept: ") }
      try terminal.waitForPrompt()
      terminal.type(lines[moment - 1], .enter)
    }
    usleep(delay)
    terminal.signal(SIGKILL)
    let end = try terminal.waitForExit()
    #expect(end == .signalled(SIGKILL) || moment == 6)

    let acknowledged = terminal.transcript.ranges(of: "Kept: ").count
    let recorded = try responses(in: bench)
    #expect((acknowledged...moment).contains(recorded.count))
    #expect(recorded == Array(["rule", "match", "smooth", "nail", "cut"].prefix(recorded.count)))
    #expect(try bench.wholeEventCount() >= recorded.count)
    let attempt = try bench.markbook().attempts().first
    #expect(attempt != nil || moment == 0)
    if terminal.transcript.contains("Submitted.") { #expect(attempt?.isSubmitted == true) }
    if attempt?.isSubmitted == true {
      let scores = try bench.seminar("scores", "--format", "csv").output
      #expect(scores.contains(",8,8,100,yes"))
      return
    }

    let again = try bench.begin(ToolsBySeven.arguments, environment: ["NO_COLOR": "1"])
    let share = "Items with a response: \(recorded.count) of 5."
    if attempt != nil { try again.wait(for: "You are continuing attempt 1. \(share)") }
    if recorded.count < 5 { try again.wait(for: items[recorded.count]) }
    for response in ToolsBySeven.responses.dropFirst(recorded.count) {
      try again.answer(response, "Kept: ")
    }
    try again.answer("yes", "Score: 8 of 8 marks, 100 percent.")
    #expect(try again.waitForExit(pressingEnter: true) == .exited(0))
    _ = try bench.wholeEventCount()
    let scores = try bench.seminar("scores", "--format", "csv").output
    #expect(scores.split(separator: "\r\n").count == 2)
  }

  @Test(arguments: 1...9 as ClosedRange<UInt64>)
  func `killed among hints, gaps and lines of an essay, an attempt goes on`(seed: UInt64) throws {
    let lines = ["", ":hint", "b", "100", "a", "1", "Order,", "and light.", "."]
    let bench = try Workbench.crafts()
    var chance = SplitMix64(seed: seed)
    let moment = Int(seed - 1) % lines.count
    let delay = UInt32.random(in: 0..<30_000, using: &chance)
    let terminal = try bench.begin(["quiz", "crafts", "--as", "p01"])
    for line in lines[...moment] {
      try terminal.waitUntilAsked()
      terminal.type(line, .enter)
    }
    usleep(delay)
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()

    // Every line here is one response, a part of one, or a hint.
    let recorded = try bench.markbook().events(of: bench.lastAttemptID()).count { event in
      switch event.kind {
      case .responded, .hinted: true
      default: false
      }
    }
    #expect((moment...moment + 1).contains(recorded))
    let again = try bench.sitCrafts(typing: lines.dropFirst(recorded) + ["yes"])
    #expect(again.output.contains("You are continuing attempt 1."))
    #expect(again.output.contains("Score: 3.75 of 8 marks"))
    _ = try bench.wholeEventCount()
  }

  /// The items that have a response, in the order in which they were given.
  private func responses(in bench: Workbench) throws -> [String] {
    let markbook = try bench.markbook()
    guard let attempt = try markbook.attempts(of: "joinery/tools").first else { return [] }
    return try markbook.events(of: attempt.id).compactMap {
      if case .responded(let response) = $0.kind { response.item } else { nil }
    }
  }

  @Test func `killed between the last response and handing in, nothing is handed in`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try bench.begin(ToolsBySeven.arguments)
    try terminal.wait(for: "in centimetres")
    for response in ToolsBySeven.responses { try terminal.answer(response, "Kept: ") }
    try terminal.wait(for: "Submit now?")
    terminal.signal(SIGKILL)
    _ = try terminal.waitForExit()
    #expect(try bench.seminar("scores", "--format", "csv").output.contains(",graded,open,"))
    let again = try bench.sit(ToolsBySeven.arguments)
    try again.wait(for: "Before you submit")
    try again.answer("yes", "Score: 8 of 8 marks")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a request to end keeps everything and gives the terminal back`(number: Int32) throws {
    let bench = try Workbench.enrolled()
    let fresh = try PseudoTerminal(running: "/bin/sleep", ["60"]).settings
    let terminal = try bench.begin(ToolsBySeven.arguments)
    try terminal.wait(for: "in centimetres")
    try terminal.answer("99", "1 to 3")
    try terminal.waitForPrompt()
    terminal.type("1c 2d")
    try terminal.wait(for: "1c 2d")
    terminal.signal(number)
    try terminal.wait(for: "Stopped at item 2 of 5. Your responses are kept.")
    #expect(try terminal.waitForExit() == .exited(130))
    #expect(terminal.settings == fresh)
    #expect(try responses(in: bench) == ["rule"])
    _ = try bench.wholeEventCount()
  }

  @Test func `a connection that breaks keeps everything`() throws {
    let bench = try Workbench.enrolled()
    let terminal = try bench.begin(ToolsBySeven.arguments)
    try terminal.wait(for: "in centimetres")
    try terminal.answer("99", "1 to 3")
    terminal.hangUp()
    _ = try terminal.waitForExit()
    #expect(try responses(in: bench) == ["rule"])
    let again = try bench.sit(ToolsBySeven.arguments)
    try again.wait(for: "Items with a response: 1 of 5.")
  }

  @Test func `forty participants sit at once, and no error reaches anybody`() throws {
    let bench = try Workbench.joinery()
    let ids = (1...40).map { "p\($0)" }
    let roster = "id,name\n" + ids.map { "\($0),Participant \($0)\n" }.joined()
    _ = try bench.seminar("roster", "import", "-", input: roster)
    let sitters = try ids.map { try bench.begin(["quiz", "tools", "--as", $0, "--seed", "7"]) }
    for sitter in sitters { try sitter.wait(for: "in centimetres", within: .seconds(60)) }
    var slowest = Duration.zero
    for response in ToolsBySeven.responses {
      for sitter in sitters { try sitter.waitForPrompt() }
      let start = ContinuousClock.now
      for sitter in sitters { sitter.type(response, .enter) }
      for sitter in sitters { try sitter.wait(for: "Kept: ", within: .seconds(30)) }
      slowest = max(slowest, ContinuousClock.now - start)
    }
    for sitter in sitters { try sitter.answer("yes", "Score: 8 of 8 marks") }
    for sitter in sitters {
      #expect(try sitter.waitForExit(pressingEnter: true) == .exited(0))
      #expect(!sitter.transcript.contains("error:"))
    }
    print("forty at once: the slowest response was acknowledged within \(slowest)")
    #expect(slowest < .seconds(15))
    let scores = try bench.seminar("scores", "--format", "csv").output
    #expect(scores.ranges(of: ",8,8,100,yes").count == 40)
    _ = try bench.wholeEventCount()
  }

  @Test func `two participants sit at the same time`() throws {
    let bench = try Workbench.enrolled()
    let sitters = try ["p01", "p02"].map {
      try bench.begin(["quiz", "tools", "--as", $0, "--seed", "7"])
    }
    for sitter in sitters { try sitter.wait(for: "in centimetres") }
    for response in ToolsBySeven.responses {
      for sitter in sitters { try sitter.waitForPrompt() }
      for sitter in sitters { sitter.type(response, .enter) }
      for sitter in sitters { try sitter.wait(for: "Kept: ") }
    }
    for sitter in sitters { try sitter.answer("yes", "Score: 8 of 8 marks") }
    for sitter in sitters { #expect(try sitter.waitForExit(pressingEnter: true) == .exited(0)) }
    let scores = try bench.seminar("scores", "--format", "csv").output
    #expect(scores.ranges(of: ",8,8,100,yes").count == 2)
    _ = try bench.wholeEventCount()
  }
}
