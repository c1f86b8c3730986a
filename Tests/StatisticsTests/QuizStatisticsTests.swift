import Testing

@testable import Statistics

// The figures of LSAT6 are those of R (psych 2.2.9, ltm 1.2-0); all others were computed by a program of
// another language from the formulas that the comments cite.
@Suite struct QuizStatisticsTests {
  @Test func `alpha of LSAT6 is that of R`() throws {
    let reliability = try #require(QuizStatistics(of: Sample.marks(Sample.lsat6)).reliability)
    #expect(abs(reliability.alpha - 0.294997192) < 1e-9)
    #expect(abs(reliability.errorRatio - 0.839644453) < 1e-6)
    #expect(abs(reliability.standardError - 0.869066612) < 1e-6)
  }

  @Test func `alpha of LSAT7 is that of the formula`() throws {
    let reliability = try #require(QuizStatistics(of: Sample.marks(Sample.lsat7)).reliability)
    #expect(abs(reliability.alpha - 0.453408735) < 1e-9)
  }

  @Test func `the scores of LSAT6 are spread as in R`() {
    let scores = QuizStatistics(of: Sample.marks(Sample.lsat6)).scores
    let found = [scores.mean, scores.median, scores.deviation, scores.skewness, scores.kurtosis]
    #expect(agree(found, [3.819, 4, 1.035041212, -0.691010876, 0.078178546], within: 1e-6))
  }

