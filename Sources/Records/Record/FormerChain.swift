internal import Quizzes

/// The chain of the markbooks of version 4 and before, which went through the events of attempts only.
///
/// It is still checked for the events that come from there, so that the heads of old exports mean
/// something. Its hashes bind texts without a salt: they are removed when somebody recorded then is
/// forgotten.
///
/// A link is the SHA-256 of the 32 bytes of the hash before, followed by fields, each with its length
/// as in ``Chain``: the attempt's identifier, the event's number in the attempt, its kind, its
/// milliseconds and its payload. An attempt's first event has five fields more: the participant
/// (empty for a guest), the quiz, the hash of its text, the attempt's number and its kind.
enum FormerChain {
  /// The hash of an event that follows the hash `previous`.
  static func link(
    after previous: [UInt8],
    _ event: Event.Encoded,
    sequence: Int,
    of attempt: RecordedAttempt
  ) -> [UInt8] {
    var fields = [
      attempt.id, String(sequence), event.kind, String(event.milliseconds), event.payload,
    ]
    if sequence == 1 {
      fields += [
        attempt.participant ?? "", attempt.quiz, attempt.version, String(attempt.number),
        attempt.kind.rawValue,
      ]
    }
    var message = previous
    for field in fields { Chain.append(field.utf8, to: &message) }
    return SHA256(of: message).bytes
  }
}
