import Testing

@testable import Terminal

@Suite struct CompletionTests {
  @Test(arguments: [
    ("", [String](), ""), ("x", ["a"], "x"), ("a", ["alpha"], "alpha"), ("AL", ["alpha"], "alpha"),
    (":h", [":hint", ":history"], ":hi"), ("a, b", ["beta", "alpha"], "beta"),
    ("", ["a", "b"], ""),
    ("É", ["élan"], "élan"),
  ])
  func `a word becomes what its candidates have in common`(
    text: String,
    candidates: [String],
    insertion: String
  ) {
    #expect(Completion(of: text, among: candidates).insertion == insertion)
  }
}