  @Test func `corrected correlations of LSAT6 are those of R`() {
    let items = QuizStatistics(of: Sample.marks(Sample.lsat6)).items
    #expect(
      agree(
        items.map(\.discrimination),
        [0.1128327, 0.1531781, 0.1727789, 0.1444281, 0.1215964],
        within: 1e-7
      )
    )
  }

  @Test func `alpha of LSAT6 without an item is that of R`() {
    let items = QuizStatistics(of: Sample.marks(Sample.lsat6)).items
    #expect(
      agree(
        items.map(\.alphaIfDeleted),
        [0.2753562, 0.2375839, 0.2167995, 0.2459327, 0.2662944],
        within: 1e-7
      )
    )
  }

  @Test func `items of LSAT7 have the figures of the formulas`() {
    let items = QuizStatistics(of: Sample.marks(Sample.lsat7)).items
    #expect(agree(items.map(\.facility), [0.828, 0.658, 0.772, 0.606, 0.843], within: 1e-9))
    #expect(
      agree(
        items.map(\.discrimination),
        [0.245731650, 0.246673577, 0.313179253, 0.222751254, 0.174786301],
        within: 1e-6
      )
    )
    #expect(
      agree(
        items.map(\.discriminativeEfficiency),
        [0.332621463, 0.316487951, 0.405903831, 0.281597935, 0.237826003],
        within: 1e-6
      )
    )
    #expect(
      agree(
        items.map(\.effectiveWeight),
        [0.183706419, 0.219090360, 0.208010414, 0.220935378, 0.168257429],
        within: 1e-6
      )
    )
    #expect(
      agree(
        items.map(\.alphaIfDeleted),
        [0.3959750, 0.3938310, 0.3453912, 0.4146007, 0.4384621],
        within: 1e-6
      )
    )
  }

  @Test func `Moodle's figures hold with parts of marks and a negative item`() throws {
    let quiz = QuizStatistics(of: Sample.parts)
    #expect(
      agree(
        quiz.items.map(\.facility),
        [0.583333333, 0.541666667, 0.5625, 0.5, 0.569444444],
        within: 1e-6
      )
    )
    #expect(
      agree(
        quiz.items.map(\.deviation),
        [0.514928651, 0.450168319, 0.414578099, 0.522232968, 0.358576967],
        within: 1e-6
      )
    )
    #expect(
      agree(
        quiz.items.map(\.discrimination),
        [0.789693977, 0.214056401, 0.870821602, -0.373869135, 0.737228802],
        within: 1e-6
      )
    )
    #expect(
      agree(
        quiz.items.map(\.discriminativeEfficiency),
        [0.848101266, 0.222672065, 0.907407407, -0.428571429, 0.788617886],
        within: 1e-6
      )
    )
    #expect(
      agree(
        quiz.items.map(\.effectiveWeight),
        [0.225175631, 0.142479247, 0.298271668, nil, 0.334073454],
        within: 1e-6
      )
    )
    #expect(
      agree(
        quiz.items.map(\.totalCorrelation),
        [0.866451709, 0.396804820, 0.944139784, -0.170236077, 0.912912035],
        within: 1e-6
      )
    )
    #expect(agree(quiz.items.map(\.intendedWeight), [1, 1, 2, 1, 3].map { $0 / 8 }, within: 1e-12))
    let reliability = try #require(quiz.reliability)
    #expect(abs(reliability.alpha - 0.639534884) < 1e-6)
    #expect(abs(reliability.errorRatio - 0.600387472) < 1e-6)
    #expect(abs(reliability.standardError - 1.381355834) < 1e-6)
    #expect(reliability.kr21 == nil)
    let scores = quiz.scores
    let found = [scores.mean, scores.median, scores.deviation, scores.skewness, scores.kurtosis]
    #expect(
      agree(
        found,
        [4.458333333, 5.25, 2.300773915, -0.547237501, -1.595488289],
        within: 1e-6
      )
    )
  }

  // KR-20 with variances p (1 − p) and the divisor n is alpha; the two divisors cancel.
  @Test(arguments: [Sample.lsat6, Sample.lsat7])
  func `KR-20 is alpha where items are right or wrong`(patterns: String) throws {
    let table = Sample.marks(patterns)
    let reliability = try #require(QuizStatistics(of: table).reliability)
    let rights = QuizStatistics(of: table).items.compactMap(\.facility)
    let count = Double(table.attempts)
    let variance = (table.totals.variance ?? 0) * (count - 1) / count
    let kr20 = 5.0 / 4 * (1 - rights.reduce(0) { $0 + $1 * (1 - $1) } / variance)
    #expect(abs(reliability.alpha - kr20) < 1e-9)
    #expect((reliability.kr21 ?? 1) < kr20)
  }

  @Test func `standardized alpha is that of the mean correlation of two items`() throws {
    let table = Sample.marks(Sample.lsat7)
    let columns = (0..<5).map { table.column($0).marks }
    var sum = 0.0
    for first in 0..<5 {
      for second in 0..<first {
        sum += try #require(columns[first].correlation(with: columns[second]))
      }
    }
    let mean = sum / 10
    let reliability = try #require(QuizStatistics(of: table).reliability)
    let found = try #require(reliability.standardizedAlpha)
    #expect(abs(found - 5 * mean / (1 + 4 * mean)) < 1e-9)
  }

  @Test func `nothing is said of a quiz that nobody sat`() {
    let quiz = QuizStatistics(of: MarkTable(maxima: [1, 2], marks: []))
    #expect(quiz.scores.count == 0)
    #expect(quiz.scores.mean == nil)
    #expect(quiz.reliability == nil)
    #expect(quiz.items.map(\.facility) == [nil, nil])
    #expect(quiz.items.map(\.discrimination) == [nil, nil])
  }

  @Test func `an item that everybody gets right has no discrimination`() {
    let table = MarkTable(maxima: [1, 1, 1], marks: [1, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 1])
    let item = QuizStatistics(of: table).items[0]
    #expect(item.facility == 1)
    #expect(item.discrimination == nil)
    #expect(item.discriminativeEfficiency == nil)
  }

  @Test func `items that were drawn count only where they were asked`() {
    let no = Double.nan
    let table = MarkTable(maxima: [1, 1, 1], marks: [1, no, 1, 0, 0, no, no, 1, 0, 1, 1, no])
    let quiz = QuizStatistics(of: table)
    #expect(quiz.items.map(\.attempts) == [3, 3, 2])
    #expect(quiz.items.map(\.facility) == [2 / 3.0, 2 / 3.0, 0.5])
    #expect(quiz.reliability == nil)
    #expect(quiz.items.map(\.alphaIfDeleted) == [nil, nil, nil])
  }

  @Test func `upper and lower groups are 27 of 100`() throws {
    let table = MarkTable(
      maxima: [1, 9],
      marks: (0..<20).flatMap { [$0 < 12 ? 0 : 1, Double($0) / 3] }
    )
    let difference = try #require(QuizStatistics(of: table).items[0].upperLowerDifference)
    #expect(difference == 1)
  }
}
