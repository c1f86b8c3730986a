import Quizzes

extension Item {
  static let single = Item(
    id: "single",
    stem: "Which tool drives a nail?",
    kind: .singleChoice(
      SingleChoice([
        .distractor("Saw", because: "A saw cuts."),
        .key("Hammer", because: "Its head is heavy."),
        .distractor("Plane"),
      ])
    ),
    rationale: "A hammer has a flat face for the nail.",
    source: "Workshop manual, section 1"
  )

  static let truth = Item(
    id: "truth",
    stem: "A plane makes wood smooth.",
    kind: .trueFalse(TrueFalse(key: true)),
    rationale: "Its blade takes thin shavings.",
    source: "Workshop manual, section 3"
  )

  static let order = Item(
    id: "order",
    stem: "Put the steps in order.",
    kind: .ordering(Ordering(["Measure", "Cut", "Sand"])),
    rationale: "Measure first.",
    source: "Workshop manual, section 7"
  )
}
