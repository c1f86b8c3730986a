import Foundation
import Quizzes

extension Item {
  static let gaps = Item(
    id: "gaps",
    stem: "A metre has [[1]] centimetres. A [[2]] drives a nail. Saws cut: [[3]].",
    kind: .cloze(
      Cloze([
        .init(.numerical(Numerical(key: 100))),
        .init(
          .singleChoice(SingleChoice([.distractor("saw", because: "It cuts."), .key("hammer")])),
          weight: 2
        ),
        .init(.trueFalse(TrueFalse(key: true, becauseFalse: "They do."))),
      ])
    ),
    rationale: "All of it is in the manual.",
    source: "Workshop manual, section 8"
  )

  static let essay = Item(
    id: "essay",
    stem: "How do you keep a workshop safe?",
    kind: .essay(Essay(guide: "Order, light, glasses.", leastWords: 3, mostWords: 50)),
    rationale: "Most accidents come from disorder.",
    source: "Workshop manual, section 9",
    maximum: 5
  )

  static let text = Item(
    id: "text",
    stem: "Read the list of tools on the wall first.",
    kind: .description
  )

  static let hinted: Item = {
    var item = Item(
      id: "hinted",
      stem: "Which tool drives a nail?",
      kind: .singleChoice(
        SingleChoice([
          .distractor("Saw", because: "A saw cuts."), .key("Hammer"),
          .distractor("Plane", because: "A plane smooths.", fraction: Rational(1, over: 4)),
        ])
      ),
      rationale: "A hammer has a flat face for the nail.",
      source: "Workshop manual, section 1"
    )
    item.hints = ["It is heavy.", "It has a handle."]
    return item
  }()
}

extension Quiz {
  /// A quiz with everything that the form can hold.
  static func rich() throws -> Quiz {
    var sample = Quiz.sample().items
    sample[0].name = "Nails: the tool"
    sample[0].tags = ["tools, hand", "nails"]
    sample[0].feedback = Item.Feedback(right: "Yes.", partlyRight: "Nearly.", wrong: "No.")
    sample[0].category = "Tools/Hand tools"
    sample[0].penalty = Rational(1, over: 4)
    sample[0].keepsPlace = true
    sample[0].keepsOrder = true
    sample[0].module = Reference("hand-tools")
    sample[0].facts = ["F-1", "F-2"]
    sample[0].themes = [Reference("T1")]
    sample[0].level = .apply
    sample[0].reviewBy = ReviewDate("2027-03-01")
    sample[3].kind = .numerical(
      Numerical(
        [
          .init(.number(100, tolerance: .relative(Decimal(5) / 100))),
          .init(.range(from: -2, to: 4), fraction: Rational(1, over: 3), because: "Near.\n\nNo."),
          .init(.number(7, tolerance: .absolute(0)), fraction: 0),
        ],
        otherwise: "Count: again #1",
        unit: "m",
        units: [.init("cm", count: 100), .init("mm", count: 1000)]
      )
    )
    sample[1].kind = .multipleResponse(
      MultipleResponse(
        [
          .key("Saw", fraction: Rational(1, over: 2)),
          .key("- Chisel", fraction: Rational(1, over: 2)),
          Item.Option("None", isKey: false, because: "x", fraction: -1, keepsPlace: true),
        ],
        rule: .weights
      )
    )
    sample[2].section = "one"
    sample[5].kind = .matching(
      Matching(
        [.init("Saw", "Cut"), .init("Knife", "Cut"), .init("a: b", "\"q\"")],
        rule: .allOrNothing
      )
    )
    sample[6].kind = .ordering(Ordering(["Measure", "Cut", "~"], rule: .pairs))
    var quiz = Quiz(
      title: "Tools: all of them",
      status: "Unofficial.\n\nTwo lines, C:\\temp\\x.",
      mode: .practice,
      passPercent: Rational(125, over: 2),
      shuffle: .items,
      feedback: Feedback(during: [.verdicts, .marks], rightAfter: [], later: [.key]),
      items: sample + [.gaps, .essay, .text, .hinted]
    )
    quiz.module = Reference("tools")
    quiz.notice = "A notice — with a dash"
    quiz.asksCertainty = true
    quiz.penalty = Rational(1, over: 10)
    quiz.conditions = Conditions(
      opens: Timestamp("2027-03-23T10:00-04:00"),
      closes: Timestamp("2027-03-30T10:00:30Z"),
      timeLimit: .seconds(5400),
      attempts: 3,
      wait: .seconds(86_400)
    )
    quiz.grading = .average
    quiz.sections = [
      Section("one", title: "Part one", text: "Begin.", keepsOrder: true),
      Section("two", title: "Part two"),
    ]
    quiz.draws = [
      Draw(1, theme: Reference("T1")), Draw(2, module: Reference("tools")),
      Draw(1, section: "one"), Draw(1, level: .apply), Draw(1, tag: "nails"),
    ]
    return quiz
  }
}
