import Quizzes
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
