internal import Foundation

extension Event {
  /// Reads the payload of an event of the usual kinds in its usual form.
  ///
  /// - Returns: The same event that the general decoder reads; `nil` where that must be asked.
  init?(quickly encoded: Encoded) {
    let bytes = Array(encoded.payload.utf8)
    var reader = PayloadReader(bytes)
    reader.begin(bytes.indices)
    self.init(quickly: encoded.kind, at: encoded.milliseconds, &reader)
  }

  /// Reads the payload of an event of the usual kinds in its usual form; `nil` where the general decoder
  /// must be asked.
  ///
  /// - Parameters:
  ///   - kind: What happened, in one word.
  ///   - milliseconds: When, in milliseconds since 1970-01-01T00:00:00Z.
  ///   - reader: Stands before the payload.
  init?(quickly kind: String, at milliseconds: Int64, _ reader: inout PayloadReader) {
    do throws(PayloadReader.Unexpected) {
      var fields = Fields()
      try fields.read(from: &reader)
      try reader.finish()
      let kind = try fields.kind(named: kind)
      let time = Timestamp(milliseconds: milliseconds)
      self.init(kind, at: Moment(time, reading: fields.clock))
    } catch {
      return nil
    }
  }
}

/// The members of a payload.
private struct Fields {
  var clock: Moment.Reading?
  private var certainty: Certainty?
  private var contentHash: String?
  private var deadline: Deadline?
  private var flagged: Bool?
  private var identified: Identification?
  private var item: Item.ID?
  private var items: [Arrangement.Entry]?
  private var kind: Attempt.Kind?
  private var milliseconds: Int64?
  private var number: Int?
  private var participant: String?
  private var quiz: String?
  private var reason: Event.Reason?
  private var response: Response?
  private var seed: UInt64?
  /// Where the participant went; the inner `nil` is the end.
  private var target: Item.ID??
  private var typed: String?
  /// How many members there are, besides the clock.
  private var count = 0

  init() {}

  mutating func read(from reader: inout PayloadReader) throws(PayloadReader.Unexpected) {
    try reader.open()
    while let key = try reader.key() {
      count += 1
      switch key {
      // First the members of responses, of which there are most.
      case "clock":
        try set(&clock, to: reader.reading())
        count -= 1
      case "item": try set(&item, to: reader.text())
      case "milliseconds": try set(&milliseconds, to: reader.integer())
      case "response": try set(&response, to: reader.response())
      case "typed": try set(&typed, to: reader.text())
      case "certainty": try set(&certainty, to: Certainty(rawValue: Int(reader.integer())))
      case "contentHash": try set(&contentHash, to: reader.text())
      case "deadline": try set(&deadline, to: reader.deadline())
      case "flagged": try set(&flagged, to: reader.flag())
      case "identified": try set(&identified, to: Identification(text: reader.text()))
      case "items": try set(&items, to: reader.entries())
      case "kind": try set(&kind, to: Attempt.Kind(rawValue: reader.text()))
      case "number": try set(&number, to: Int(reader.integer()))
      case "participant": try set(&participant, to: reader.text())
      case "quiz": try set(&quiz, to: reader.text())
      case "reason": try set(&reason, to: Event.Reason(rawValue: reader.text()))
      case "seed": try set(&seed, to: UInt64(reader.text()))
      case "to": try set(&target, to: .some(reader.takeNull() ? nil : reader.text()))
      default: throw PayloadReader.Unexpected()
      }
    }
  }

  /// What happened, where the members are exactly those of its kind.
  func kind(named name: String) throws(PayloadReader.Unexpected) -> Event.Kind {
    switch (name, count) {
    case ("started", _):
      if let start { return .started(start) }
    case ("responded", 4):
      if let responded { return .responded(responded) }
    case ("tried", 4):
      if let responded { return .tried(responded) }
    case ("hinted", 1):
      if let item { return .hinted(item: item) }
    case ("skipped", 1):
      if let item { return .skipped(item: item) }
    case ("certain", 2):
      if let item, let certainty { return .certain(item: item, certainty) }
    case ("flagged", 2):
      if let item, let flagged { return .flagged(item: item, isFlagged: flagged) }
    case ("moved", 1):
      if let target { return .moved(to: target) }
    case ("left", 1):
      if let reason { return .left(reason) }
    case ("resumed", 0): return .resumed
    case ("submitted", 0): return .submitted
    case ("expired", 0): return .expired
    default: break
    }
    throw PayloadReader.Unexpected()
  }

