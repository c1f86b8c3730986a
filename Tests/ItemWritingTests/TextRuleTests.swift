import ItemWriting
import Quizzes
import Testing

@Suite struct TextRuleTests {
  private typealias Sample = LintSample

  @Test(arguments: [
    ("Which\u{A0}tool is it?", "'Which\u{A0}tool is it?' has a no-break space"),
    ("Which tool is in the p\u{43E}t?", "'pоt' has letters of two alphabets that look alike"),
    ("Which cafe\u{301} is it?", "'Which cafe\u{301} is it?' is not composed (Unicode form C)"),
  ])
  func `a character that is not what it looks like is a warning`(
    stem: String,
    problem: String
  ) throws {
    try expectLint(
      Sample.quiz(Sample.choice(stem, "Saw", "*Hammer", "Plane")),
      ["1️⃣": "warning: \(problem) [characters]"]
    )
  }

  @Test(arguments: ["Côte d’Ivoire", "1990–2000", "Art.\u{A0}5", "cafe\u{301}"])
  func `typography is fine in an accepted text, because it does not count`(text: String) throws {
    let item = Sample.item("short-text", "Which coast is meant?", "    key: \"\(text)\"")
    try expectClean(Sample.quiz(item))
  }

  @Test func `letters of two alphabets in an accepted text are a warning`() throws {
    try expectLint(
      Sample.quiz(Sample.item("short-text", "What is meant?", "    3️⃣key: p\u{43E}t")),
      ["3️⃣": "warning: 'pоt' has letters of two alphabets that look alike [characters]"]
    )
  }

  @Test func `a decimal key without tolerance is a warning`() throws {
    let item = { (body: String) in
      Sample.quiz(Sample.item("numerical", "How long is it, in metres?", body))
    }
    try expectLint(
      item("    3️⃣key: 1.25"),
      [
        "3️⃣": """
        warning: the key 1.25 has decimals and no tolerance, so a rounded response is wrong \
        [tolerance]
        """
      ]
    )
    try expectClean(item("    key: 1.25\n    tolerance: 0.01"))
    try expectClean(item("    key: 4"))
  }

  @Test(arguments: [
    ("\"See ![](saw.png): which tool is it?\"", "the image"),
    ("'Look: <img src=\"saw.png\"> Which tool is it?'", "the element '<img>'"),
    ("Which tool is it, saw.png?", "the file 'saw.png'"),
  ])
  func `an image without words is an error`(stem: String, what: String) throws {
    try expectLint(
      Sample.quiz(Sample.choice(stem, "Saw", "*Hammer", "Plane")),
      [
        "1️⃣": """
        error: \(what) cannot be shown in a terminal, and no text describes it [media]
        """
      ]
    )
  }

  @Test(arguments: [
    "\"See ![a tool with teeth](saw.png): which tool is it?\"",
    "'Look: <img src=\"saw.png\" alt=\"a tool with teeth\"> Which tool is it?'",
  ])
  func `an image with words is fine`(stem: String) throws {
    try expectClean(Sample.quiz(Sample.choice(stem, "Saw", "*Hammer", "Plane")))
  }

  @Test func `a State by a former name is a note`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "Which tool is from Turkey?",
          "3️⃣Swaziland pine",
          "*North Macedonia oak",
          "Côte d’Ivoire teak"
        )
      ),
      [
        "1️⃣": "note: 'Turkey' is not the name that the United Nations uses [state-names]",
        "3️⃣": "note: 'Swaziland' is not the name that the United Nations uses [state-names]",
      ]
    )
  }
}
