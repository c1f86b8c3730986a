public import Curricula
public import Foundation
public import Quizzes
public import Records

/// The rule by which participants pass a programme, with where it comes from.
public struct AppliedRule: Sendable {
  /// The rule, with the full names of the quizzes.
  public let rule: PassRule
  /// When it was published; `nil` when it stands in the file only.
  public let publishedAt: Timestamp?
  /// Whether the file has another rule than the one that was published.
  public let fileDiffers: Bool
}

/// Whether a participant passes a programme.
public struct PassVerdict: Sendable {
  /// What came of it so far.
  public enum Outcome: String, CaseIterable, Sendable {
    case passed
    case failed
    /// It depends on what is still to be sat, marked or recorded.
    case open
  }

  /// Why a participant does not pass, or not yet.
  public enum Reason: Hashable, Sendable {
    /// The mean cannot reach the minimum, or has not.
    case mean(Rational, minimum: Decimal)
    /// The percentage in a quiz is below its own minimum.
    case part(String, Rational, minimum: Decimal)
    /// The attendance is below the minimum.
    case attendance(Rational, minimum: Decimal)
    /// The attendance was not recorded.
    case attendanceUnknown
    /// A person has yet to mark an attempt.
    case awaitsMarks(String)
    /// A quiz can still be sat.
    case canBeSat(String)
    /// The quiz is not among the quizzes of the programme.
    case unknownQuiz(String)
    /// The participant is excused from every quiz that counts.
    case excusedFromAll
  }

  /// What came of it so far.
  public let outcome: Outcome
  /// The weighted mean in percent, exactly, what is missing as 0; `nil` where no quiz counts.
  public let mean: Rational?
  /// Why the participant does not pass, or not yet; empty for those who pass.
  public let reasons: [Reason]
  /// The standard error of the mean in percent; `nil` where the attempts do not allow to say.
  public let standardError: Double?
  /// Whether the mean lies within one standard error of the minimum: nothing follows from it by itself.
  public let isNearMinimum: Bool
}

extension PassVerdict {
  /// Applies a rule to what a participant did.
  ///
  /// The bounds decide: who passes even if nothing more is earned has passed, and who cannot pass any
  /// more has failed. Numbers are exact; nothing is rounded.
  init(
    _ rule: PassRule,
    _ cells: [String: (cell: ProgrammeProgress.Cell, error: Double?)],
    _ attendance: Attendance?
  ) {
    var (weights, now, least, most) = (Rational.zero, Rational.zero, Rational.zero, Rational.zero)
    var variance: Double? = 0
    var (failures, doubts): ([Reason], [Reason]) = ([], [])
    for part in rule.parts {
      guard let (cell, error) = cells[part.quiz] else {
        doubts.append(.unknownQuiz(part.quiz))
        continue
      }
      if case .excused = cell.state { continue }
      let weight = Rational(exactly: part.weight)
      weights += weight
      now += weight * (cell.percent ?? 0)
      least += weight * cell.bounds.lowerBound
      most += weight * cell.bounds.upperBound
      variance = variance.flatMap { sum in
        error.map { sum + ($0 * weight.number) * ($0 * weight.number) }
      }
      if let minimum = part.minimum {
        let reason = Reason.part(part.quiz, cell.percent ?? 0, minimum: minimum)
        if cell.bounds.upperBound < Rational(exactly: minimum) {
          failures.append(reason)
        } else if cell.bounds.lowerBound < Rational(exactly: minimum) {
          doubts.append(reason)
        }
      }
    }
    let minimum = Rational(exactly: rule.minimum)
    let mean = weights == 0 ? nil : now / weights
    self.mean = mean
    if let mean {
      let reason = Reason.mean(mean, minimum: rule.minimum)
      if most / weights < minimum {
        failures.append(reason)
      } else if least / weights < minimum {
        doubts.append(reason)
      }
    } else if !rule.parts.isEmpty, doubts.isEmpty {
      doubts.append(.excusedFromAll)
    }
    if let needed = rule.attendance {
      switch attendance?.percent {
      case nil: doubts.append(.attendanceUnknown)
      case let percent? where percent < Rational(exactly: needed):
        failures.append(.attendance(percent, minimum: needed))
      case _?: break
      }
    }
    outcome = !failures.isEmpty ? .failed : doubts.isEmpty ? .passed : .open
    reasons = failures.isEmpty ? doubts + Self.causes(of: doubts, rule, cells) : failures
    let error = weights == 0 ? nil : variance.map { $0.squareRoot() / weights.number }
    standardError = error
    isNearMinimum =
      error.flatMap { error in
        mean.map { error > 0 && abs($0.number - minimum.number) <= error }
      } ?? false
  }

  /// What has to happen before it is decided.
  private static func causes(
    of doubts: [Reason],
    _ rule: PassRule,
    _ cells: [String: (cell: ProgrammeProgress.Cell, error: Double?)]
  ) -> [Reason] {
    guard !doubts.isEmpty else { return [] }
    return rule.parts.compactMap { part in
      guard let cell = cells[part.quiz]?.cell else { return nil }
      switch cell.state {
      case .waiting: return .awaitsMarks(part.quiz)
      case .inProgress, .open, .notStarted, .notYetOpen: return .canBeSat(part.quiz)
      case .passed, .failed, .done: return cell.mayStart ? .canBeSat(part.quiz) : nil
      case .missed, .excused: return nil
      }
    }
  }
}

extension Attendance {
  /// The attendance in percent, exactly.
  public var percent: Rational { Rational(Int128(100 * present), over: Int128(of)) }
}

extension Rational {
  /// A decimal number, exactly; 0 beyond twelve digits before or after the point, which no rule has.
  init(exactly number: Decimal) {
    self = Rational(decimal: "\(number)") ?? 0
  }
}
