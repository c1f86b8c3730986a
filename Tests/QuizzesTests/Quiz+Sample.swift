import Diagnostics
import Foundation
import Quizzes

extension Quiz {
  /// A quiz with one item of each kind, in the order of the file.
  static func sample(mode: Mode = .graded, shuffle: Shuffle = .nothing) -> Quiz {
    Quiz(
      title: "Tools of the workshop",
      status: "Unofficial. Written for tests.",
      mode: mode,
      passPercent: 60,
      shuffle: shuffle,
      feedback: Feedback(),
      items: [.single, .multiple, .truth, .number, .words, .match, .order]
    )
  }

  /// Two short items.
  static func short(mode: Mode = .graded) -> Quiz {
    var quiz = Quiz(
      title: "Two items",
      status: "Unofficial. Written for tests.",
      mode: mode,
      passPercent: 50,
      shuffle: .nothing,
      feedback: Feedback(),
      items: [.single, .truth]
    )
    quiz.notice = "This quiz speaks of sharp things."
    return quiz
  }
}

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

  static let multiple = Item(
    id: "multiple",
    stem: "Which tools cut wood?",
    kind: .multipleResponse(
      MultipleResponse([
        .key("Saw", because: "It has teeth."),
        .key("Chisel", because: "It has an edge."),
        .distractor("Hammer", because: "It drives."),
        .distractor("Clamp"),
      ])
    ),
    rationale: "Both have an edge or teeth.",
    source: "Workshop manual, section 2",
    maximum: 2
  )

  static let truth = Item(
    id: "truth",
    stem: "A plane makes wood smooth.",
    kind: .trueFalse(TrueFalse(key: true)),
    rationale: "Its blade takes thin shavings.",
    source: "Workshop manual, section 3"
  )

  static let number = Item(
    id: "number",
    stem: "How long is a metre rule?",
    kind: .numerical(Numerical(key: 100, tolerance: 0.5, unit: "centimetres")),
    rationale: "A metre has 100 centimetres.",
    source: "Workshop manual, section 4"
  )

  static let words = Item(
    id: "words",
    stem: "Which tree gives the hardest timber in the list?",
    kind: .shortText(
      ShortText([
        .init("oak"), .init("*wood", fraction: Rational(1, over: 2), because: "Any wood? Name it."),
      ])
    ),
    rationale: "Oak is the hardest in the list.",
    source: "Workshop manual, section 5"
  )

  static let match = Item(
    id: "match",
    stem: "Match each tool with its work.",
    kind: .matching(
      Matching(
        [.init("Saw", "Cutting"), .init("Plane", "Smoothing"), .init("Drill", "Making holes")],
        extra: ["Painting"]
      )
    ),
    rationale: "Each tool has one main work.",
    source: "Workshop manual, section 6",
    maximum: 3
  )

  static let order = Item(
    id: "order",
    stem: "Put the steps in order.",
    kind: .ordering(Ordering(["Measure", "Cut", "Sand"])),
    rationale: "Measure first.",
    source: "Workshop manual, section 7"
  )
}
