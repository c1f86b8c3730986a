internal import Foundation

/// What a record of the roster keeps erasable: everything that the roster says of a participant.
struct EnrolledSecret: Codable, Hashable {
  var email: String
  /// The factor by which time limits are longer, in thousandths.
  var extraTime: Int
  var group: String
  var id: String
  var language: String
  var name: String
  var other: [String: String]
  /// Whether the participant was taken off the roster; missing where not.
  var removed: Bool?

  enum CodingKeys: String, CodingKey {
    case email
    case extraTime = "extra-time"
    case group
    case id
    case language
    case name
    case other
    case removed
  }

  init(_ participant: Participant) {
    email = participant.email
    extraTime = NSDecimalNumber(decimal: participant.extraTime * 1_000).intValue
    group = participant.group
    id = participant.id
    language = participant.language
    name = participant.name
    other = participant.other
    removed = participant.isRemoved ? true : nil
  }

  init(decoding text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }

  func encoded() throws -> String {
    try Record.canonicalJSON(self)
  }

  /// The participant as the roster says.
  var participant: Participant {
    var participant = Participant(
      id: id,
      name: name,
      email: email,
      group: group,
      language: language,
      extraTime: Decimal(extraTime) / 1_000,
      other: other
    )
    participant.isRemoved = removed ?? false
    return participant
  }
}
