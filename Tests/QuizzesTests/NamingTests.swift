import Chance
import Foundation
import SampleItems
import Testing

@testable import Quizzes

/// Options may be named by letters, on any keyboard, by numbers and by their texts.
@Suite struct NamingTests {
  static func single(_ texts: String...) -> Item.Kind {
    .singleChoice(SingleChoice(texts.enumerated().map { Item.Option($1, isKey: $0 == 0) }))
  }

  static func lettered(_ count: Int) -> Item.Kind {
    .singleChoice(SingleChoice((0..<count).map { Item.Option("option \($0)", isKey: $0 == 0) }))
  }

  static func read(_ typed: String, _ kind: Item.Kind) throws -> Response {
    try kind.response(typed: typed, showing: Array(0..<kind.optionCount))
  }

  static func problem(_ typed: String, _ kind: Item.Kind) -> String? {
    do {
      let response = try read(typed, kind)
      return "read as \(response)"
    } catch {
      return "\(error)"
    }
  }

  // The keys of A, B, C and D on Russian, Ukrainian, Greek, Arabic, Persian and Hebrew keyboards.
  @Test(arguments: [
    ("ф", 0), ("и", 1), ("с", 2), ("Ф", 0), ("α", 0), ("β", 1), ("ψ", 2), ("δ", 3), ("ש", 0),
    ("נ", 1),
    ("ב", 2), ("ג", 3), ("ش", 0), ("لا", 1), ("\u{FEFB}", 1), ("ؤ", 2), ("ي", 3), ("ی", 3),
    ("ذ", 1),
    ("ز", 2), ("\u{200F}ش", 0), ("ф)", 0),
  ])
  func `the same key of another keyboard does`(typed: String, place: Int) throws {
    #expect(try Self.read(typed, Self.lettered(4)) == .option(place))
  }

  @Test(arguments: [
    ("А", 0), ("а", 0), ("с", 2), ("С", 2), ("Α", 0), ("Β", 1), ("\u{FF21}", 0), ("ⓑ", 1),
  ])
  func `a letter that looks the same does`(typed: String, place: Int) throws {
    #expect(try Self.read(typed, Self.lettered(4)) == .option(place))
  }

  @Test(arguments: [
    ("1", 0), ("3", 2), ("3)", 2), ("(2)", 1), ("\u{662}", 1), ("\u{FF14}", 3), ("4.", 3),
  ])
  func `a number does`(typed: String, place: Int) throws {
    #expect(try Self.read(typed, Self.lettered(4)) == .option(place))
  }

  @Test(arguments: ["Hammer (claw)", "hammer (claw)", " HAMMER\u{A0}(CLAW) "])
  func `the text of an option does`(typed: String) throws {
    #expect(try Self.read(typed, Self.single("Saw", "Hammer (claw)")) == .option(1))
  }

  @Test(arguments: [
    ("В", lettered(4), "'В' can mean b (by look) or d (by key). Type b) or d)."),
    ("а", lettered(6), "'а' can mean a (by look) or f (by key). Type a) or f)."),
    ("2", single("3", "4", "2"), "'2' can mean b (by number) or c (by text). Type b) or c)."),
    ("٢", single("3", "4", "2"), "'2' can mean b (by number) or c (by text). Type b) or c)."),
    ("a", single("B", "C", "A"), "'a' can mean a (by letter) or c (by text). Type a) or c)."),
    ("A)", single("B", "a)"), "'A)' can mean a (by letter) or b (by text). Type 1) or 2)."),
    ("лак", single("Лак", "Клей"), "read as option(0)"),
    ("4", single("3", "4", "2"), "read as option(1)"),
    ("b", single("A", "B", "C"), "read as option(1)"),
    ("2)", single("3", "4", "2"), "read as option(1)"),
    ("c)", single("B", "C", "A"), "read as option(2)"),
  ])
  func `where two readings name different options, the participant is asked`(
    typed: String,
    kind: Item.Kind,
    outcome: String
  ) {
    #expect(Self.problem(typed, kind) == outcome)
  }

  static let many = Item.Kind.multipleResponse(
    MultipleResponse((1...13).map { Item.Option("text \($0)", isKey: true) })
  )

  static let words = Item.Kind.multipleResponse(
    MultipleResponse([.key("Add"), .distractor("Bad"), .distractor("Cab"), .distractor("2")])
  )

