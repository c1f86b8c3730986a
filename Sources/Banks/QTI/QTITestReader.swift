internal import Diagnostics
internal import Quizzes

/// Reads what a test of QTI 2.1 to 3.0 says beyond its items: the bank's title, and settings that a bank
/// cannot hold, which are reported.
struct QTITestReader {
  private let test: XMLElement

  /// Creates a reader of a test whose names are already plain.
  init(_ test: XMLElement) {
    self.test = test
  }

  /// Takes the title, and reports what is lost.
  func read(into bank: inout BankAssembly) {
    guard test.name == "assessmenttest" else { return }
    let title = PlainText(test["title"] ?? "").text.onOneLine
    if !title.isEmpty { bank.title = title }
    let lost = Self.settings.filter { setting in
      setting.elements.contains { name in
        test.descendants(name).contains(where: setting.counts)
      }
    }.map(\.name)
    guard !lost.isEmpty else { return }
    bank.findings.warn(
      at: test.location,
      "the test is read without its \(lost.joined(separator: ", "))",
      remedy: "write it in the new quiz"
    )
  }

  /// Something that a test can say, of itself or of its parts, sections and items.
  private struct Setting: Sendable {
    let name: String
    let elements: [String]
    /// Whether an element of this name says anything that is lost.
    var counts: @Sendable (XMLElement) -> Bool = { _ in true }
  }

  private static let settings = [
    Setting(name: "time limit", elements: ["timelimits"]) { limit in
      ["maxtime", "mintime"].contains { limit[$0] != nil }
    },
    Setting(name: "number of attempts", elements: ["itemsessioncontrol"]) { control in
      control["maxattempts"].map { $0 != "1" } ?? false
    },
    Setting(name: "choice among its items", elements: ["selection"]),
    Setting(name: "random order", elements: ["ordering"]) { $0["shuffle"] == "true" },
    Setting(name: "weights of items", elements: ["weight"]) { weight in
      weight["value"].flatMap { Rational(score: $0) } != 1
    },
    Setting(name: "conditions for asking items", elements: ["precondition", "branchrule"]),
    Setting(name: "introduction", elements: ["rubricblock"]),
    Setting(name: "feedback on the whole", elements: ["testfeedback"]),
  ]
}
