internal import Diagnostics
internal import Foundation

// Typed readings that only quizzes need.
extension Node {
  /// A scalar at the same place with another text.
  func saying(_ text: String) -> Node {
    var node = self
    node.content = .scalar(text, isQuoted: false)
    return node
  }

  /// Text on one line: line breaks and runs of spaces become one space.
  func line(_ findings: inout Findings) -> String? {
    text(&findings).map(\.onOneLine)
  }

  /// A name with its place.
  func reference(_ findings: inout Findings) -> Quiz.Reference? {
    identifier(&findings).map { Quiz.Reference($0, at: location) }
  }

  /// One name or a list of names, each with its place.
  func references(_ findings: inout Findings) -> [Quiz.Reference] {
    list(&findings, expected: "a name or a list of names").compactMap { $0.reference(&findings) }
  }

  /// One curriculum or a list of curricula, each by its name or for one edition: `security/2026`.
  func programmes(_ findings: inout Findings) -> [Quiz.Reference] {
    list(&findings, expected: "a curriculum or a list of curricula").compactMap { node in
      guard case .scalar(let text, let isQuoted) = node.content,
        let slash = text.firstIndex(of: "/"), text.index(after: slash) < text.endIndex
      else { return node.reference(&findings) }
      var name = node
      name.content = .scalar(String(text[..<slash]), isQuoted: isQuoted)
      guard name.identifier(&findings) != nil, let whole = node.text(&findings) else { return nil }
      return Quiz.Reference(whole, at: location)
    }
  }

  /// Names of files beside the quiz's own or below its folder, without their endings.
  func bankNames(_ findings: inout Findings) -> [Quiz.Reference] {
    let expected = "the name of a quiz in or below this folder, such as week-1 or practice/week-1"
    return list(&findings, expected: "a name or a list of names").compactMap { node in
      guard let name = node.text(&findings, expected: expected) else { return nil }
      let parts = name.parts(between: "/")
      guard parts.allSatisfy(\.isOfIdentifierSigns) else {
        node.mismatch(expected: expected, &findings)
        return nil
      }
      return Quiz.Reference(name, at: node.location)
    }
  }

  /// A percentage from 0 to 100 such as `60` or `62.5%`, or a part of the marks such as `2/3`.
  func percent(_ findings: inout Findings) -> Rational? {
    let expected = "a percentage such as 60, or a part of the marks such as 2/3"
    guard let text = text(&findings, expected: expected) else { return nil }
    guard let percent = Rational(percentage: text) else {
      mismatch(expected: expected, &findings)
      return nil
    }
    guard percent >= 0, percent <= 100 else {
      findings.report(.percentOutOfRange(summary, at: location))
      return nil
    }
    if percent > 0, percent <= 1, !text.contains("%"), !text.contains("/") {
      findings.report(.tinyPassMark(summary, at: location))
    }
    if let part = Rational.part(missedByPercent: text) {
      findings.report(.passMarkMissed(by: part, summary, at: location))
    }
    return percent
  }

  /// The mark of an item: above 0, at most 1000, with at most two decimals, or a simple fraction.
  func marks(_ findings: inout Findings) -> Rational? {
    let expected = "a number such as 1, 0.5 or 1/3"
    guard let text = text(&findings, expected: expected) else { return nil }
    let isFraction = text.contains("/")
    guard let marks = Rational(number: text) else {
      mismatch(expected: expected, &findings)
      return nil
    }
    // So that sums of many marks stay exact.
    guard isFraction ? marks.denominator <= 20 : 100 % marks.denominator == 0 else {
      mismatch(
        expected: "a number with at most 2 decimals, or a fraction with a denominator up to 20",
        &findings,
        remedy: "round it"
      )
      return nil
    }
    guard marks > 0, marks <= 1000 else {
      findings.report(.marksOutOfRange(summary, at: location))
      return nil
    }
    return marks
  }

  /// A part of a whole such as `0.5`, `1/3` or `33.33333%`, within a range.
  private func part(in range: ClosedRange<Rational>, _ findings: inout Findings) -> Rational? {
    guard let text = text(&findings, expected: "a fraction such as 0.5") else { return nil }
    guard let fraction = Rational(weight: text) else {
      mismatch(
        expected: "a fraction such as 0.5, 1/3 or 25%",
        &findings,
        remedy: "write a plain number"
      )
      return nil
    }
    guard range.contains(fraction) else {
      findings.report(
        .fractionOutOfRange(
          summary,
          from: range.lowerBound.rounded(),
          to: range.upperBound.rounded(),
          at: location
        )
      )
      return nil
    }
    return fraction
  }

