import Quizzes
import Testing

@Suite struct TranscriptTests {
  @Test func `a graded sitting reads as in the golden transcript`() throws {
    var script = try Script(.sample())
    script.type([
      "b", "a c", ":back", "a b", "maybe", "t", ":flag", "99,5", ":skip", "1d 2a", "1c 2d 3b",
      "a c b", ":review", "no", "Hardwood", "yes",
    ])
    #expect(script.next == .finish)
    try expectGolden(script.transcript, "graded.txt")
  }

  @Test func `a practice sitting reads as in the golden transcript`() throws {
    var script = try Script(.sample(mode: .practice))
    script.type([
      ":help", "a", ":back", ":skip", "f", "101", "oak", ":goto 1", "c b d", "b a c", ":review",
      "n", "a c",
    ])
    #expect(script.next == .finish)
    try expectGolden(script.transcript, "practice.txt")
  }

  @Test func `a sitting that stops and goes on reads as in the golden transcript`() throws {
    var script = try Script(.short())
    script.type("a")
    script.take(.interrupt)
    script.type("no")
    script.take(.endOfInput)
    var later = try Script(resuming: .short(), script.events, at: script.now)
    later.type([":b", "b", "", ":quit"])
    try expectGolden(script.transcript + "\n--- later ---\n" + later.transcript, "resumed.txt")
  }
}
