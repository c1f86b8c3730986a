import Diagnostics
import Quizzes
import SampleItems
import Testing

@Suite struct DrawingTests {
  /// Twelve items of three themes, the last three of which have two.
  static func bank(_ draws: [Quiz.Draw], shuffle: Quiz.Shuffle = .nothing) -> Quiz {
    let items = (0..<12).map { number in
      var item = Item.truth
      item.id = "i\(number)"
      item.themes = [Quiz.Reference("T\(number % 3)")]
      if number >= 9 { item.themes.append(Quiz.Reference("T9")) }
      item.level = number < 6 ? .recall : .apply
      return item
    }
    var quiz = Quiz(title: "Bank", status: "S", shuffle: shuffle, items: items)
    quiz.draws = draws
    return quiz
  }

  static func ids(
    _ quiz: Quiz,
    _ seed: UInt64,
    seen: [Item.ID: Timestamp] = [:]
  ) -> [Item.ID] {
    Arrangement(of: quiz, seed: seed, seen: seen).entries.map(\.item)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `each draw gets its number of its sort, and nothing twice`(seed: UInt64) {
    let quiz = Self.bank([
      .init(2, theme: .init("T0")), .init(1, theme: .init("T1"), level: .apply),
    ])
    let ids = Self.ids(quiz, seed)
    #expect(Set(ids).count == 3)
    #expect(ids.count { quiz[$0]?.themes.first?.name == "T0" } == 2)
    #expect(ids.count { quiz[$0]?.themes.first?.name == "T1" && quiz[$0]?.level == .apply } == 1)
  }

  @Test func `equal seeds draw the same, and others something else`() {
    let quiz = Self.bank([.init(3)])
    #expect(Self.ids(quiz, 5) == Self.ids(quiz, 5))
    #expect(Set((0..<30).map { Self.ids(quiz, $0) }).count > 10)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `what was never seen comes first`(seed: UInt64) {
    let seen = Dictionary(
      uniqueKeysWithValues: (0..<9).map { ("i\($0)", Timestamp(milliseconds: 1000 - Int64($0))) }
    )
    #expect(Self.ids(Self.bank([.init(3)]), seed, seen: seen) == ["i9", "i10", "i11"])
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `then what was seen longest ago`(seed: UInt64) {
    let seen = Dictionary(
      uniqueKeysWithValues: (0..<12).map { ("i\($0)", Timestamp(milliseconds: Int64($0))) }
    )
    #expect(Self.ids(Self.bank([.init(4)]), seed, seen: seen) == ["i0", "i1", "i2", "i3"])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `an early draw leaves what a later one cannot do without`(seed: UInt64) {
    let quiz = Self.bank([.init(9), .init(3, theme: .init("T9"))])
    let ids = Self.ids(quiz, seed)
    #expect(ids.count == 12)
  }

  @Test func `items over three attempts repeat only when all were seen`() {
    let quiz = Self.bank([.init(4)])
    var seen: [Item.ID: Timestamp] = [:]
    var drawn: [Item.ID] = []
    for attempt in 0..<3 {
      let ids = Self.ids(quiz, UInt64(attempt), seen: seen)
      for id in ids { seen[id] = Timestamp(milliseconds: Int64(attempt)) }
      drawn += ids
    }
    #expect(Set(drawn).count == 12)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `of items that are kept apart an attempt gets one at most`(seed: UInt64) {
    var quiz = Self.bank([.init(2, level: .recall), .init(4, level: .apply)])
    quiz.apart = [["i0", "i1", "i2", "i3"], ["i5", "i6"], ["i6", "i7"]].map { list in
      list.map { Quiz.Reference($0) }
    }
    let ids = Self.ids(quiz, seed)
    #expect(Set(ids).count == 6)
    #expect(!Set(ids).isSuperset(of: ["i5", "i6"]) && !Set(ids).isSuperset(of: ["i5", "i7"]))
    #expect(Set(ids).intersection(["i0", "i1", "i2", "i3"]).count <= 1)
  }

  @Test func `draws that what is kept apart leaves too little for are refused`() {
    var quiz = Self.bank([.init(3, theme: .init("T9"))])
    quiz.apart = [[.init("i9"), .init("i11")]]
    var findings = Findings()
    #expect(Quiz.parse(SourceText(file: "q.yaml", text: quiz.yaml), &findings) == nil)
    #expect(findings.diagnostics.map(\.message) == ["3 items are to be drawn, but only 2 fit"])
  }

  @Test func `lists of items that are kept apart are read and written, and name items`() throws {
    var quiz = Self.bank([.init(2)])
    quiz.apart = [[.init("i0"), .init("i1"), .init("i2")], [.init("i3"), .init("i4")]]
    let read = try Quiz.parse(SourceText(file: "q.yaml", text: quiz.yaml))
    #expect(read.apart.map { $0.map(\.name) } == [["i0", "i1", "i2"], ["i3", "i4"]])
    quiz.apart = [[.init("i0"), .init("j1")], [.init("i2")]]
    var findings = Findings()
    #expect(Quiz.parse(SourceText(file: "q.yaml", text: quiz.yaml), &findings) == nil)
    #expect(
      findings.diagnostics.map(\.message) == [
        "a single item cannot be kept apart", "the quiz has no item 'j1'",
      ]
    )
  }

  @Test func `draws that cannot all be filled are refused`() {
    let text = Self.bank([.init(10), .init(3, theme: .init("T9"))]).yaml
    var findings = Findings()
    #expect(Quiz.parse(SourceText(file: "q.yaml", text: text), &findings) == nil)
    #expect(findings.diagnostics.map(\.message).contains { $0.hasPrefix("the draws together") })
  }

  @Test func `a draw of more than there is is refused at its line`() {
    let text = Self.bank([.init(4, theme: .init("T9"))]).yaml
    var findings = Findings()
    #expect(Quiz.parse(SourceText(file: "q.yaml", text: text), &findings) == nil)
    #expect(findings.diagnostics.map(\.message) == ["4 items are to be drawn, but only 3 fit"])
  }
}

@Suite struct PlaceTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `what keeps its place is passed by`(seed: UInt64) {
    var quiz = DrawingTests.bank([], shuffle: .items)
    quiz.items[0].keepsPlace = true
    quiz.items[7].keepsPlace = true
    let ids = DrawingTests.ids(quiz, seed)
    #expect(ids[0] == "i0")
    #expect(ids[7] == "i7")
    #expect(Set(ids).count == 12)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `sections stay in their order, and a kept one in that of the file`(seed: UInt64) {
    var quiz = DrawingTests.bank([], shuffle: .items)
    quiz.sections = [.init("b", title: "B"), .init("a", title: "A", keepsOrder: true)]
    for place in quiz.items.indices { quiz.items[place].section = place < 5 ? "a" : "b" }
    let ids = DrawingTests.ids(quiz, seed)
    #expect(Set(ids.prefix(7)) == Set((5..<12).map { "i\($0)" }))
    #expect(ids.suffix(5) == ["i0", "i1", "i2", "i3", "i4"])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `an option keeps its place among others that move`(seed: UInt64) {
    var quiz = Quiz.short()
    quiz.shuffle = .options
    quiz.items[0].kind = .singleChoice(
      SingleChoice([
        .key("a"), .distractor("b"), .distractor("c"),
        Item.Option("None of these", isKey: false, keepsPlace: true),
      ])
    )
    #expect(Arrangement(of: quiz, seed: seed).entries[0].options[3] == 3)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the options of a gap stay in their gap`(seed: UInt64) {
    var quiz = Quiz.short()
    quiz.shuffle = .options
    let choice = SingleChoice([.key("a"), .distractor("b"), .distractor("c")])
    quiz.items[0].kind = .cloze(
      Cloze([.init(.singleChoice(choice)), .init(.singleChoice(choice))])
    )
    let options = Arrangement(of: quiz, seed: seed).entries[0].options
    #expect(Set(options.prefix(3)) == [0, 1, 2])
    #expect(Set(options.suffix(3)) == [3, 4, 5])
  }
}
