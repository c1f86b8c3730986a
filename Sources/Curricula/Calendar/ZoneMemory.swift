internal import Synchronization

/// What a database has said of names, so that each file is read once.
///
/// A programme names the same few zones for many trainers, and one command makes a ``Zone`` for each.
final class ZoneMemory: Sendable {
  private let answers = Mutex<[String: ZoneDatabase.Answer]>([:])

  /// What was said of a name before, or else what is found now.
  func answer(
    to name: String,
    _ find: (String) -> ZoneDatabase.Answer
  ) -> ZoneDatabase.Answer {
    if let answer = answers.withLock({ $0[name] }) { return answer }
    let answer = find(name)
    answers.withLock { $0[name] = answer }
    return answer
  }
}
