import Chance
import Mutations
import Testing

@testable import Quizzes

/// Reading payloads without the general decoder.
@Suite struct QuickReadingTests {
  private static let moment = Moment(
    Timestamp(milliseconds: 1_774_448_000_000),
    reading: Moment.Reading(boot: "0b5c1d3e-6f27", milliseconds: 4711)
  )

  private static let events: [Event] = EventEncodingTests.encodings.map { Event($0.0, at: moment) }

  @Test func `the usual kinds of events are read without the decoder`() {
    let others = Self.events.filter { Event(quickly: $0.encoded) == nil }
    // Rare kinds, and texts with escaped characters.
    #expect(others.allSatisfy { $0.encoded.payload.contains(#"\"#) || Self.isRare($0) })
    #expect(others.count < Self.events.count / 2)
  }

  private static func isRare(_ event: Event) -> Bool {
    switch event.kind {
    case .extended, .marked, .remarked, .shown, .identified: true
    case .started, .responded, .tried, .hinted, .certain, .skipped, .flagged, .moved, .left,
      .resumed, .submitted, .expired:
      false
    }
  }

  @Test(arguments: events)
  func `both ways of reading find the same event`(event: Event) throws {
    let decoded = try Event(decoding: event.encoded)
    #expect(decoded == event)
    #expect(try Event(event.encoded) == event)
    if let quick = Event(quickly: event.encoded) { #expect(quick == decoded) }
  }

  @Test func `events that lie one behind another are read as each by itself`() throws {
    var encoded = EncodedEvents()
    for event in Self.events {
      let row = event.encoded
      for _ in 0..<2 {
        encoded.append(row.kind, at: row.milliseconds) { $0 += Array(row.payload.utf8) }
      }
      encoded.endAttempt()
    }
    encoded.endAttempt()
    #expect(encoded.attemptCount == Self.events.count + 1)
    #expect(encoded.rows(ofAttempt: Self.events.count).isEmpty)
    var reader = EncodedEvents.Reader(encoded)
    for (place, event) in Self.events.enumerated() {
      let rows = encoded.rows(ofAttempt: place)
      #expect(rows.map { encoded.kind(ofRow: $0) } == [event.encoded.kind, event.encoded.kind])
      #expect(try rows.map { try reader.event($0) } == [event, event])
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `whatever is read without the decoder, the decoder reads alike`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    for event in Self.events {
      var encoded = event.encoded
      for _ in 0..<20 {
        var bytes = Array(encoded.payload.utf8)
        let place = Int(generator.next(below: UInt64(bytes.count)))
        let signs = Array("\"\\{}[],:0123456789-. eE+aünultrf\n".utf8)
        switch generator.next(below: 4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[place], at: place)
        case 2: bytes.swapAt(place, Int(generator.next(below: UInt64(bytes.count))))
        default: bytes[place] = signs[Int(generator.next(below: UInt64(signs.count)))]
        }
        guard bytes.count > 1 else { break }
        encoded.payload = String(decoding: bytes, as: UTF8.self)
        guard let quick = Event(quickly: encoded) else { continue }
        #expect(
          try Event(decoding: encoded) == quick,
          "\(encoded.kind) \(encoded.payload)"
        )
      }
    }
  }

  @Test(arguments: [
    #"{"item":"a","item":"b"}"#, #"{"item":"a"} "#, #"{ "item":"a"}"#, #"{"item":"a"}}"#,
    #"{"item":"a","typed":"b"}"#, #"{"item":1}"#, "{}", "", "{", #"{"item":"a",}"#,
  ])
  func `a payload of another form is left to the decoder`(payload: String) {
    #expect(
      Event(quickly: Event.Encoded(kind: "skipped", milliseconds: 0, payload: payload)) == nil
    )
  }

  @Test func `a refused event leaves an attempt as it was, and a replay says why`() throws {
    let start = Event(.started(EventEncodingTests.start), at: Self.moment)
    var attempt = try Attempt(replaying: [start])
    let before = attempt
    let wrong = Event(.skipped(item: "no such item"), at: Self.moment)
    #expect(throws: Refusal.unknownItem("no such item")) { try attempt.apply(wrong) }
    #expect(attempt == before)
    #expect(throws: Refusal.unknownItem("no such item")) {
      try Attempt(replaying: [start, wrong])
    }
  }
}
