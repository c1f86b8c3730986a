import Foundation
import Quizzes
import SampleItems
import Testing

@Suite struct EventEncodingTests {
  static let start = Event.Start(
    quiz: "crime-justice-security/organized-crime",
    contentHash: "9f86d0",
    participant: "p01",
    kind: .graded,
    number: 2,
    seed: .max,
    arrangement: Arrangement([.init(item: "b", options: [2, 0, 1]), .init(item: "a", options: [])])
  )

  static let encodings: [(Event.Kind, kind: String, payload: String)] = [
    (
      .started(start),
      "started",
      #"{"contentHash":"9f86d0","items":[{"item":"b","options":[2,0,1]},"#
        + #"{"item":"a","options":[]}],"kind":"graded","number":2,"participant":"p01","#
        + #""quiz":"crime-justice-security/organized-crime","seed":"18446744073709551615"}"#
    ),
    (
      .responded(.init(item: "b", typed: "c", response: .option(2), milliseconds: 4200)),
      "responded",
      #"{"item":"b","milliseconds":4200,"response":{"option":2},"typed":"c"}"#
    ),
    (
      .responded(.init(item: "a", typed: "4,50", response: .number(4.5), milliseconds: 0)),
      "responded",
      #"{"item":"a","milliseconds":0,"response":{"number":"4.5"},"typed":"4,50"}"#
    ),
    (
      .responded(.init(item: "a", typed: "\"é\"/", response: .text("\"é\"/"), milliseconds: 1)),
      "responded",
      #"{"item":"a","milliseconds":1,"response":{"text":"\"é\"/"},"typed":"\"é\"/"}"#
    ),
    (
      .responded(.init(item: "a", typed: "ca", response: .options([0, 2]), milliseconds: 1)),
      "responded",
      #"{"item":"a","milliseconds":1,"response":{"options":[0,2]},"typed":"ca"}"#
    ),
    (
      .responded(.init(item: "a", typed: "T", response: .truth(true), milliseconds: 1)),
      "responded",
      #"{"item":"a","milliseconds":1,"response":{"truth":true},"typed":"T"}"#
    ),
    (
      .responded(.init(item: "a", typed: "ba", response: .matches([1, 0]), milliseconds: 1)),
      "responded",
      #"{"item":"a","milliseconds":1,"response":{"matches":[1,0]},"typed":"ba"}"#
    ),
    (
      .responded(.init(item: "a", typed: "ba", response: .order([1, 0]), milliseconds: 1)),
      "responded",
      #"{"item":"a","milliseconds":1,"response":{"order":[1,0]},"typed":"ba"}"#
    ),
    (.skipped(item: "a"), "skipped", #"{"item":"a"}"#),
    (.flagged(item: "a", isFlagged: true), "flagged", #"{"flagged":true,"item":"a"}"#),
    (.moved(to: "a"), "moved", #"{"to":"a"}"#),
    (.moved(to: nil), "moved", #"{"to":null}"#),
    (.left(.endOfInput), "left", #"{"reason":"end-of-input"}"#),
    (.resumed, "resumed", "{}"),
    (.identified(.claimed), "identified", #"{"identified":"claimed"}"#),
    (
      .identified(.key(fingerprint: "SHA256:a/b+c")),
      "identified",
      #"{"identified":"key SHA256:a/b+c"}"#
    ),
    (.submitted, "submitted", "{}"),
    (.expired, "expired", "{}"),
    (.hinted(item: "a"), "hinted", #"{"item":"a"}"#),
    (.certain(item: "a", .high), "certain", #"{"certainty":3,"item":"a"}"#),
    (
      .tried(.init(item: "b", typed: "c", response: .option(2), milliseconds: 4200)),
      "tried",
      #"{"item":"b","milliseconds":4200,"response":{"option":2},"typed":"c"}"#
    ),
    (
      .responded(
        .init(
          item: "a",
          typed: "b",
          response: .gaps([.option(1), nil, .text("x")]),
          milliseconds: 1
        )
      ),
      "responded",
      #"{"item":"a","milliseconds":1,"response":{"gaps":[{"option":1},null,{"text":"x"}]},"#
        + #""typed":"b"}"#
    ),
    (
      .responded(.init(item: "a", typed: "b", response: .draft("x\ny"), milliseconds: 1)),
      "responded",
      #"{"item":"a","milliseconds":1,"response":{"draft":"x\ny"},"typed":"b"}"#
    ),
    (
      .responded(.init(item: "a", typed: "", response: .read, milliseconds: 1)),
      "responded",
      #"{"item":"a","milliseconds":1,"response":{"read":true},"typed":""}"#
    ),
    (
      .extended(
        .init(
          to: Deadline(after: 5000, from: Timestamp(milliseconds: 1000)),
          reason: "power",
          by: "c"
        )
      ),
      "extended",
      #"{"by":"c","deadline":{"milliseconds":5000,"time":6000},"reason":"power"}"#
    ),
    (
      .marked(.init(item: "a", mark: Rational(7, over: 2), comment: "Good.", by: "c")),
      "marked",
      #"{"by":"c","comment":"Good.","item":"a","mark":"3.5"}"#
    ),
    (
      .remarked(.init(by: "1b4f0e", because: "b is right too", decidedBy: "c")),
      "remarked",
      #"{"by":"c","reason":"b is right too","version":"1b4f0e"}"#
    ),
    (.shown(.rightAfter), "shown", #"{"phase":"right-after"}"#),
    (.shown(.afterClose), "shown", #"{"phase":"after-close"}"#),
  ]

  static let clocked = Moment(
    Timestamp(milliseconds: 7),
    reading: .init(boot: "be4244d7", milliseconds: 12)
  )

  @Test(arguments: encodings)
  func `the reading of the running clock is kept beside`(
    kind: Event.Kind,
    name: String,
    payload: String
  ) throws {
    let event = Event(kind, at: Self.clocked)
    #expect(event.encoded.payload.contains(#""clock":{"boot":"be4244d7","milliseconds":12}"#))
    #expect(try Event(event.encoded) == event)
  }

  @Test func `a deadline is kept with the start`() throws {
    var start = Self.start
    start.deadline = Deadline(after: 60_000, from: Timestamp(milliseconds: 5))
    let event = Event(.started(start), at: Timestamp(milliseconds: 5))
    #expect(event.encoded.payload.contains(#""deadline":{"milliseconds":60000,"time":60005}"#))
    #expect(try Event(event.encoded) == event)
  }

  @Test(arguments: encodings)
  func `an event is written as canonical JSON`(kind: Event.Kind, name: String, payload: String) {
    let encoded = Event(kind, at: Timestamp(milliseconds: 1_774_360_800_000)).encoded
    #expect(encoded.payload == payload)
    #expect(encoded.kind == name)
    #expect(encoded.milliseconds == 1_774_360_800_000)
  }

  @Test(arguments: encodings)
  func `what was written reads back as the same event`(
    kind: Event.Kind,
    name: String,
    payload: String
  ) throws {
    let event = Event(kind, at: Timestamp(milliseconds: -1))
    #expect(try Event(event.encoded) == event)
  }

  @Test(arguments: [
    ("started", "{}"), ("responded", #"{"item":"a"}"#), ("responded", "not JSON"),
    ("skipped", "[]"), ("flagged", #"{"item":"a","flagged":"yes"}"#),
    ("left", #"{"reason":"bored"}"#), ("resumed", "7"), ("vanished", "{}"), ("", ""),
    ("responded", #"{"item":"a","milliseconds":1,"response":{},"typed":"T"}"#),
    ("responded", #"{"item":"a","milliseconds":1,"response":{"number":"x"},"typed":"T"}"#),
    ("responded", #"{"item":"a","milliseconds":1e99,"response":{"option":1},"typed":"T"}"#),
  ])
  func `a row that is no event is refused`(kind: String, payload: String) {
    #expect(throws: Event.Malformed.self) {
      try Event(Event.Encoded(kind: kind, milliseconds: 0, payload: payload))
    }
  }
}