  private var responded: Event.Responded? {
    guard let item, let typed, let response, let milliseconds else { return nil }
    return Event.Responded(
      item: item,
      typed: typed,
      response: response,
      milliseconds: milliseconds
    )
  }

  private var start: Event.Start? {
    let optional = (deadline == nil ? 0 : 1) + (identified == nil ? 0 : 1)
    guard count == 7 + optional, let quiz, let contentHash, let participant, let kind, let number,
      let seed, let items
    else { return nil }
    return Event.Start(
      quiz: quiz,
      contentHash: contentHash,
      participant: participant,
      kind: kind,
      number: number,
      seed: seed,
      arrangement: Arrangement(items),
      deadline: deadline,
      identification: identified
    )
  }
}

/// Keeps the value of a member that must be there once.
private func set<Value>(
  _ place: inout Value?,
  to value: Value?
) throws(PayloadReader.Unexpected) {
  guard place == nil, let value else { throw PayloadReader.Unexpected() }
  place = value
}

extension PayloadReader {
  fileprivate mutating func reading() throws(Unexpected) -> Moment.Reading {
    var (boot, milliseconds): (String?, Int64?) = (nil, nil)
    try open()
    while let key = try key() {
      switch key {
      case "boot": try set(&boot, to: repeatedText())
      case "milliseconds": try set(&milliseconds, to: integer())
      default: throw Unexpected()
      }
    }
    guard let boot, let milliseconds else { throw Unexpected() }
    return Moment.Reading(boot: boot, milliseconds: milliseconds)
  }

  fileprivate mutating func deadline() throws(Unexpected) -> Deadline {
    var (milliseconds, time): (Int64?, Int64?) = (nil, nil)
    try open()
    while let key = try key() {
      switch key {
      case "milliseconds": try set(&milliseconds, to: integer())
      case "time": try set(&time, to: integer())
      default: throw Unexpected()
      }
    }
    guard let milliseconds, let time else { throw Unexpected() }
    var deadline = Deadline(after: 0, from: Timestamp(milliseconds: time))
    deadline.milliseconds = milliseconds
    return deadline
  }

  fileprivate mutating func entries() throws(Unexpected) -> [Arrangement.Entry] {
    try list { reader throws(Unexpected) in
      var (item, options): (Item.ID?, [Int]?) = (nil, nil)
      try reader.open()
      while let key = try reader.key() {
        switch key {
        case "item": try set(&item, to: reader.text())
        case "options": try set(&options, to: reader.numbers())
        default: throw Unexpected()
        }
      }
      guard let item, let options else { throw Unexpected() }
      return Arrangement.Entry(item: item, options: options)
    }
  }

  fileprivate mutating func numbers() throws(Unexpected) -> [Int] {
    try list { reader throws(Unexpected) in Int(try reader.integer()) }
  }

  fileprivate mutating func response() throws(Unexpected) -> Response {
    try open()
    let response: Response
    switch try key() {
    case "option": response = .option(Int(try integer()))
    case "options": response = .options(try numbers())
    case "truth": response = .truth(try flag())
    case "number": response = .number(try decimal())
    case "text": response = .text(try text())
    case "matches": response = .matches(try numbers())
    case "order": response = .order(try numbers())
    case "gaps":
      response = .gaps(
        try list { reader throws(Unexpected) in
          reader.takeNull() ? nil : try reader.response()
        }
      )
    case "draft": response = .draft(try text())
    case "read":
      guard try flag() else { throw Unexpected() }
      response = .read
    default: throw Unexpected()
    }
    guard try key() == nil else { throw Unexpected() }
    return response
  }

  private static let pointLocale = Locale(identifier: "en_US_POSIX")

  private mutating func decimal() throws(Unexpected) -> Decimal {
    guard let number = Decimal(string: try text(), locale: Self.pointLocale) else {
      throw Unexpected()
    }
    return number
  }
}
