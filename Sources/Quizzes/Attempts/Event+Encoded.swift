internal import Foundation

extension Event {
  /// An event as a row of the markbook keeps it.
  ///
  /// The payload is canonical JSON: keys sorted, no spaces, integers for times. Equal events have
  /// equal bytes, so that they can be hashed.
  public struct Encoded: Hashable, Sendable {
    /// What happened, in one word: `started`, `responded`, `skipped`, `flagged`, `moved`, `left`,
    /// `resumed` or `submitted`.
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

    /// A sentence for people.
    public var description: String {
      "the event '\(kind)' cannot be read: \(problem)"
    }
  }

  /// The event as a row of the markbook keeps it.
  public var encoded: Encoded {
    let (name, payload) = kind.encoded
    return Encoded(kind: name, milliseconds: time.milliseconds, payload: payload)
  }

  /// Reads a row of the markbook.
  public init(_ encoded: Encoded) throws(Malformed) {
    let kind = try Kind(name: encoded.kind, payload: encoded.payload)
    self.init(kind, at: Timestamp(milliseconds: encoded.milliseconds))
  }
}

// What the payloads hold beside the structures that are written as they are.
private struct ItemPayload: Codable { var item: Item.ID }
private struct FlagPayload: Codable {
  var flagged: Bool
  var item: Item.ID
}
private struct LeftPayload: Codable { var reason: Event.Reason }
private struct MovedPayload: Codable {
  var to: Item.ID?

  // Written as `null` too: going behind the last item is a place, not a missing value.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(to, forKey: .to)
  }
}

extension Event.Kind {
  fileprivate var encoded: (name: String, payload: String) {
    switch self {
    case .started(let start): ("started", canonicalJSON(start))
    case .responded(let responded): ("responded", canonicalJSON(responded))
    case .skipped(let item): ("skipped", canonicalJSON(ItemPayload(item: item)))
    case .flagged(let item, let isFlagged):
      ("flagged", canonicalJSON(FlagPayload(flagged: isFlagged, item: item)))
    case .moved(let item): ("moved", canonicalJSON(MovedPayload(to: item)))
    case .left(let reason): ("left", canonicalJSON(LeftPayload(reason: reason)))
    case .resumed: ("resumed", "{}")
    case .submitted: ("submitted", "{}")
    }
  }

  fileprivate init(name: String, payload: String) throws(Event.Malformed) {
    func read<Payload: Decodable>(_ type: Payload.Type) throws(Event.Malformed) -> Payload {
      do {
        return try JSONDecoder().decode(type, from: Data(payload.utf8))
      } catch {
        throw Event.Malformed(kind: name, problem: "its payload is not as expected")
      }
    }
    switch name {
    case "started": self = .started(try read(Event.Start.self))
    case "responded": self = .responded(try read(Event.Responded.self))
    case "skipped": self = .skipped(item: try read(ItemPayload.self).item)
    case "flagged":
      let flag = try read(FlagPayload.self)
      self = .flagged(item: flag.item, isFlagged: flag.flagged)
    case "moved": self = .moved(to: try read(MovedPayload.self).to)
    case "left": self = .left(try read(LeftPayload.self).reason)
    case "resumed" where payload == "{}": self = .resumed
    case "submitted" where payload == "{}": self = .submitted
    case "resumed", "submitted":
      throw Event.Malformed(kind: name, problem: "its payload is not as expected")
    default:
      throw Event.Malformed(kind: name, problem: "no such kind is known")
    }
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
      )
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
