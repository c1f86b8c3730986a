internal import Quizzes

/// Gives attempts their numbers, in the order in which they started.
struct AttemptNumbering {
  private var identifiers: [String: Participant.ID] = [:]
  private var numbers: [[String]: Int] = [:]

  init(_ people: [Person]) {
    for person in people {
      for number in person.numbers { identifiers[number] = person.participant.id }
    }
  }

  /// The participant and the number of the next attempt; `nil` where its participant's enrolment was
  /// erased.
  ///
  /// - Parameters:
  ///   - person: The number that stands for the participant; `nil` for a guest.
  ///   - sitter: Who sat, as the start says.
  ///   - quiz: The quiz's name.
  /// - Returns: Who, and which attempt of theirs it is.
  mutating func next(
    _ person: String?,
    sitter: String,
    at quiz: String
  ) -> (participant: Participant.ID?, number: Int)? {
    let participant = person.flatMap { identifiers[$0] }
    if person != nil, participant == nil { return nil }
    let series = [participant ?? "", sitter, quiz]
    let number = numbers[series, default: 0] + 1
    numbers[series] = number
    return (participant, number)
  }
}
