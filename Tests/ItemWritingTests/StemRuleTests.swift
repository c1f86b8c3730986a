import ItemWriting
import Quizzes
import Testing

@Suite struct StemRuleTests {
  private typealias Sample = LintSample
  private static let tools = ["Saw", "*Hammer", "Plane"]

  @Test(arguments: [
    ("Which tool does not drive a nail?", "not"), ("Which of these never rusts?", "never"),
    ("What is incorrect about glue?", "incorrect"), ("All of these cut, except", "except"),
    ("Which tool is least likely to rust?", "least likely"),
    ("Read this. Which tool is not for wood?", "not"),
    ("Quel outil n'est pas dans la liste ?", "pas"),
    ("Tous les outils sont dans la liste, sauf", "sauf"),
    ("¿Cuál de las herramientas no es de la lista?", "no"),
  ])
  func `a stem that asks for what is not so is an error`(stem: String, word: String) throws {
    try expectLint(
      Sample.quiz(Sample.choice(stem, Self.tools)),
      [
        "1️⃣": """
        error: the stem is worded negatively, and '\(word)' is easily overlooked [negative-stem]
        """
      ]
    )
  }

  @Test(arguments: [
    "Which tool does NOT drive a nail?", "Which tool does *not* drive a nail?",
  ])
  func `where the word is marked it is a warning`(stem: String) throws {
    try expectLint(
      Sample.quiz(Sample.choice(stem, Self.tools)),
      ["1️⃣": "warning: the stem is worded negatively: 'not' [negative-stem]"]
    )
  }

  @Test(arguments: [
    "Which tool needs at least two hands?", "A nail was not driven. Why not?",
    "Which tool helps a carpenter who does not see well?",
    "What is wrong with the conclusion of the smith?",
    "What does the guide say of the least hard wood?",
    "Which tool is for iron if the wood is not dry?", "Which tool is not only for wood?",
  ])
  func `a negative that turns nothing round is fine`(stem: String) throws {
    try expectClean(Sample.quiz(Sample.choice(stem, Self.tools)))
  }

  @Test func `a statement may deny something`() throws {
    try expectClean(
      Sample.quiz(Sample.item("true-false", "A plane does not cut iron.", "    key: true"))
    )
  }

  @Test func `a stem that begins with the blank is a note`() throws {
    try expectLint(
      Sample.quiz(Sample.choice("____ drives a nail into wood.", Self.tools)),
      ["1️⃣": "note: the stem begins with the blank [blank-place]"]
    )
  }

  @Test func `a stem with several blanks is a note`() throws {
    try expectLint(
      Sample.quiz(Sample.choice("A nail needs a ____ and a ____.", Self.tools)),
      ["1️⃣": "note: the stem has 2 blanks [blank-place]"]
    )
  }

  @Test func `a blank near the end is fine`() throws {
    try expectClean(Sample.quiz(Sample.choice("A nail is driven with the ____.", Self.tools)))
  }

  @Test func `a stem that asks nothing is a note`() throws {
    try expectLint(
      Sample.quiz(Sample.choice("The nail", Self.tools)),
      ["1️⃣": "note: the stem 'The nail' does not say what is asked [no-question]"]
    )
  }

  @Test(arguments: ["Why?", "用什么工具钉钉子", "أي أداة؟"])
  func `a short stem that asks is fine`(stem: String) throws {
    try expectClean(Sample.quiz(Sample.choice(stem, Self.tools)))
  }

  @Test func `a long stem is a note, longer for a case than for a fact`() throws {
    let words = Array(repeating: "wood is dry", count: 22).joined(separator: " ")
    let item = Sample.item("true-false", "The \(words).", "    key: true", level: "recall")
    try expectLint(
      Sample.quiz(item),
      ["1️⃣": "note: the stem has 67 words, at most 60 are read carefully [wordiness]"]
    )
    try expectClean(Sample.quiz(item.replacing("level: recall", with: "level: analyse")))
  }

  @Test func `a long option is a note`() throws {
    let long = Array(repeating: "dry oak and ash", count: 8).joined(separator: " ")
    let other = Array(repeating: "wet elm and fir", count: 7).joined(separator: " ")
    try expectLint(
      Sample.quiz(
        Sample.choice("Which wood is meant here?", "*\(other)", "3️⃣\(long)", "\(other) too")
      ),
      ["3️⃣": "note: the option has 32 words, at most 30 are compared [wordiness]"]
    )
  }

  @Test func `a stem that is hard to read is a note`() throws {
    let stem =
      Array(repeating: "notwithstanding supplementary interinstitutional considerations", count: 8)
      .joined(separator: " ")
    try expectLint(
      Sample.quiz(Sample.item("true-false", stem, "    key: true")),
      [
        "1️⃣": """
        note: stem and options have LIX 132; above 75 is very hard to read [reading-level]
        """
      ]
    )
  }
}
