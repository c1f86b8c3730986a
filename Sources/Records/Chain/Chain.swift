internal import Quizzes

/// The chain of hashes through all events of a markbook, in the order of recording.
///
/// Each event carries the hash of the one before, so that a later change of any event, of its
/// attempt, or of the order shows in every hash after it. One hash, the head, stands for the whole.
///
/// A link is the SHA-256 of the 32 bytes of the hash before, followed by fields. Each field is its
/// length in bytes as eight bytes, the most significant first, and then its UTF-8 bytes. The fields
/// of an event are its attempt's identifier, its sequence number, its kind, its milliseconds and
/// its payload, numbers in decimal digits. An attempt's first event has five fields more, which
/// bind the attempt: participant (empty for a guest), quiz, version, sitting number and kind.
enum Chain {
  /// The hash before the first event.
  static let origin = String(repeating: "0", count: 64)

  /// The hash of an event that follows the hash `previous`, given as 64 hexadecimal digits.
  static func link(
    after previous: String,
    _ event: Event.Encoded,
    sequence: Int,
    of attempt: RecordedAttempt
  ) -> String {
    var fields = [
      attempt.id, String(sequence), event.kind, String(event.milliseconds), event.payload,
    ]
    if sequence == 1 {
      fields += [
        attempt.participant ?? "", attempt.quiz, attempt.version, String(attempt.number),
        attempt.kind.rawValue,
      ]
    }
    return SHA256(of: bytes(ofHash: previous) + fields.flatMap(lengthPrefixed)).hexadecimal
  }

  private static func lengthPrefixed(_ field: String) -> [UInt8] {
    UInt64(field.utf8.count).bigEndianBytes + Array(field.utf8)
  }

  /// The bytes that hexadecimal digits stand for; what is no digit counts as 0.
  private static func bytes(ofHash text: String) -> [UInt8] {
    let digits = text.utf8.map { UInt8(Character(Unicode.Scalar($0)).hexDigitValue ?? 0) }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