  @Test(arguments: [
    ("1 3", many, "read as options([0, 2])"), ("1, 3 and 2", many, "read as options([0, 1, 2])"),
    ("ф с", many, "read as options([0, 2])"), ("фс", many, "read as options([0, 2])"),
    ("text 1; text 3", many, "read as options([0, 2])"),
    ("Text 1 and text 3", many, "read as options([0, 2])"),
    (
      "13", many, "'13' can mean m (by number) or a and c (by number). Type m) or a) c)."
    ),
    ("1 14", many, "There is no 14 here. The numbers go from 1 to 13."),
    (
      "ав", many, "'ав' can mean a and b (by look) or d and f (by key). Type a) b) or d) f)."
    ),
    (
      "bad", words, "'bad' can mean a, b and d (by letter) or b (by text). Type a) b) d) or b)."
    ),
    ("b) a) d)", words, "read as options([0, 1, 3])"),
    (
      "add; bad", words,
      "'add; bad' can mean a, b and d (by letter) or a and b (by text). Type a) b) d) or a) b)."
    ),
    ("2; bad", words, "read as options([1, 3])"),
    ("2", words, "'2' can mean b (by number) or d (by text). Type b) or d)."),
    ("13", words, "read as options([0, 2])"),
  ])
  func `several options are named in the same ways`(
    typed: String,
    kind: Item.Kind,
    outcome: String
  ) {
    #expect(Self.problem(typed, kind) == outcome)
  }

  static let years = Item.Kind.matching(
    Matching([.init("First", "3"), .init("Second", "1"), .init("Third", "2")])
  )

  @Test(arguments: [
    ("2 1 3", Item.match.kind, "read as matches([1, 0, 2])"),
    ("213", Item.match.kind, "read as matches([1, 0, 2])"),
    ("1-2, 2-1, 3-3", Item.match.kind, "read as matches([1, 0, 2])"),
    ("и ф с", Item.match.kind, "read as matches([1, 0, 2])"),
    ("1и 2ф 3с", Item.match.kind, "read as matches([1, 0, 2])"),
    ("Smoothing; cutting; making holes", Item.match.kind, "read as matches([1, 0, 2])"),
    ("2 Cutting; 1 Smoothing; 3: Making holes", Item.match.kind, "read as matches([1, 0, 2])"),
    (
      "2 1 3", years,
      "'2 1 3' can mean 1b 2a 3c (by number) or 1c 2b 3a (by text). Type b) a) c) or c) b) a)."
    ),
    ("2) 1) 3)", years, "read as matches([1, 0, 2])"),
    ("b a c", years, "read as matches([1, 0, 2])"),
    ("2 1 3", Item.order.kind, "read as order([1, 0, 2])"),
    ("213", Item.order.kind, "read as order([1, 0, 2])"),
    ("Cut > Measure > Sand", Item.order.kind, "read as order([1, 0, 2])"),
    ("cut; measure; sand", Item.order.kind, "read as order([1, 0, 2])"),
    ("ифс", Item.order.kind, "read as order([1, 0, 2])"),
    (
      "b c a", Item.Kind.ordering(Ordering(["c", "b", "a"])),
      "'b c a' can mean b c a (by letter) or b a c (by text). Type b) c) a) or b) a) c)."
    ),
  ])
  func `sides and orders are named in the same ways`(
    typed: String,
    kind: Item.Kind,
    outcome: String
  ) {
    #expect(Self.problem(typed, kind) == outcome)
  }

  // On the key of y stands the letter with which Russian says no.
  @Test(arguments: [
    ("е", "read as truth(true)"), ("а", "read as truth(false)"), ("τ", "read as truth(true)"),
    ("φ", "read as truth(false)"), ("ف", "read as truth(true)"), ("א", "read as truth(true)"),
    ("екгу", "read as truth(true)"),
    ("т", "'т' can mean true (by look) or false (by key). Type true or false."),
    ("н", "Type true or false. A single t or f is enough."),
    ("כ", "Type true or false. A single t or f is enough."),
    ("1", "Type true or false. A single t or f is enough."),
  ])
  func `true and false are read by key only where that is safe`(typed: String, outcome: String) {
    #expect(Self.problem(typed, Item.truth.kind) == outcome)
  }