  /// The fraction that an accepted response earns, or what a hint costs: from 0 to 1.
  func fraction(_ findings: inout Findings) -> Rational? {
    part(in: 0...1, &findings)
  }

  /// What choosing an option earns or costs: from −1 to 1.
  func weight(_ findings: inout Findings) -> Rational? {
    part(in: -1...1, &findings)
  }

  /// A number as participants may type it, exactly; a single point begins the decimals.
  func number(_ findings: inout Findings) -> Decimal? {
    let expected = "a number such as 4 or 0.5"
    guard let text = text(&findings, expected: expected) else { return nil }
    let typed = TypedNumber(text, pointBeginsDecimals: true)
    do throws(Misreading) {
      let number = try typed.number()
      if typed.looksLikeThousands {
        findings.report(.looksLikeThousands(summary, as: "\(number)", at: location))
      }
      return number
    } catch {
      if case .ambiguousNumber(_, let thousands, let decimals) = error {
        findings.report(.ambiguousNumber(summary, thousands, decimals, at: location))
      } else if case .tooManyDigits(let limit) = error {
        findings.report(.tooManyDigits(summary, limit: limit, at: location))
      } else {
        mismatch(expected: expected, &findings)
      }
      return nil
    }
  }

  /// A number that is not negative, or a percentage of the key.
  func tolerance(_ findings: inout Findings) -> Numerical.Tolerance? {
    if case .scalar(let text, _) = content, text.hasSuffix("%") {
      let digits = String(text.dropLast())
      guard let percentage = saying(digits).number(&findings) else { return nil }
      guard percentage >= 0 else {
        findings.report(.negativeTolerance(summary, at: location))
        return nil
      }
      return .relative(percentage / 100)
    }
    guard let tolerance = number(&findings) else { return nil }
    guard tolerance >= 0 else {
      findings.report(.negativeTolerance(summary, at: location))
      return nil
    }
    return .absolute(tolerance)
  }

  /// An instant with its offset, or what of the timetable decides it.
  func windowEnd(_ findings: inout Findings) -> (instant: Timestamp?, tie: Quiz.Tie?)? {
    let expected = "an instant such as 2027-03-23T10:00-04:00, or words such as 'after week 3'"
    guard let text = text(&findings, expected: expected) else { return nil }
    if let instant = Timestamp(text) { return (instant, nil) }
    if let tie = Quiz.Tie(text) { return (nil, tie) }
    mismatch(
      expected: expected,
      &findings,
      remedy: "write day, time and offset, or '7 days after week 3', or 'before session w4s1'"
    )
    return nil
  }

  /// A number of attempts; `nil` for any number, which is written `unlimited`.
  func attempts(_ findings: inout Findings) -> Int? {
    written == "unlimited" ? nil : integer(in: 1...100, &findings)
  }

  /// A span of time in words.
  func span(_ findings: inout Findings) -> Duration? {
    let expected = "a span of time such as 45 minutes"
    guard let text = text(&findings, expected: expected) else { return nil }
    guard let span = Duration(words: text) else {
      mismatch(
        expected: expected,
        &findings,
        remedy: "write whole numbers with minutes, hours or days"
      )
      return nil
    }
    return span
  }

  /// A day of the calendar as `YYYY-MM-DD`.
  func reviewDate(_ findings: inout Findings) -> ReviewDate? {
    guard let text = text(&findings, expected: "a date such as 2027-03-01") else { return nil }
    guard let date = ReviewDate(text) else {
      findings.report(.noSuchDay(summary, at: location))
      return nil
    }
    return date
  }

  /// Texts of a list.
  func texts(_ findings: inout Findings, expected: String) -> [String] {
    list(&findings, expected: expected).compactMap { $0.text(&findings) }
  }

  /// Texts of a list, each on one line, with their places.
  func lines(_ findings: inout Findings, expected: String) -> [Placed] {
    list(&findings, expected: expected).compactMap { node in
      node.line(&findings).map { Placed(text: $0, location: node.location) }
    }
  }
}

/// Text with its place.
struct Placed {
  var text: String
  var location: Diagnostic.Location
}

extension Node {
  /// Codes of rules with the reasons why they are let pass; what is wrong with them, the lint says.
  var allowances: [Item.Allowance] {
    guard case .mapping(let entries) = content else { return [] }
    return entries.map { entry in
      Item.Allowance(entry.key, because: PlainText(entry.value.written ?? "").text.onOneLine)
    }
  }
}
