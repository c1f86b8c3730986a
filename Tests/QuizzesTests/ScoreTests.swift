import Quizzes
import Testing

@Suite struct ScoreTests {
  @Test func `the score is the exact sum of the marks`() throws {
    var script = try Script(.sample())
    script.type(["b", "a b", "t", "100", "softwood", "1c 2d 3b", "a c b", "yes"])
    let progress = try #require(script.conversation.attempt.progress)
    let score = Quiz.sample().score(of: progress)
    #expect(score.total == Rational(47, over: 6))
    #expect(score.maximum == 10)
    #expect(score.percent == Rational(235, over: 3))
    #expect(score.isPassed == true)
  }

  @Test func `an item without a response has no fraction and earns nothing`() throws {
    let progress = try #require(try Script(.short()).conversation.attempt.progress)
    let score = Quiz.short().score(of: progress)
    #expect(score.entries.map(\.fraction) == [nil, nil])
    #expect(score.total == 0)
    #expect(score.isPassed == false)
  }

  @Test func `just below the pass mark is not passed, however it rounds`() {
    let entry = Score.Entry(item: "a", fraction: Rational(59_999, over: 100_000), maximum: 1)
    let score = Score(entries: [entry], passPercent: 60)
    #expect(score.percent.rounded() == "60")
    #expect(score.isPassed == false)
  }

  @Test func `the pass mark itself passes`() {
    let entry = Score.Entry(item: "a", fraction: Rational(3, over: 5), maximum: 7)
    #expect(Score(entries: [entry], passPercent: 60).isPassed == true)
  }

  @Test func `without a pass mark nobody passes or fails`() {
    #expect(Score(entries: [], passPercent: nil).isPassed == nil)
    #expect(Score(entries: [], passPercent: nil).percent == 0)
  }
}
