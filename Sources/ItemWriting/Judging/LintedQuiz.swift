internal import Diagnostics
internal import Quizzes

/// A quiz with the places of what is written in it.
struct LintedQuiz {
  let quiz: Quiz
  /// The number of the quiz in the bank.
  let number: Int
  /// What the quiz should cover.
  let expectation: ExpectedCoverage?
  /// The items in the order of the file.
  let items: [LintedItem]
  /// The file as values; `nil` where the quiz was not written in our form.
  let node: Node?

  init(_ quiz: Quiz, as known: Node?, number: Int, expectation: ExpectedCoverage? = nil) {
    self.quiz = quiz
    self.number = number
    self.expectation = expectation
    let node = known ?? (try? Node.parse(SourceText(file: quiz.file, text: quiz.text)))
    self.node = node
    var nodes: [Item.ID: Node] = [:]
    for item in node?.items ?? [] {
      if let id = item["id"]?.written { nodes[id] = item }
    }
    items = quiz.items.map { LintedItem($0, in: quiz, nodes[$0.id]) }
  }

  /// The whole file.
  var location: Diagnostic.Location {
    Diagnostic.Location(file: quiz.file)
  }

  /// Where a key of the quiz is written, else the whole file.
  func location(of key: String) -> Diagnostic.Location {
    node?.location(of: key) ?? location
  }
}
