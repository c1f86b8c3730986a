internal import Foundation
internal import Quizzes
internal import Records

/// Puts what happened in an attempt into statements.
struct Telling {
  private let reading: AttemptReading
  private let sat: Quiz?
  private let actor: Statement.Actor
  private let quiz: Statement.Activity

  init(_ reading: AttemptReading, by participant: Participant?, _ sat: Quiz?) {
    self.reading = reading
    self.sat = sat
    let name = participant?.id ?? reading.recorded.participant ?? "guest"
    actor = Statement.Actor(
      account: Statement.Actor.Account(homePage: Identifier.place, name: name)
    )
    quiz = Statement.Activity(
      id: Identifier.named("quiz", reading.recorded.quiz),
      definition: Statement.Activity.Definition(
        type: "http://adlnet.gov/expapi/activities/assessment",
        name: sat.map { ["und": $0.title] }
      )
    )
  }

  /// That the attempt began.
  func start(_ progress: Attempt.Progress) -> Statement {
    statement("attempted", quiz, at: progress.startedAt)
  }

  /// That an item was answered; `nil` without a response.
  func answered(_ item: Item, _ progress: Attempt.Progress) -> Statement? {
    let tries = progress.tries[item.id] ?? []
    let given = progress.responses[item.id]
    guard let response = given?.response ?? tries.last?.response else { return nil }
    let entry = reading.score?.entries.first { $0.item == item.id }
    let milliseconds = tries.reduce(given?.milliseconds ?? 0) { $0 + $1.milliseconds }
    var outcome = Statement.Outcome()
    if let entry, !entry.isAwaited {
      outcome.score = Statement.Outcome.Score(entry.mark, of: entry.maximum)
      outcome.success = entry.fraction == 1
    }
    outcome.response = item.kind.pattern(of: response)
    outcome.duration = Self.duration(milliseconds)
    let counts: [(String, Int)] = [
      ("tries", tries.count + (given == nil ? 0 : 1)),
      ("hints", progress.hintCount(on: item.id)),
      ("certainty", given?.certainty?.rawValue ?? 0),
    ]
    let told = counts.filter { $0.1 > 0 }.map { (Identifier.place + "/" + $0.0, Decimal($0.1)) }
    outcome.extensions = Dictionary(told) { first, _ in first }
    let activity = Statement.Activity(
      id: quiz.id + "/item/" + item.id,
      definition: item.interaction
    )
    let time = given?.time ?? reading.attempt.submittedAt ?? progress.startedAt
    return statement("answered", activity, outcome, in: quiz, at: time)
  }

  /// How the attempt ended; `nil` while it goes on.
  var end: Statement? {
    guard let submittedAt = reading.attempt.submittedAt, let score = reading.score else {
      return nil
    }
    let verb =
      switch score.isPassed {
      case true?: "passed"
      case false?: "failed"
      case nil: "completed"
      }
    var outcome = Statement.Outcome()
    if score.isFinal { outcome.score = Statement.Outcome.Score(score.total, of: score.maximum) }
    outcome.success = score.isPassed
    outcome.completion = true
    outcome.duration = Self.duration(reading.attempt.millisecondsPresent)
    return statement(verb, quiz, outcome, at: submittedAt)
  }

  private func statement(
    _ verb: String,
    _ object: Statement.Activity,
    _ outcome: Statement.Outcome? = nil,
    in parent: Statement.Activity? = nil,
    at time: Timestamp
  ) -> Statement {
    let version =
      outcome == nil ? nil : reading.marked?.steps.last?.remark.what.version
    return Statement(
      actor: actor,
      verb: Statement.Verb(verb),
      object: object,
      result: outcome,
      context: Statement.Context(
        registration: Identifier.uuid(digits: reading.recorded.id),
        revision: version ?? reading.recorded.version,
        contextActivities: parent.map { parent in
          Statement.Context.Activities(parent: [Statement.Activity(id: parent.id)])
        }
      ),
      timestamp: time.universal
    )
  }

  /// A duration by ISO 8601 to the hundredth of a second, as the standard compares them.
  static func duration(_ milliseconds: Int64) -> String {
    "PT\(Rational(Int128(max(0, milliseconds)), over: 1000).rounded(places: 2))S"
  }
}

extension Statement.Outcome.Score {
  /// A mark out of a maximum; a mark below zero, which certainty can cost, is scaled down to −1.
  init?(_ mark: Rational, of maximum: Rational) {
    guard maximum > 0, let raw = Decimal(string: mark.rounded(places: 6)),
      let max = Decimal(string: maximum.rounded(places: 6)),
      let scaled = Decimal(string: Swift.max(-1, mark / maximum).rounded(places: 6))
    else { return nil }
    self.init(scaled: scaled, raw: raw, min: Swift.min(0, raw), max: max)
  }
}
