internal import Foundation
internal import Quizzes

/// What the record of an exception keeps erasable: all of it but for whom it is.
struct ExceptedSecret: Codable, Hashable {
  var attempts: Int?
  var by: String
  /// In milliseconds since 1970.
  var closes: Int64?
  /// Why it was given although right answers had been shown.
  var despite: String?
  /// Whether the participant need not sit the quiz.
  var excused: Bool?
  /// The factor by which time limits are longer, in thousandths.
  var extraTime: Int64?
  /// In seconds.
  var limit: Int64?
  /// In milliseconds since 1970.
  var opens: Int64?
  var quiz: String?
  var reason: String

  enum CodingKeys: String, CodingKey {
    case attempts
    case by
    case closes
    case despite
    case excused
    case extraTime = "extra-time"
    case limit
    case opens
    case quiz
    case reason
  }

  init(
    attempts: Int?,
    by: String,
    closes: Int64?,
    despite: String?,
    excused: Bool? = nil,
    extraTime: Int64?,
    limit: Int64?,
    opens: Int64?,
    quiz: String?,
    reason: String
  ) {
    self.attempts = attempts
    self.by = by
    self.closes = closes
    self.despite = despite
    self.excused = excused
    self.extraTime = extraTime
    self.limit = limit
    self.opens = opens
    self.quiz = quiz
    self.reason = reason
  }

  init(_ recorded: RecordedOverride) {
    let what = recorded.override
    self.init(
      attempts: what.attempts,
      by: recorded.decidedBy,
      closes: what.closes?.milliseconds,
      despite: recorded.despite,
      excused: what.isExcused,
      extraTime: what.extraTime.map { factor in
        let scaled = factor * 1000
        return Int64(clamping: scaled.numerator / scaled.denominator)
      },
      limit: what.timeLimit?.components.seconds,
      opens: what.opens?.milliseconds,
      quiz: recorded.quiz,
      reason: recorded.reason
    )
  }

  init(decoding text: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
  }

  /// Whether every value is one that an exception can have.
  var isPossible: Bool {
    !reason.isEmpty && !by.isEmpty && attempts.map { $0 > 0 } ?? true
      && limit.map { $0 > 0 } ?? true && extraTime.map { (1_000...10_000).contains($0) } ?? true
  }

  /// The exception as it was recorded.
  func recorded(for participant: Participant.ID, at time: Timestamp) -> RecordedOverride {
    RecordedOverride(
      for: participant,
      at: quiz,
      Override(
        extraTime: extraTime.map { Rational(Int128($0), over: 1000) },
        opens: opens.map(Timestamp.init(milliseconds:)),
        closes: closes.map(Timestamp.init(milliseconds:)),
        timeLimit: limit.map { .seconds($0) },
        attempts: attempts,
        isExcused: excused
      ),
      because: reason,
      despite: despite,
      by: by,
      at: time
    )
  }
}
