internal import Foundation

extension Event {
  /// An event as a row of the markbook keeps it.
  ///
  /// The payload is canonical JSON: keys sorted, no spaces, integers for times. Equal events have
  /// equal bytes, so that they can be hashed.
  public struct Encoded: Hashable, Sendable {
    /// What happened, in one word, such as `started`, `responded`, `moved` or `submitted`.
    public var kind: String
    /// When it happened, in milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64
    /// What belongs to it, as canonical JSON; `{}` where nothing does.
    public var payload: String

    /// Creates a row's content.
    public init(kind: String, milliseconds: Int64, payload: String) {
      self.kind = kind
      self.milliseconds = milliseconds
      self.payload = payload
    }
  }

  /// A row that is no event of this version.
  public struct Malformed: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind found in the row.
    public var kind: String
    /// What is wrong with it.
    public var problem: String
    /// Whether a newer program may have recorded it: this one does not know its kind.
    public var isUnknownKind = false

    /// A sentence for people.
    public var description: String {
      "the event '\(kind)' cannot be read: \(problem)"
    }
  }

  /// The event as a row of the markbook keeps it.
  public var encoded: Encoded {
    let (name, payload) = kind.encoded(with: moment.reading)
    return Encoded(kind: name, milliseconds: time.milliseconds, payload: payload)
  }

  /// Reads a row of the markbook.
  public init(_ encoded: Encoded) throws(Malformed) {
    if let event = Event(quickly: encoded) {
      self = event
      return
    }
    try self.init(decoding: encoded)
  }

  /// Reads a row of the markbook whatever its form, by the general decoder.
  init(decoding encoded: Encoded) throws(Malformed) {
    let (kind, reading) = try Kind.reading(encoded.payload, of: encoded.kind)
    let time = Timestamp(milliseconds: encoded.milliseconds)
    self.init(kind, at: Moment(time, reading: reading))
  }
}

// What the payloads hold beside the structures that are written as they are.
private struct ItemPayload: Codable { var item: Item.ID }
private struct IdentifiedPayload: Codable { var identified: Identification }
private struct NoPayload: Codable {}
private struct FlagPayload: Codable {
  var flagged: Bool
  var item: Item.ID
}
private struct CertainPayload: Codable {
  var certainty: Certainty
  var item: Item.ID
}
private struct ShownPayload: Codable { var phase: Quiz.Feedback.Phase }
private struct LeftPayload: Codable { var reason: Event.Reason }
private struct MovedPayload: Codable {
  var to: Item.ID?

  // Written as `null` too: going behind the last item is a place, not a missing value.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(to, forKey: .to)
  }
}

/// A payload with the reading of the running clock, where there is one, under the key `clock`.
private struct Clocked<Content: Codable>: Codable {
  var content: Content
  var clock: Moment.Reading?

  private enum Key: String, CodingKey { case clock }

  init(_ content: Content, _ clock: Moment.Reading?) {
    self.content = content
    self.clock = clock
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(clock, forKey: .clock)
    try content.encode(to: encoder)
  }

  init(from decoder: any Decoder) throws {
    clock = try decoder.container(keyedBy: Key.self).decodeIfPresent(
      Moment.Reading.self,
      forKey: .clock
    )
    content = try Content(from: decoder)
  }
}

extension Event.Kind {
  fileprivate func encoded(with clock: Moment.Reading?) -> (name: String, payload: String) {
    func payload(_ content: some Codable) -> String { canonicalJSON(Clocked(content, clock)) }
    return switch self {
    case .started(let start): ("started", payload(start))
    case .responded(let responded): ("responded", payload(responded))
    case .tried(let responded): ("tried", payload(responded))
    case .hinted(let item): ("hinted", payload(ItemPayload(item: item)))
    case .certain(let item, let certainty):
      ("certain", payload(CertainPayload(certainty: certainty, item: item)))
    case .skipped(let item): ("skipped", payload(ItemPayload(item: item)))
    case .flagged(let item, let isFlagged):
      ("flagged", payload(FlagPayload(flagged: isFlagged, item: item)))
    case .moved(let item): ("moved", payload(MovedPayload(to: item)))
    case .left(let reason): ("left", payload(LeftPayload(reason: reason)))
    case .resumed: ("resumed", payload(NoPayload()))
    case .identified(let identification):
      ("identified", payload(IdentifiedPayload(identified: identification)))
    case .submitted: ("submitted", payload(NoPayload()))
    case .extended(let new): ("extended", payload(new))
    case .expired: ("expired", payload(NoPayload()))
    case .marked(let marked): ("marked", payload(marked))
    case .remarked(let remarked): ("remarked", payload(remarked))
    case .shown(let phase): ("shown", payload(ShownPayload(phase: phase)))
    }
  }

