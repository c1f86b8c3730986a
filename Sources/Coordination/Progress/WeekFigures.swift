internal import Quizzes
public import Statistics

/// How the participants of a programme did at one of its quizzes.
public struct WeekFigures: Sendable {
  /// How many participants are to sit it: all who are not excused.
  public let invited: Int
  /// How many have begun an attempt.
  public let started: Int
  /// How many have submitted one.
  public let submitted: Int
  /// How many passed.
  public let passed: Int
  /// How many did not pass.
  public let failed: Int
  /// How many wait for marks of a person.
  public let waiting: Int
  /// How many are excused.
  public let excused: Int
  /// The scores that count, in percent; those that wait for marks as they are so far.
  public let scores: ScoreDistribution
  /// How many scores fall into each tenth from 0 to 100 percent.
  public let histogram: [Int]

  /// Counts the cells of a quiz.
  init(_ cells: [ProgrammeProgress.Cell]) {
    func count(_ states: Set<ProgrammeProgress.State>) -> Int {
      cells.count { states.contains($0.state) }
    }
    let counting = cells.filter { $0.state != .excused }
    invited = counting.count
    excused = cells.count - counting.count
    started = counting.count { !$0.attempts.isEmpty }
    submitted = counting.count { $0.attempts.contains(where: \.isSubmitted) }
    passed = count([.passed])
    failed = count([.failed])
    waiting = count([.waiting])
    let percents = counting.compactMap(\.percent).map(\.number)
    scores = ScoreDistribution(of: percents)
    histogram = ScoreDistribution.histogram(of: percents, over: 0...100, parts: 10)
  }
}

extension ProgrammeProgress {
  /// How the participants did at the quiz of a column.
  public func figures(of column: Int) -> WeekFigures {
    WeekFigures(rows.map { $0.cells[column] })
  }
}
