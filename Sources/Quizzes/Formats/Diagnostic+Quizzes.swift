internal import Diagnostics

// What can be wrong with a quiz, beside what every file can have wrong.
extension Diagnostic {
  static func noItems(at location: Location) -> Self {
    Diagnostic(.error, at: location, "the quiz has no items", remedy: "add at least one item")
  }

  static func tooManyItems(_ count: Int, limit: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the quiz has \(count) items; at most \(limit) are read",
      remedy: "split the quiz"
    )
  }

  static func duplicateItem(_ name: String, at location: Location, first: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the identifier '\(name)' is already used at line \(first.line)",
      remedy: "give each item its own identifier"
    )
  }

  static func noNames(_ key: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the list of the item's '\(key)' is empty",
      remedy: "write one name, or several as [A, B]"
    )
  }

  static func keyOutOfPlace(
    _ key: String,
    in kind: String,
    owners: [String],
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      at: location,
      "'\(key)' does not belong to a \(kind) item",
      remedy: "remove it, or change the kind to \(alternatives(owners))"
    )
  }

  static func noKey(at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the item has no key",
      remedy: "write 'key:' instead of 'distractor:' before the right option"
    )
  }

  static func secondKey(_ text: String, at location: Location, first: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "'\(text.visible)' is a second key, expected one; the first is at line \(first.line)",
      remedy: "make one of them a distractor, or write 'kind: multiple-response'"
    )
  }

  static func keyAndDistractor(at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the option is both key and distractor",
      remedy: "begin the second one with '- '"
    )
  }

  static func neitherKeyNorDistractor(at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the option is neither key nor distractor",
      remedy: "write 'key: …' for the right option and 'distractor: …' for a wrong one"
    )
  }

  static func distractorWithoutReason(_ text: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      at: location,
      "the distractor '\(text.visible)' has no 'because'",
      remedy: "add 'because: …' so that people who choose it learn why it is wrong"
    )
  }

  static func duplicateText(_ text: Placed, of subject: String, first: Location) -> Self {
    Diagnostic(
      .error,
      at: text.location,
      "the \(subject) '\(text.text.visible)' reads like the one at line \(first.line)",
      remedy: "make them different, or remove one"
    )
  }

  static func wrongCount(
    _ count: Int,
    of subject: String,
    least: Int,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      at: location,
      "the item has \(count.counted(subject)), "
        + "expected \(least) to \(Letters.limit)",
      remedy: count < least ? "add \(subject)s" : "remove \(subject)s, or split the item"
    )
  }

  static func noFullKey(_ subject: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "no \(subject) earns the whole mark",
      remedy: "leave 'fraction' out for the best one, or write 'fraction: 1'"
    )
  }

  static func percentOutOfRange(_ found: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "found \(found), expected a percentage from 0 to 100, or a part of the marks such as 2/3",
      remedy: "write the least part of the maximum that passes"
    )
  }

  static func tinyPassMark(_ found: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      at: location,
      "the pass mark \(found) is less than 1 percent, or 1 percent",
      remedy: "write a percentage such as 60, or a part of the marks such as 3/5"
    )
  }

  static func passMarkMissed(by part: Rational, _ found: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      at: location,
      "a score of \(part) does not reach the pass mark \(found)",
      remedy: "write 'pass: \(part)' if it should pass"
    )
  }

  static func marksOutOfRange(_ found: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "found \(found), expected a mark above 0, at most 1000",
      remedy: "write a number such as 1, 0.5 or 1/3, or leave 'marks' out for 1"
    )
  }

  static func fractionOutOfRange(
    _ found: String,
    from least: String,
    to most: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      at: location,
      "found \(found), expected a fraction from \(least) to \(most)",
      remedy: "write a number such as 0.5"
    )
  }

  static func negativeTolerance(_ found: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "found \(found), expected a tolerance of 0 or more",
      remedy: "write how far a response may lie from the key on either side"
    )
  }

  static func noSuchDay(_ found: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      at: location,
      "found \(found), expected a date",
      remedy: "write year, month and day, such as 2027-03-01"
    )
  }

  private static func alternatives(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: " or ")
  }
}
