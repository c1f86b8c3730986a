internal import Foundation
internal import Quizzes
public import Statistics

/// What participants gained between a test before the programme and one after it.
///
/// Only those count who sat both.
public struct Gain: Sendable {
  /// The name of the first test.
  public let before: String
  /// The name of the second test.
  public let after: String
  /// How many participants sat both.
  public let count: Int
  /// The scores before, in percent.
  public let scoresBefore: ScoreDistribution
  /// The scores after, in percent.
  public let scoresAfter: ScoreDistribution
  /// The differences, in percentage points.
  public let differences: ScoreDistribution
  /// The mean of each participant's difference as a part of what could still be gained, −∞…1; `nil` where
  /// everybody had everything before.
  ///
  /// Source: R. R. Hake, *Interactive-engagement versus traditional methods*, American Journal of Physics
  /// 66 (1998): (after − before) ÷ (100 − before).
  public let normalized: Double?

  /// Compares percentages; `nil` where nobody has both.
  init?(from before: String, to after: String, _ pairs: [(before: Rational, after: Rational)]) {
    guard !pairs.isEmpty else { return nil }
    (self.before, self.after, count) = (before, after, pairs.count)
    scoresBefore = ScoreDistribution(of: pairs.map(\.before.number))
    scoresAfter = ScoreDistribution(of: pairs.map(\.after.number))
    differences = ScoreDistribution(of: pairs.map { ($0.after - $0.before).number })
    let parts = pairs.filter { $0.before < 100 }.map {
      (($0.after - $0.before) / (100 - $0.before)).number
    }
    normalized = parts.isEmpty ? nil : parts.reduce(0, +) / Double(parts.count)
  }
}
