import Quizzes
import Testing

@Suite struct AttemptStoryTests {
  @Test func `an attempt is told in time order`() throws {
    let deadline = Deadline(after: 600_000, from: Script.noon.time)
    var script = try Script(.short(), deadline: deadline)
    script.type(["a", ":flag", ":quit"])
    script.conversation = try Conversation.resume(
      .short(),
      script.conversation.attempt,
      goOnCommand: "",
      at: script.now
    ).0
    script.type(["t", "yes"])
    let further: [Event.Kind] = [
      .marked(.init(item: "single", mark: 1, comment: "Fair.", by: "ben")),
      .remarked(.init(by: "0123456789", because: "Saw too.", decidedBy: "ana")),
    ]
    let attempt = try Attempt(
      replaying: script.conversation.attempt.events + further.map { Event($0, at: script.now) }
    )
    let story = AttemptStory(of: attempt, at: .short()) { "\($0.milliseconds)" }
    try expectGolden(story.chapters.map(\.sentence).joined(separator: "\n") + "\n", "story.txt")
    #expect(story.chapters.map(\.time) == attempt.events.map(\.time))
    #expect(story.chapters.compactMap(\.item).first == "single")
  }

  @Test func `without the text of its quiz, what was typed is told`() throws {
    var script = try Script(.short())
    script.type("a")
    let story = AttemptStory(of: script.conversation.attempt, at: nil) { _ in "" }
    #expect(story.chapters[1].sentence == "Responded to 'single' after 10 s: a")
  }
}
