internal import Diagnostics
internal import Quizzes

/// What a rule found, before anybody asks whether the file allows it.
struct Finding: Sendable {
  var severity: Diagnostic.Severity
  var location: Diagnostic.Location
  var message: String
  var remedy: String
  /// The numbers of the quizzes that it concerns.
  var quizzes: [Int]
  /// The item that it concerns; `nil` for a finding on whole quizzes.
  var item: Item.ID?
  /// The code of the rule.
  private(set) var code = ""

  init(
    _ severity: Diagnostic.Severity,
    at location: Diagnostic.Location,
    _ message: String,
    remedy: String,
    quizzes: [Int] = [],
    item: Item.ID? = nil
  ) {
    self.severity = severity
    self.location = location
    self.message = message
    self.remedy = remedy
    self.quizzes = quizzes
    self.item = item
  }

  /// The finding with the code of its rule.
  func labelled(_ code: String) -> Finding {
    var finding = self
    finding.code = code
    return finding
  }

  /// The finding of a rule on an item.
  func labelled(_ code: String, _ quizzes: [Int], _ item: LintedItem) -> Finding {
    var finding = labelled(code)
    finding.quizzes = quizzes
    finding.item = item.item.id
    return finding
  }

  /// The finding as people read it, with the code at the end of the message.
  var diagnostic: Diagnostic {
    Diagnostic(severity, at: location, "\(message) [\(code)]", remedy: remedy)
  }
}

extension StringProtocol {
  /// The text in quotation marks, cut where it is long.
  var cited: String {
    count > 50 ? "'\(prefix(48).visible)…'" : "'\(self.visible)'"
  }
}