  fileprivate static func reading(
    _ payload: String,
    of name: String
  ) throws(Event.Malformed) -> (kind: Self, reading: Moment.Reading?) {
    var reading: Moment.Reading?
    func read<Payload: Codable>(_ type: Payload.Type) throws(Event.Malformed) -> Payload {
      do {
        let clocked = try JSONDecoder().decode(Clocked<Payload>.self, from: Data(payload.utf8))
        reading = clocked.clock
        return clocked.content
      } catch {
        throw Event.Malformed(kind: name, problem: "its payload is not as expected")
      }
    }
    let kind: Self
    switch name {
    case "started": kind = .started(try read(Event.Start.self))
    case "responded": kind = .responded(try read(Event.Responded.self))
    case "tried": kind = .tried(try read(Event.Responded.self))
    case "hinted": kind = .hinted(item: try read(ItemPayload.self).item)
    case "certain":
      let certain = try read(CertainPayload.self)
      kind = .certain(item: certain.item, certain.certainty)
    case "skipped": kind = .skipped(item: try read(ItemPayload.self).item)
    case "flagged":
      let flag = try read(FlagPayload.self)
      kind = .flagged(item: flag.item, isFlagged: flag.flagged)
    case "moved": kind = .moved(to: try read(MovedPayload.self).to)
    case "left": kind = .left(try read(LeftPayload.self).reason)
    case "resumed":
      _ = try read(NoPayload.self)
      kind = .resumed
    case "identified": kind = .identified(try read(IdentifiedPayload.self).identified)
    case "submitted":
      _ = try read(NoPayload.self)
      kind = .submitted
    case "extended": kind = .extended(try read(Event.Extension.self))
    case "expired":
      _ = try read(NoPayload.self)
      kind = .expired
    case "marked": kind = .marked(try read(Event.Marked.self))
    case "remarked": kind = .remarked(try read(Event.Remarked.self))
    case "shown": kind = .shown(try read(ShownPayload.self).phase)
    default:
      throw Event.Malformed(kind: name, problem: "no such kind is known", isUnknownKind: true)
    }
    return (kind, reading)
  }
}

extension Event.Marked: Codable {
  private enum Key: String, CodingKey {
    case item
    case mark
    case comment
    case by
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(item, forKey: .item)
    // As text, because other readers of JSON would round it.
    try container.encode(mark.written, forKey: .mark)
    try container.encode(comment, forKey: .comment)
    try container.encode(by, forKey: .by)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard let mark = Rational(weight: try container.decode(String.self, forKey: .mark)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .mark,
        in: container,
        debugDescription: "expected a mark"
      )
    }
    self.init(
      item: try container.decode(String.self, forKey: .item),
      mark: mark,
      comment: try container.decode(String.self, forKey: .comment),
      by: try container.decode(String.self, forKey: .by)
    )
  }
}

extension Event.Start: Codable {
  private enum Key: String, CodingKey {
    case quiz
    case contentHash
    case participant
    case kind
    case number
    case seed
    case items
    case deadline
    case identified
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(quiz, forKey: .quiz)
    try container.encode(contentHash, forKey: .contentHash)
    try container.encode(participant, forKey: .participant)
    try container.encode(kind, forKey: .kind)
    try container.encode(number, forKey: .number)
    // As text, because many readers of JSON round integers above 2⁵³.
    try container.encode("\(seed)", forKey: .seed)
    try container.encode(arrangement.entries, forKey: .items)
    try container.encodeIfPresent(deadline, forKey: .deadline)
    // Absent, not null, where it is not known: payloads recorded earlier keep their bytes.
    try container.encodeIfPresent(identification, forKey: .identified)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard let seed = UInt64(try container.decode(String.self, forKey: .seed)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .seed,
        in: container,
        debugDescription: "expected digits"
      )
    }
    self.init(
      quiz: try container.decode(String.self, forKey: .quiz),
      contentHash: try container.decode(String.self, forKey: .contentHash),
      participant: try container.decode(String.self, forKey: .participant),
      kind: try container.decode(Attempt.Kind.self, forKey: .kind),
      number: try container.decode(Int.self, forKey: .number),
      seed: seed,
      arrangement: Arrangement(
        try container.decode([Arrangement.Entry].self, forKey: .items)
      ),
      deadline: try container.decodeIfPresent(Deadline.self, forKey: .deadline),
      identification: try container.decodeIfPresent(Identification.self, forKey: .identified)
    )
  }
}

/// Writes a value with its keys sorted and without spaces.
private func canonicalJSON(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  do {
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  } catch {
    // Payloads hold text, whole numbers, truth values and lists of these: all of them are JSON.
    preconditionFailure("a payload must be representable as JSON: \(error)")
  }
}
