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
    let recorded = try markbook.roll().attempts.filter { attempt in
      guard case .graded = attempt.kind, names.contains(attempt.quiz) else { return false }
      return attempt.participant.map(wanted.contains) ?? false
    }
    try ManyAttempts(in: markbook, at: now).read(recorded) { reading, _ in
      let recorded = reading.recorded
      guard let id = recorded.participant else { return }
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
