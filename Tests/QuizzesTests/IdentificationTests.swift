import Foundation
import Quizzes
import Testing

@Suite struct IdentificationTests {
  static let texts: [(Identification, text: String)] = [
    (.account("ana"), "account ana"), (.key(fingerprint: nil), "key"),
    (.key(fingerprint: "SHA256:x/y+z"), "key SHA256:x/y+z"), (.certificate(nil), "certificate"),
    (.certificate("p 01"), "certificate p 01"), (.claimed, "claimed"), (.guest, "guest"),
  ]

  @Test(arguments: texts)
  func `an identification reads back from its text`(
    identification: Identification,
    text: String
  ) {
    #expect(identification.text == text)
    #expect(Identification(text: text) == identification)
  }

  @Test(arguments: ["", "account", "claimed by me", "password hunter2"])
  func `what is no identification is refused`(text: String) {
    #expect(Identification(text: text) == nil)
  }

  @Test func `an attempt recorded before identifications were kept reads and writes the same`()
    throws
  {
    let payload = Event(.started(EventEncodingTests.start), at: Timestamp(milliseconds: 5)).encoded
    #expect(!payload.payload.contains("identified"))
    #expect(try Event(payload).encoded == payload)
  }

  @Test func `the start says how the sitter was identified`() throws {
    var start = EventEncodingTests.start
    start.identification = .key(fingerprint: "SHA256:abc")
    let event = Event(.started(start), at: Timestamp(milliseconds: 5))
    #expect(event.encoded.payload.contains(#""identified":"key SHA256:abc""#))
    #expect(try Event(event.encoded) == event)
  }

  @Test func `only another identification is recorded when somebody goes on`() throws {
    let quiz = Quiz.short()
    var start = EventEncodingTests.start
    start.arrangement = Arrangement(of: quiz, seed: 1)
    start.identification = .claimed
    var now = Moment(Timestamp(milliseconds: 0))
    let (begun, _) = try Conversation.start(quiz, start, goOnCommand: "", at: now)
    var attempt = begun.attempt
    for identification in [Identification.claimed, .key(fingerprint: "SHA256:abc")] {
      now = Moment(Timestamp(milliseconds: now.time.milliseconds + 1))
      let (conversation, turn) = try Conversation.resume(
        quiz,
        attempt,
        identification: identification,
        goOnCommand: "",
        at: now
      )
      let isNew = turn.events.contains { $0.kind == .identified(identification) }
      #expect(isNew == (identification != .claimed))
      attempt = conversation.attempt
      #expect(attempt.identification == identification)
    }
  }
}
