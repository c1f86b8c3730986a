/// The events of several attempts as rows of the markbook keep them, for reading many at once: all payloads
/// are in one array of bytes, from which ``Reader`` makes events.
public struct EncodedEvents: Sendable {
  fileprivate struct Row: Sendable {
    let kind: String
    let milliseconds: Int64
    let payload: Range<Int>
  }

  fileprivate var bytes: [UInt8] = []
  fileprivate var rows: [Row] = []
  /// Where the events of each attempt end.
  private var ends: [Int] = []

  /// No events.
  public init() {}

  /// How many attempts there are.
  public var attemptCount: Int { ends.count }

  /// The rows of an attempt, by its place among the attempts.
  public func rows(ofAttempt place: Int) -> Range<Int> {
    (place == 0 ? 0 : ends[place - 1])..<ends[place]
  }

  /// What happened, in one word, as a row says it.
  public func kind(ofRow row: Int) -> String { rows[row].kind }

  /// Adds a row to the attempt that is not yet ended.
  ///
  /// - Parameters:
  ///   - kind: What happened, in one word.
  ///   - milliseconds: When, in milliseconds since 1970-01-01T00:00:00Z.
  ///   - payload: Appends what belongs to it, as UTF-8.
  public mutating func append(
    _ kind: String,
    at milliseconds: Int64,
    payload: (inout [UInt8]) -> Void
  ) {
    let start = bytes.count
    payload(&bytes)
    rows.append(Row(kind: kind, milliseconds: milliseconds, payload: start..<bytes.count))
  }

  /// Ends the rows of an attempt; those of the next one follow.
  public mutating func endAttempt() { ends.append(rows.count) }
}

extension EncodedEvents {
  /// Reads events, one after another.
  public struct Reader {
    private let events: EncodedEvents
    private var payloads: PayloadReader

    /// Prepares to read some of the events.
    public init(_ events: EncodedEvents) {
      self.events = events
      payloads = PayloadReader(events.bytes)
    }

    /// The event that a row tells.
    public mutating func event(_ row: Int) throws(Event.Malformed) -> Event {
      let row = events.rows[row]
      payloads.begin(row.payload)
      if let event = Event(quickly: row.kind, at: row.milliseconds, &payloads) { return event }
      return try Event(
        decoding: Event.Encoded(
          kind: row.kind,
          milliseconds: row.milliseconds,
          payload: String(decoding: events.bytes[row.payload], as: UTF8.self)
        )
      )
    }
  }
}