  @Test func `an ambiguous response is not recorded`() throws {
    var script = try Script(
      Quiz(
        title: "T",
        status: "S",
        shuffle: .nothing,
        items: [Item(id: "q", stem: "How many?", kind: Self.single("3", "4", "2"))]
      )
    )
    #expect(script.type("2").first?.hasPrefix("'2' can mean b") == true)
    #expect(script.events.count == 1)
    #expect(script.type("c)").first == "Kept: c) 2")
    #expect(script.events.count == 2)
  }

  /// Characters of which a line is put together at random.
  static let signs = Array(
    "abcdefzABCXYZ0123456789абвсдеикмнофхтАВСНТαβγδψΑΒ\u{627}بشلاؤיבגשנכ"
      + " ,;.:()[]-+&/<>'\"\u{2019}\u{2013}\u{A0}\u{200E}\u{301}=→é½²\u{FF22}٢*\\"
  )

  static func line(_ generator: inout SplitMix64) -> String {
    let length = Int.random(in: 0...7, using: &generator)
    return String((0..<length).compactMap { _ in signs.randomElement(using: &generator) })
  }

  static func kind(_ generator: inout SplitMix64) -> Item.Kind {
    var texts: [String] = []
    while texts.count < Int.random(in: 2...9, using: &generator) {
      let text = line(&generator)
      if !text.comparable().isEmpty, !texts.contains(text) { texts.append(text) }
    }
    let options = texts.map { Item.Option($0, isKey: true) }
    return switch Int.random(in: 0..<4, using: &generator) {
    case 0: .singleChoice(SingleChoice(options))
    case 1: .multipleResponse(MultipleResponse(options))
    case 2: .ordering(Ordering(Array(texts.prefix(3))))
    default: .matching(Matching(texts.prefix(3).map { .init("left \($0)", $0) }))
    }
  }

  @Test(arguments: 0..<1500 as Range<UInt64>)
  func `no line makes two readings win, and what is advised can be typed`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let kind = Self.kind(&generator)
    let order = Array(0..<kind.optionCount).shuffled(using: &generator)
    for _ in 0..<20 {
      let typed = Self.line(&generator)
      let meanings = Set(Self.meanings(of: typed, kind, order))
      let result = Result { () throws(Misreading) in
        try kind.response(typed: typed, showing: order)
      }
      switch result {
      case .success:
        #expect(meanings.count == 1, "\(typed)")
      case .failure(.severalReadings(_, let readings)):
        #expect(meanings.count > 1 && readings.count == meanings.count, "\(typed)")
        let meant = readings.map { try? kind.response(typed: $0.unmistakable, showing: order) }
        #expect(Set(meant).count == readings.count && !meant.contains(nil), "\(typed): \(readings)")
      case .failure(let error):
        #expect(meanings.isEmpty, "\(typed): \(error)")
      }
    }
  }

  /// All that a line can mean, as places.
  static func meanings(of typed: String, _ kind: Item.Kind, _ order: [Int]) -> [[Int]] {
    let (form, texts): (TypedOptions.Form, [String]) =
      switch kind {
      case .singleChoice(let choice): (.one, choice.options.map(\.text))
      case .multipleResponse(let choice): (.several, choice.options.map(\.text))
      case .ordering(let ordering): (.order, ordering.texts)
      case .matching(let matching): (.matches(pairs: matching.pairs.count), matching.rights)
      case .trueFalse, .numerical, .shortText, .cloze, .essay, .description: (.one, [])
      }
    guard !typed.comparable().isEmpty else { return [] }
    return TypedOptions(typed, form, among: order.map { texts[$0] }).meanings.map(\.places)
  }

  // An independent reading of single signs, from a table of what they can name.
  @Test(arguments: 2...26)
  func `a single sign is taken exactly where it names one option`(count: Int) {
    let kind = Self.lettered(count)
    for sign in "abcmzабвгдеикмнортухьъαβγδεηκμνορτυχωψשדגכעבנוشسيبلاتنمؤر123456789" {
      let names = [Keyboard.letter(looking: sign), Keyboard.letter(onKeyOf: sign)]
      let letters = names.compactMap { letter in
        letter.flatMap { Letters.first(count).firstIndex(of: $0) }
      }
      let numbers = sign.wholeNumberValue.map { [$0 - 1] }?.filter { $0 < count } ?? []
      let named = Set(letters + numbers)
      let response = try? Self.read(String(sign), kind)
      #expect(response == (named.count == 1 ? named.first.map { .option($0) } : nil), "\(sign)")
    }
  }
}
