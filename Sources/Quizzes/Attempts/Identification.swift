/// How it was established who sits.
///
/// It says what the program was told by the system or by the command line, so that whoever relies on
/// an attempt can judge it. Written as one line of text, such as `key SHA256:…`.
public enum Identification: Hashable, Sendable {
  /// The system's account under which the program ran has the participant's identifier as its name.
  case account(String)
  /// An SSH key that the coordinator has on file for the participant; with its fingerprint, if known.
  case key(fingerprint: String?)
  /// An SSH certificate that names the participant; with what it is called, if known.
  case certificate(String?)
  /// The participant was named on the command line, and nobody checked it.
  case claimed
  /// Nobody on the roster.
  case guest

  /// Whether anybody but the sitter vouches for who sits.
  public var isChecked: Bool {
    switch self {
    case .account, .key, .certificate: true
    case .claimed, .guest: false
    }
  }

  /// The identification in one line of text, as ``init(text:)`` reads it.
  public var text: String {
    switch self {
    case .account(let name): "account \(name)"
    case .key(let fingerprint): Self.words("key", fingerprint)
    case .certificate(let name): Self.words("certificate", name)
    case .claimed: "claimed"
    case .guest: "guest"
    }
  }

  /// Reads the text of an identification; `nil` when it is none.
  public init?(text: String) {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    let detail = parts.dropFirst().first
    switch (parts.first, detail) {
    case ("account", let name?): self = .account(name)
    case ("key", let fingerprint): self = .key(fingerprint: fingerprint)
    case ("certificate", let name): self = .certificate(name)
    case ("claimed", nil): self = .claimed
    case ("guest", nil): self = .guest
    default: return nil
    }
  }

  private static func words(_ first: String, _ second: String?) -> String {
    second.map { "\(first) \($0)" } ?? first
  }
}

extension Identification: Codable {
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let identification = Self(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "expected how the sitter was identified"
      )
    }
    self = identification
  }
}

extension Attempt {
  /// How the sitter was identified: when the attempt began, then each time it was in another way.
  public var identifications: [Identification] {
    events.compactMap { event in
      switch event.kind {
      case .identified(let identification): identification
      case .started(let start): start.identification
      case .responded, .tried, .hinted, .certain, .skipped, .flagged, .moved, .left, .resumed,
        .submitted, .extended, .expired, .marked, .remarked, .shown:
        nil
      }
    }
  }

  /// How the sitter was identified when the attempt was last begun or gone on with; `nil` for attempts
  /// recorded before this was kept.
  public var identification: Identification? {
    identifications.last
  }
}
