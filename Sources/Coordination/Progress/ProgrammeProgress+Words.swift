internal import Curricula
internal import Diagnostics
internal import Foundation
internal import Quizzes

extension ProgrammeProgress.State {
  /// The letter in a narrow table.
  var letter: String {
    switch self {
    case .passed: "P"
    case .failed: "F"
    case .done: "D"
    case .waiting: "W"
    case .inProgress: "S"
    case .open: "O"
    case .notStarted: "N"
    case .notYetOpen: "-"
    case .missed: "M"
    case .excused: "E"
    }
  }

  /// What the letter means.
  var words: String {
    switch self {
    case .passed: "passed"
    case .failed: "not passed"
    case .done: "submitted"
    case .waiting: "waits for marks"
    case .inProgress: "attempt open"
    case .open: "can be sat now"
    case .notStarted: "can be sat at any time"
    case .notYetOpen: "not yet open"
    case .missed: "closed, not sat"
    case .excused: "excused"
    }
  }
}

extension PassVerdict.Outcome {
  /// The outcome for people.
  public var words: String {
    switch self {
    case .passed: "passes"
    case .failed: "does not pass"
    case .open: "open"
    }
  }
}

extension PassVerdict.Reason {
  /// The reason for people, without a full stop.
  public var words: String {
    switch self {
    case .mean(let mean, let minimum):
      "mean \(Self.shown(mean, beside: minimum)) percent, needed \(minimum)"
    case .part(let quiz, let percent, let minimum):
      "\(Self.shown(percent, beside: minimum)) percent in \(quiz), needed \(minimum)"
    case .attendance(let percent, let minimum):
      "attendance \(Self.shown(percent, beside: minimum)) percent, needed \(minimum)"
    case .attendanceUnknown: "attendance not recorded"
    case .awaitsMarks(let quiz): "\(quiz) waits for marks"
    case .canBeSat(let quiz): "\(quiz) can still be sat"
    case .unknownQuiz(let quiz): "there is no graded quiz '\(quiz.visible)'"
    case .excusedFromAll: "excused from every quiz that counts"
    }
  }

  /// As many digits as it takes to be seen on the right side of the minimum.
  private static func shown(_ percent: Rational, beside minimum: Decimal) -> String {
    let places = Rational.places(telling: [percent, Rational(exactly: minimum)])
    return percent.rounded(places: places)
  }
}

extension AppliedRule {
  /// The rule for people, in sentences.
  func sentences(in zone: Zone) -> [String] {
    var sentences: [String] = []
    if !rule.parts.isEmpty {
      let weighted = rule.parts.contains { $0.weight != 1 }
      let quizzes = rule.parts.map { part in
        part.quiz + (weighted ? " (weight \(part.weight))" : "")
          + (part.minimum.map { ", at least \($0) percent" } ?? "")
      }
      sentences.append(
        "To pass, participants need a mean of \(rule.minimum) percent in "
          + (quizzes.count == 1 ? "the quiz " : "\(quizzes.count) quizzes: ")
          + "\(quizzes.joined(separator: "; "))."
      )
    }
    if let attendance = rule.attendance {
      sentences.append("They must attend at least \(attendance) percent.")
    }
    if let publishedAt {
      sentences.append("This rule was published on \(zone.wording(of: publishedAt)).")
      if fileDiffers {
        sentences.append(
          "The curriculum's file has another rule, which counts after 'seminar publish'."
        )
      }
    } else {
      sentences.append("This rule is not published yet; 'seminar publish' publishes it.")
    }
    return sentences
  }
}
