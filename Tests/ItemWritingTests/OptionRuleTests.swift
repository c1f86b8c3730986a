import Diagnostics
import ItemWriting
import Quizzes
import Testing

@Suite struct OptionRuleTests {
  private typealias Sample = LintSample

  @Test func `a good item has no findings`() throws {
    try expectClean(
      Sample.quiz(Sample.choice("Which tool drives a nail?", "Saw", "*Hammer", "Plane"))
    )
  }

  @Test func `a key much longer than its distractors is a warning`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "Which tool drives a nail?",
          "A saw",
          "*3️⃣A hammer with a flat face",
          "A plane"
        )
      ),
      [
        "3️⃣": """
        warning: the key has 25 characters, the distractors 6 on average: people who guess pick the \
        longest option [key-longest]
        """
      ]
    )
  }

  @Test(arguments: [
    ["*Seventeen", "Six", "Four"],
    ["A saw with teeth", "*A hammer with a head", "A plane that cuts"],
  ])
  func `a key that is a little longer is fine`(options: [String]) throws {
    try expectClean(Sample.quiz(Sample.choice("Which one is meant here?", options)))
  }

  @Test(arguments: [
    "All of these", "ALL OF THEM", "All are correct", "Toutes ces réponses", "Todas ellas",
  ])
  func `an option that says that all are right is a warning`(option: String) throws {
    let stem =
      switch option.first {
      case "T" where option.hasSuffix("ses"): "Quels outils sont pour le bois dans la liste ?"
      case "T": "¿Cuáles son las herramientas para la madera en la lista?"
      default: "Which of them are tools for wood?"
      }
    try expectLint(
      Sample.quiz(Sample.choice(stem, "*3️⃣\(option)", "Saws and a rasp", "Planes and a vice")),
      [
        "3️⃣": """
        warning: the option '\(option)' gives the key away to anyone who recognises two right options \
        [all-of-the-above]
        """
      ]
    )
  }

  @Test func `an option that points above is an error where options are shuffled`() throws {
    let item = Sample.choice(
      "Which tools cut wood?",
      "The long plane",
      "The small saw",
      "*3️⃣All of the above"
    )
    try expectLint(
      Sample.quiz(item),
      [
        "3️⃣": """
        error: the option 'All of the above' can be in any place, because the options are shuffled \
        [all-of-the-above]
        """
      ]
    )
    try expectLint(
      Sample.quiz(item, shuffle: "items"),
      [
        "3️⃣": """
        warning: the option 'All of the above' gives the key away to anyone who recognises two right options \
        [all-of-the-above]
        """
      ]
    )
  }

  @Test func `in Arabic too`() throws {
    try expectLint(
      Sample.quiz(Sample.choice("أي أداة تقطع الخشب؟", "المنشار", "الفارة", "*3️⃣جميع ما سبق")),
      [
        "3️⃣": """
        error: the option 'جميع ما سبق' can be in any place, because the options are shuffled \
        [all-of-the-above]
        """
      ]
    )
  }

  @Test func `an option that says that none is right is a note`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice("Which tool drives a nail?", "Saws", "*Hammers", "3️⃣None of these")
      ),
      [
        "3️⃣": """
        note: the option 'None of these' does not show that participants know the right answer \
        [none-of-the-above]
        """
      ]
    )
  }

  @Test func `none of the above that is never the key is a warning`() throws {
    let item = Sample.choice(
      "Which one is it, in number ID?",
      "*Chisels",
      "Gimlets",
      "None of these"
    )
    let codes = try LintSample.findings([Sample.quiz(item, item, item)]).filter {
      $0.severity == .warning && $0.message.contains("is offered 3 times and is never the key")
    }
    #expect(codes.count == 1)
    #expect(codes.first?.message.hasSuffix("[none-of-the-above-key]") == true)
  }

  @Test func `absolute terms in a distractor alone are a note`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "Which rule holds for saws?",
          "*Cut on the push",
          "3️⃣Never oil them",
          "Cut wet wood"
        )
      ),
      ["3️⃣": "note: 'never' is in a distractor but in no key [absolute-terms]"]
    )
  }

  @Test func `absolute terms in every distractor are a warning at each`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "Which rule holds for saws?",
          "*Cut on the push",
          "3️⃣Never oil them",
          "4️⃣Always oil them"
        )
      ),
      [
        "3️⃣": "warning: 'never' is in every distractor but in no key [absolute-terms]",
        "4️⃣": "warning: 'always' is in every distractor but in no key [absolute-terms]",
      ]
    )
  }

  @Test func `absolute terms in the key too are fine`() throws {
    try expectClean(
      Sample.quiz(
        Sample.choice(
          "Which rule holds for saws?",
          "*Always push",
          "Never oil them",
          "Cut wet wood"
        )
      )
    )
  }

  @Test func `a false statement with an absolute term is a note`() throws {
    let statement = { (key: Bool) in
      Sample.quiz(Sample.item("true-false", "Plywood always has five layers.", "    key: \(key)"))
    }
    try expectLint(
      statement(false),
      ["1️⃣": "note: the false statement says 'always', which few rules allow [absolute-terms]"]
    )
    try expectClean(statement(true))
  }

  @Test func `vague terms are a note`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice("When is a plane oiled?", "*3️⃣Often enough", "Each morning", "At noon")
      ),
      ["3️⃣": "note: 'often' means different things to different people [vague-terms]"]
    )
  }

  @Test func `a word of the stem that comes back only in the key is a note`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "Which hammers suit a carpenter?",
          "*3️⃣Claw hammer",
          "Mason bolster",
          "Smith tongs"
        )
      ),
      ["3️⃣": "note: 'hammer' is in the stem and in the key, but in no distractor [clang]"]
    )
  }

  @Test func `a word of the stem that comes back in a distractor too is fine`() throws {
    try expectClean(
      Sample.quiz(
        Sample.choice("Which hammers suit a carpenter?", "*Claw hammer", "Sledge hammer", "Tongs")
      )
    )
  }

  @Test func `a key in which all distractors meet is a note`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "What does the rule name?",
          "*3️⃣Seasoned timber, planed surfaces",
          "Seasoned timber, rough edges",
          "Wetted boards, planed surfaces",
          "Seasoned lumber, painted corners"
        )
      ),
      [
        "3️⃣": """
        note: the key shares more words with the other options than any of them [convergence]
        """
      ]
    )
  }

  @Test(arguments: [
    ("4 years", "4.0 years"), ("Iron, and coal", "iron and coal."), ("1,500", "1500"),
    ("Oak or elm", "oak, or elm"),
  ])
  func `options that say the same are an error`(first: String, second: String) throws {
    let found = try LintSample.findings([
      Sample.quiz(
        Sample.choice(
          "Which one is meant here?",
          "*\"\(first)\"",
          "\"\(second)\"",
          "9 months",
          more: "keep-order: true"
        )
      )
    ])
    #expect(found.contains { $0.severity == .error && $0.message.hasSuffix("[duplicate-options]") })
  }

  @Test(arguments: [
    ("C", "C++"), ("+5", "-5"), ("4 years", "4 months"), ("Article 5", "Article 5(1)"),
  ])
  func `options that differ in a sign or unit are fine`(first: String, second: String) throws {
    try expectClean(
      Sample.quiz(
        Sample.choice("Which one is meant here?", "*\"\(first)\"", "\"\(second)\"", "Neither name")
      )
    )
  }

  @Test func `ranges that overlap are an error`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "How long does glue take to dry?",
          "*1 to 3 hours",
          "3️⃣3 to 5 hours",
          "6–9 hours",
          more: "keep-order: true"
        )
      ),
      [
        "3️⃣": "error: the ranges '1 to 3 hours' and '3 to 5 hours' overlap [duplicate-options]"
      ]
    )
  }

  @Test func `two options, or six, are a note`() throws {
    let note = "note: the item has 2 options, 3 to 5 are best [option-count]"
    try expectLint(
      Sample.quiz(
        Sample.choice("Which tool drives a nail?", ["Saw", "*Hammer"]).replacing(
          "    options:",
          with: "    3️⃣options:"
        )
      ),
      ["3️⃣": note]
    )
    let six = ["*Hammer", "Saw", "Plane", "Rasp", "Awl", "Vice"]
    try expectLint(
      Sample.quiz(
        Sample.choice("Which tool drives a nail?", six).replacing(
          "    options:",
          with: "    3️⃣options:"
        )
      ),
      ["3️⃣": "note: the item has 6 options, 3 to 5 are best [option-count]"]
    )
  }

  @Test func `a quiz in which the number of options differs is a note`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice("Which tool drives a nail?", "Saw", "*Hammer", "Plane"),
        Sample.choice("Which tool makes a hole?", "Saw", "*Drill", "Plane", "Rasp")
      ),
      [
        "2️⃣": """
        note: the single-choice items differ in their number of options: 1 with 3, 1 with 4 \
        [option-counts]
        """
      ]
    )
  }

  @Test func `numbers out of order, or shuffled, are a note`() throws {
    let unsorted = Sample.choice(
      "How many legs has a stool?",
      "4",
      "*3",
      "5",
      more: "keep-order: true"
    )
    let sorted = Sample.choice("How many legs has a stool?", "*3", "4", "5")
    let mark = { (item: String) in item.replacing("    options:", with: "    3️⃣options:") }
    try expectLint(
      Sample.quiz(mark(unsorted)),
      ["3️⃣": "note: the options are numbers, but not in order [option-order]"]
    )
    try expectLint(
      Sample.quiz(mark(sorted)),
      [
        "3️⃣":
          "note: the options are numbers in order, but the quiz shuffles them [option-order]"
      ]
    )
    try expectClean(Sample.quiz(sorted, shuffle: "items"))
  }

  @Test(arguments: ["A and C", "Both A and B", "I, II and IV only", "(a) and (c)", "1, 2 and 4"])
  func `options that are lists of others are a warning`(option: String) throws {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "Which of them are right?",
          "*3️⃣\(option)",
          "B and D",
          "The first alone",
          more: "keep-order: true"
        )
      ),
      ["3️⃣": "warning: the option '\(option)' is a list of others [k-type]"]
    )
  }

  @Test func `options that name letters for other reasons are fine`() throws {
    try expectClean(
      Sample.quiz(
        Sample.choice(
          "Which vitamin is meant?",
          "*Annex A and its table",
          "Vitamin C and iodine",
          "State A"
        )
      )
    )
  }

  @Test func `an article at the end of the stem is a note at each option that cannot follow`()
    throws
  {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "To drive a nail you need an …",
          "Saw".marked("3️⃣"),
          "*Axe",
          "Plane".marked("4️⃣")
        )
      ),
      [
        "3️⃣": "note: the stem ends with 'an', which the option 'Saw' does not "
          + "follow [grammar-cue]",
        "4️⃣":
          "note: the stem ends with 'an', which the option 'Plane' does not follow [grammar-cue]",
      ]
    )
  }

  @Test(arguments: ["hour", "FBI file", "apple"])
  func `an article is heard, not read`(option: String) throws {
    try expectClean(
      Sample.quiz(Sample.choice("What you see in it is an …", "*\(option)", "island", "owl"))
    )
  }

  @Test func `one option alone in another form is a note`() throws {
    try expectLint(
      Sample.quiz(Sample.choice("Which tool drives a nail?", "Saw", "*3️⃣Hammer.", "Plane")),
      ["3️⃣": "note: the option 'Hammer.' alone ends with a full stop [grammar-cue]"]
    )
    try expectLint(
      Sample.quiz(Sample.choice("Which tool drives a nail?", "Saw", "*3️⃣hammer", "Plane")),
      ["3️⃣": "note: the option 'hammer' alone begins with a small letter [grammar-cue]"]
    )
  }

  @Test func `a multiple response in which wrong options cost nothing is a warning`() throws {
    try expectLint(
      Sample.quiz(
        Sample.choice(
          "Which tools cut wood?",
          "*Saw",
          "*Chisel",
          "Clamp",
          kind: "multiple-response",
          more: "3️⃣scoring: keys-only"
        )
      ),
      [
        "3️⃣": """
        warning: choosing every option earns full marks, because distractors cost nothing \
        [wrong-options-free]
        """
      ]
    )
  }

  @Test func `a multiple response in which all options are keys is a warning`() throws {
    let text = Sample.quiz(
      Sample.choice(
        "Which of them cut?",
        "*Saw",
        "*Plane",
        "*Chisel",
        kind: "multiple-response"
      )
    ).replacing("    options:", with: "    3️⃣options:")
    try expectLint(
      text,
      [
        "3️⃣": """
        warning: every option is a key, so choosing all of them earns full marks [keys]
        """
      ]
    )
  }

  @Test func `a quiz of another form that has no key is an error`() {
    let quiz = Quiz(
      title: "Q",
      status: "S",
      items: [
        Item(
          id: "i",
          stem: "Which of them is right?",
          kind: .singleChoice(
            SingleChoice([.distractor("Saw"), .distractor("Axe"), .distractor("Awl")])
          )
        )
      ]
    )
    let found = Lint().findings(in: [quiz]).diagnostics.map(\.message)
    #expect(
      found == [
        "the item has 0 keys, expected one [keys]", "the item has no rationale [explanation]",
        "the item has no source [explanation]", "the item has no theme [explanation]",
        "the item has no level [explanation]",
      ]
    )
  }
}

extension String {
  /// The text with a sign before it.
  fileprivate func marked(_ sign: Character) -> String { "\(sign)\(self)" }
}
