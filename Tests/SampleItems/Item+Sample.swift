internal import Foundation
package import Quizzes

// One item of each simple kind, about the tools of a workshop.
extension Item {
  package static let single = Item(
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

  package static let multiple = Item(
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

  package static let truth = Item(
    id: "truth",
    stem: "A plane makes wood smooth.",
    kind: .trueFalse(TrueFalse(key: true)),
    rationale: "Its blade takes thin shavings.",
    source: "Workshop manual, section 3"
  )

  package static let number = Item(
    id: "number",
    stem: "How long is a metre rule?",
    kind: .numerical(Numerical(key: 100, tolerance: 0.5, unit: "centimetres")),
    rationale: "A metre has 100 centimetres.",
    source: "Workshop manual, section 4"
  )

  package static let words = Item(
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

  package static let match = Item(
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

  package static let order = Item(
    id: "order",
    stem: "Put the steps in order.",
    kind: .ordering(Ordering(["Measure", "Cut", "Sand"])),
    rationale: "Measure first.",
    source: "Workshop manual, section 7"
  )
}
