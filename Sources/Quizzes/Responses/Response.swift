public import Foundation

/// What a participant submitted to one item, independent of the order in which options were shown.
///
/// Numbers of options, right sides and texts count from 0 in the order of the file.
public indirect enum Response: Hashable, Sendable {
  /// The option chosen in a single choice.
  case option(Int)
  /// The options chosen in a multiple response, ascending and each once.
  case options([Int])
  /// Whether a statement was called true.
  case truth(Bool)
  /// The number typed, in the item's unit.
  case number(Decimal)
  /// The text typed.
  case text(String)
  /// For each left side, in the order of the file, the right side chosen.
  case matches([Int])
  /// The texts from first to last.
  case order([Int])
  /// What fills the gaps, in their order; `nil` for those that are still empty.
  case gaps([Response?])
  /// An essay that is still being written.
  case draft(String)
  /// A description was read.
  case read

  /// Whether the participant has finished with the item.
  public var isComplete: Bool {
    switch self {
    case .option, .options, .truth, .number, .text, .matches, .order, .read: true
    case .gaps(let responses): responses.allSatisfy { $0?.isComplete == true }
    case .draft: false
    }
  }
}

/// Written as an object with one key, the name of the case: `{"options":[0,2]}`.
extension Response: Codable {
  private enum Key: String, CodingKey {
    case option
    case options
    case truth
    case number
    case text
    case matches
    case order
    case gaps
    case draft
    case read
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .option(let index): try container.encode(index, forKey: .option)
    case .options(let indices): try container.encode(indices, forKey: .options)
    case .truth(let isTrue): try container.encode(isTrue, forKey: .truth)
    // As text, because other readers of JSON would round it.
    case .number(let number): try container.encode(number.description, forKey: .number)
    case .text(let text): try container.encode(text, forKey: .text)
    case .matches(let rights): try container.encode(rights, forKey: .matches)
    case .order(let indices): try container.encode(indices, forKey: .order)
    case .gaps(let responses): try container.encode(responses, forKey: .gaps)
    case .draft(let text): try container.encode(text, forKey: .draft)
    case .read: try container.encode(true, forKey: .read)
    }
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard let key = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected one kind of response")
      )
    }
    func malformed(_ problem: String) -> DecodingError {
      .dataCorruptedError(forKey: key, in: container, debugDescription: problem)
    }
    switch key {
    case .option: self = .option(try container.decode(Int.self, forKey: key))
    case .options: self = .options(try container.decode([Int].self, forKey: key))
    case .truth: self = .truth(try container.decode(Bool.self, forKey: key))
    case .number:
      let text = try container.decode(String.self, forKey: key)
      guard let number = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")) else {
        throw malformed("expected a number")
      }
      self = .number(number)
    case .text: self = .text(try container.decode(String.self, forKey: key))
    case .matches: self = .matches(try container.decode([Int].self, forKey: key))
    case .order: self = .order(try container.decode([Int].self, forKey: key))
    case .gaps: self = .gaps(try container.decode([Response?].self, forKey: key))
    case .draft: self = .draft(try container.decode(String.self, forKey: key))
    case .read:
      guard try container.decode(Bool.self, forKey: key) else { throw malformed("expected true") }
      self = .read
    }
  }
}
