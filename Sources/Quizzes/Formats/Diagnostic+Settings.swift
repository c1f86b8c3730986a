internal import Diagnostics

// What can be wrong with how a quiz is sat.
extension Diagnostic {
  static func closesBeforeOpening(at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the quiz closes before it opens",
      remedy: "let 'closes' be later than 'opens'"
    )
  }

  static func tieWithoutCurriculum(_ tie: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "'\(tie)' belongs to a timetable, but the quiz names no curriculum",
      remedy: "add 'curriculum: …', or write a date with a time"
    )
  }

  static func feedbackWhileGraded(at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "a graded quiz shows nothing before it is submitted",
      remedy: "remove 'during', or write 'mode: practice'"
    )
  }

  static func duplicateSection(_ name: String, at location: Location, first: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the section '\(name)' is already declared at line \(first.line)",
      remedy: "give each section its own identifier"
    )
  }

  static func undeclaredSection(_ name: String, among names: [String], at location: Location)
    -> Self
  {
    Diagnostic(
      .error,
      at: location,
      "section '\(name)' is not declared",
      remedy: didYouMean(name, among: names, otherwise: "declare '\(name)' under 'sections'")
    )
  }

  static func tooFewToDraw(_ count: Int, of present: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "\(count) items are to be drawn, but only \(present) fit",
      remedy: "draw fewer, or write more items of this sort"
    )
  }

  static func drawsCompete(at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the draws together need more items than there are, because some want the same ones",
      remedy: "draw fewer, or write more items that only one of them wants"
    )
  }

  static func noDraw(for key: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "'\(key)' is for quizzes that draw their items, and this one has no 'draw'",
      remedy: "add 'draw', such as 'draw: [{items: 10}]', or remove '\(key)'"
    )
  }

  static func undeclaredItem(_ name: String, among names: [String], at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the quiz has no item '\(name)'",
      remedy: didYouMean(name, among: names, otherwise: "write the identifier of an item")
    )
  }

  static func apartFromNothing(at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "a single item cannot be kept apart",
      remedy: "write the items of which an attempt gets one at most, such as [a, b]"
    )
  }

  static func lentTwice(_ item: String, by bank: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the bank '\(bank)' has an item '\(item)', and so has the quiz or another of its banks",
      remedy: "give each item its own identifier"
    )
  }
}
