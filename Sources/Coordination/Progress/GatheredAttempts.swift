internal import Quizzes
internal import Records
internal import Statistics

/// The graded attempts of participants at the quizzes of a programme.
struct GatheredAttempts {
  private let names: Set<String>
  private var attempts: [[String]: [SatAttempt]] = [:]
  private var responses: [String: GatheredResponses]

  /// Begins without an attempt.
  init(_ quizzes: [ProgrammeQuizzes.Entry]) {
    names = Set(quizzes.map(\.name))
    let gathered = quizzes.map { entry in
      let items = entry.whole.items.filter { $0.kind != .description }
      return (entry.name, GatheredResponses(items, of: entry.whole))
    }
    responses = Dictionary(gathered) { first, _ in first }
  }

  /// Reads all attempts of these participants.
  mutating func read(_ markbook: Markbook, _ people: [Participant], at now: Moment) throws {
    let wanted = Set(people.map(\.id))
    var texts = QuizTexts()
    for recorded in try markbook.attempts() {
      guard case .graded = recorded.kind, names.contains(recorded.quiz),
        let id = recorded.participant, wanted.contains(id)
      else { continue }
      let reading = try AttemptReading(recorded, in: markbook, at: now, &texts)
      let key = [id, recorded.quiz]
      let isFirst = attempts[key]?.contains(where: \.isSubmitted) != true
      attempts[key, default: []].append(SatAttempt(reading))
      if isFirst, let marked = reading.marked { responses[recorded.quiz]?.add(marked) }
    }
  }

  /// The attempts of a participant at a quiz, in the order in which they started.
  func attempts(of id: Participant.ID, at quiz: String) -> [SatAttempt] {
    attempts[[id, quiz]] ?? []
  }

  /// The standard error of a score in percent, for each quiz whose first attempts allow to say.
  func standardErrors() -> [String: Double?] {
    responses.mapValues { responses in
      let table = responses.table
      guard SampleSize(attempts: table.attempts).allowsCoefficients else { return nil }
      let whole = table.maxima.reduce(0, +)
      return QuizStatistics(of: table).reliability.map { 100 * $0.standardError / whole }
    }
  }
}
