import Chance
import Quizzes
import SampleItems
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

  static func score(_ fraction: Rational, passPercent: Rational) -> Score {
    Score(entries: [.init(item: "a", fraction: fraction, maximum: 1)], passPercent: passPercent)
  }

  // What is shown of score and pass mark stands in the order in which the verdict puts them.
  @Test(arguments: [
    ("2/3", "66.67", "66.667, 66.67 percent, false"),
    ("2/3", "2/3", "66.67, 66.67 percent (2/3), true"),
    ("6666/9999", "2/3", "66.67, 66.67 percent (2/3), true"),
    ("6665/9998", "2/3", "66.66, 66.67 percent (2/3), false"),
    ("0.6666601", "2/3", "66.666, 66.667 percent (2/3), false"),
    ("0.59999", "60", "59.999, 60 percent, false"),
    ("0.60001", "60", "60.001, 60 percent, true"),
    ("3/5", "60", "60, 60 percent, true"),
    ("0.999999", "100", "99.9999, 100 percent, false"),
    ("0.000011", "0", "0.001, 0 percent, true"),
    ("1/3", "50", "33.33, 50 percent, false"),
  ])
  func `what is shown agrees with the verdict`(
    fraction: String,
    pass: String,
    shown: String
  ) throws {
    let pass = try #require(Rational(percentage: pass))
    let score = Self.score(
      try #require(Rational(decimal: fraction) ?? Rational(weight: fraction)),
      passPercent: pass
    )
    let percent = score.percent.rounded(places: score.places)
    let passMark = pass.shownAsPassMark(places: score.places)
    let isPassed = try #require(score.isPassed as Bool?)
    #expect("\(percent), \(passMark), \(isPassed)" == shown)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no score is shown on the other side of its pass mark`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    func number() -> Rational {
      let denominator = Int128.random(in: 1...200, using: &generator)
      return Rational(Int128.random(in: 0...denominator, using: &generator), over: denominator)
    }
    let near = Rational(
      Int128.random(in: -3...3, using: &generator),
      over: Int128.random(in: 1...1_000_000_000_000, using: &generator)
    )
    let pass = number()
    let score = Self.score(seed.isMultiple(of: 2) ? number() : pass + near, passPercent: 100 * pass)
    let shown = try #require(Rational(decimal: score.percent.rounded(places: score.places)))
    let shownPass = try #require(Rational(decimal: (100 * pass).rounded(places: score.places)))
    #expect(score.isPassed == (shown >= shownPass))
  }

  @Test func `an item just short of its whole mark does not show the whole`() throws {
    var item = Item.words
    item.kind = .shortText(
      ShortText([.init("oak"), .init("elm", fraction: Rational(999, over: 1000))])
    )
    var script = try Script(Quiz(title: "T", status: "S", passPercent: 100, items: [item]))
    script.type(["elm", "yes"])
    #expect(script.transcript.contains("Partly right. 0.999 of 1 mark."))
    #expect(script.transcript.contains("Score: 0.999 of 1 mark, 99.9 percent."))
  }

  @Test func `two thirds that were asked for pass, and are shown so`() throws {
    let items = (1...3).map { Item(id: "q\($0)", stem: "So?", kind: .trueFalse(.init(key: true))) }
    let quiz = Quiz(
      title: "T",
      status: "S",
      passPercent: Rational(200, over: 3),
      shuffle: .nothing,
      items: items
    )
    var script = try Script(quiz)
    script.type(["t", "t", "f", "yes"])
    #expect(script.transcript.contains("To pass, you need 66.67 percent (2/3)."))
    #expect(script.transcript.contains("Score: 2 of 3 marks, 66.67 percent."))
    #expect(script.transcript.contains("Passed. The pass mark is 66.67 percent (2/3)."))
    var other = quiz
    other.passPercent = Rational(6667, over: 100)
    script = try Script(other)
    script.type(["t", "t", "f", "yes"])
    #expect(script.transcript.contains("Score: 2 of 3 marks, 66.667 percent."))
    #expect(script.transcript.contains("Not passed. The pass mark is 66.67 percent."))
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
