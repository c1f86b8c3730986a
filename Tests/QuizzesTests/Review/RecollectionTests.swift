import Quizzes
import SampleItems
import Testing

@Suite struct RecollectionTests {
  private static func ratings(_ script: Script, of quiz: Quiz) -> [String] {
    script.conversation.attempt.recollections(id: "one", of: quiz) {
      Int($0.milliseconds / 86_400_000)
    }.map { "\($0.item) \($0.rating)" }
  }

  @Test func `a graded attempt is recollected once it is submitted`() throws {
    var script = try Script(.short())
    script.type(["b", "f"])
    #expect(Self.ratings(script, of: .short()).isEmpty)
    script.type("yes")
    #expect(Self.ratings(script, of: .short()) == ["single good", "truth again"])
  }

  @Test func `an item without a response in a graded attempt was not remembered`() throws {
    var script = try Script(.short())
    script.type(["b", ":submit", "yes"])
    #expect(Self.ratings(script, of: .short()) == ["single good", "truth again"])
  }

  @Test func `the last response of a graded attempt counts`() throws {
    var script = try Script(.short())
    script.type(["a", ":back", "b", "t", "yes"])
    #expect(Self.ratings(script, of: .short()) == ["single good", "truth good"])
  }

  @Test func `in practice each response counts when it is given`() throws {
    var script = try Script(.short(mode: .practice))
    script.type("a")
    #expect(Self.ratings(script, of: .short()) == ["single again"])
    script.type(":quit")
    #expect(Self.ratings(script, of: .short()) == ["single again"])
  }

  @Test func `a recollection names its quiz, its instant and its day`() throws {
    var script = try Script(.short(mode: .practice))
    script.type("a")
    let found = script.conversation.attempt.recollections(id: "one", of: .short()) { _ in 7 }
    #expect(
      found == [
        Recollection(
          attempt: "one",
          kind: .practice,
          item: "single",
          origin: .init(quiz: "workshop", item: "single"),
          time: script.now.time,
          day: 7,
          rating: .again
        )
      ]
    )
  }

  @Test func `an attempt in which nothing happened is not recollected`() {
    let found = Attempt().recollections(id: "one", of: .short()) { _ in 0 }
    #expect(found.isEmpty)
  }
}

/// How hints, tries and certainty count for what is remembered.
@Suite struct RicherRecollectionTests {
  private static func ratings(_ script: Script) -> [String] {
    script.conversation.attempt.recollections(id: "one", of: script.conversation.quiz) { _ in 0 }
      .map { "\($0.item) \($0.rating)" }
  }

  @Test func `of several tries the first one counts`() throws {
    var script = try Script(RichSittingTests.quiz(.hinted, .truth, mode: .practice))
    script.type(["a", "b", "t"])
    #expect(Self.ratings(script) == ["hinted again", "truth good"])
  }

  @Test func `a right response after a hint is one with doubt`() throws {
    var script = try Script(RichSittingTests.quiz(.hinted, .truth, mode: .practice))
    script.type([":hint", "b", "t"])
    #expect(Self.ratings(script) == ["hinted hard", "truth good"])
  }

  @Test(arguments: [("1", "hard"), ("2", "good"), ("3", "easy")])
  func `a right response counts by its certainty`(certainty: String, rating: String) throws {
    var script = try Script(CertaintySittingTests.quiz())
    script.type(["b", certainty, "t", certainty, "yes"])
    #expect(Self.ratings(script) == ["single \(rating)", "truth \(rating)"])
  }

  @Test func `gaps count when they are all filled, essays and texts to read never`() throws {
    var script = try Script(
      RichSittingTests.quiz(.text, .gaps, .essay, mode: .practice)
    )
    script.type(["", "100", "b"])
    #expect(Self.ratings(script) == [])
    script.type(["t", "Order.", "."])
    #expect(Self.ratings(script) == ["gaps good"])
  }
}
