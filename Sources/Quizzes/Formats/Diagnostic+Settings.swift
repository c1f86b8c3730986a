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
      remedy: "add 'curriculum: …', or write an instant"
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
}
