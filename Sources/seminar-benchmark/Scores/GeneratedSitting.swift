import Quizzes

/// An attempt as it goes on, event by event.
struct GeneratedSitting {
  let id: String
  /// How many events it has so far.
  private(set) var count = 0
  /// When the next event happens; `nil` after the last.
  private(set) var due: Int64?
  private let quiz: GeneratedQuiz
  private let participant: Int
  private let responses: Int
  private let start: Event.Start
  private let ability: Int

  init(
    _ attempt: Int,
    of quiz: GeneratedQuiz,
    by participant: Int,
    responses: Int,
    _ lots: inout DrawingLots
  ) {
    id = GeneratedWorkspace.number(attempt, "a")
    self.quiz = quiz
    self.participant = participant
    self.responses = responses
    ability = lots.below(60) + 30
    let seed = UInt64(lots.below(1 << 60))
    start = Event.Start(
      quiz: quiz.name,
      contentHash: quiz.version,
      participant: "p\(participant)",
      kind: .graded,
      number: 1,
      seed: seed,
      arrangement: Arrangement(of: quiz.quiz, seed: seed),
      identification: .key(fingerprint: "SHA256:\(id.dropFirst(5))")
    )
    due = 1_772_000_000_000 + Int64(attempt) * 20_000 + Int64(lots.below(600_000))
  }

  /// What the start says openly, as the program records it.
  var body: String {
    "{\"kind\":\"graded\",\"number\":1,\"person\":\"\(GeneratedWorkspace.number(participant, "b"))\","
      + "\"quiz\":\"\(quiz.name)\",\"version\":\"\(quiz.version)\"}"
  }

  /// What happens next; `nil` at the end.
  mutating func next(_ lots: inout DrawingLots) -> Event? {
    guard let time = due else { return nil }
    let place = count - 1
    let kind: Event.Kind
    if place < 0 {
      kind = .started(start)
    } else if place < responses {
      kind = .responded(response(to: start.arrangement.entries[place], &lots))
    } else {
      kind = .submitted
      due = nil
    }
    count += 1
    if due != nil { due = time + 5_000 + Int64(lots.below(55_000)) }
    let reading = Moment.Reading(
      boot: "0b5c1d3e-6f27-4a80-9d1e-3c5b7a9e1f20",
      milliseconds: time - 1_760_000_000_000
    )
    return Event(kind, at: Moment(Timestamp(milliseconds: time), reading: reading))
  }

  private func response(
    to entry: Arrangement.Entry,
    _ lots: inout DrawingLots
  ) -> Event.Responded {
    let isRight = lots.below(100) < ability
    let other = lots.below(3) + 1
    let response: Response
    let typed: String
    switch quiz.quiz[entry.item]?.kind {
    case .trueFalse:
      (response, typed) = (.truth(isRight), isRight ? "true" : "f")
    case .multipleResponse:
      let chosen = isRight ? [0, 1] : [0, other].sorted()
      response = .options(chosen)
      typed = chosen.map { Self.letter(of: $0, in: entry) }.sorted().joined(separator: " ")
    case .singleChoice, .numerical, .shortText, .matching, .ordering, .cloze, .essay,
      .description, nil:
      let chosen = isRight ? 0 : other
      (response, typed) = (.option(chosen), Self.letter(of: chosen, in: entry))
    }
    return Event.Responded(
      item: entry.item,
      typed: typed,
      response: response,
      milliseconds: Int64(lots.below(50_000) + 1_000)
    )
  }

  private static func letter(of option: Int, in entry: Arrangement.Entry) -> String {
    let letters = ["a", "b", "c", "d"]
    return entry.options.firstIndex(of: option).map { letters[$0 % 4] } ?? "a"
  }
}
