import Quizzes

/// What an open sitting asks before it takes what was typed, because others decide it meanwhile.
struct Surroundings {
  /// The other deadline that the participant has been given since; `nil` when it stays.
  var newDeadline: (Attempt) throws -> Event.Extension? = { _ in nil }
  /// What may be shown of the attempt once it is submitted, and by which version it is marked.
  var present: (Attempt) throws -> Conversation.Present? = { _ in nil }
}
