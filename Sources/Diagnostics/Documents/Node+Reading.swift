public import Foundation

// Typed readings of one value. Each reports what was found and what was expected, and answers `nil`
// when the value cannot be used, so that a reader goes on and finds the other problems.
extension Node {
  /// The longest text accepted in one value, in characters.
  public static let textLimit = 20_000

  /// Reports that this value is not what was expected.
  public func mismatch(
    expected: @autoclosure () -> String,
    _ findings: inout Findings,
    remedy: String? = nil
  ) {
    findings.error(at: location, "found \(summary), expected \(expected())", remedy: remedy)
  }

  /// Text with something in it, as written, without spaces around it.
  public func text(
    _ findings: inout Findings,
    expected: @autoclosure () -> String = "text"
  ) -> String? {
    guard case .scalar(let written, _) = content else {
      mismatch(expected: expected(), &findings)
      return nil
    }
    let text = written.trimmed
    guard !text.isEmpty, !isEmpty else {
      mismatch(expected: expected(), &findings)
      return nil
    }
    guard text.isOfVisibleASCII || !text.unicodeScalars.contains(where: \.isHarmful) else {
      findings.error(
        at: location,
        "\(summary) has a control or invisible character",
        remedy: "remove the character shown as \\u{…}"
      )
      return nil
    }
    guard text.utf8.count <= Self.textLimit || text.count <= Self.textLimit else {
      findings.error(
        at: location,
        "the text has \(text.count) characters; at most \(Self.textLimit) are read",
        remedy: "shorten it"
      )
      return nil
    }
    return text
  }

  /// An identifier: lower-case or upper-case ASCII letters, digits, hyphens, points and underscores,
  /// beginning with a letter or digit, of at most 64 characters.
  public func identifier(_ findings: inout Findings) -> String? {
    let expected = "an identifier"
    guard let name = text(&findings, expected: expected) else { return nil }
    let isPlain = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "-._".utf8.contains(byte)
    }
    guard isPlain, name.count <= 64, name.first?.isLetter == true || name.first?.isNumber == true
    else {
      mismatch(
        expected: expected,
        &findings,
        remedy: "use letters a to z, digits, '-', '.' and '_', at most 64 in all"
      )
      return nil
    }
    return name
  }

  /// A whole number within a range.
  public func integer(in range: ClosedRange<Int>, _ findings: inout Findings) -> Int? {
    var expected: String { "a whole number from \(range.lowerBound) to \(range.upperBound)" }
    guard let text = text(&findings, expected: expected) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      mismatch(expected: expected, &findings)
      return nil
    }
    return number
  }

  /// A decimal number such as `0.5`, kept exactly.
  public func decimal(_ findings: inout Findings) -> Decimal? {
    let expected = "a number such as 4 or 0.5"
    guard let text = text(&findings, expected: expected) else { return nil }
    guard text.isPlainDecimal,
      let number = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    else {
      mismatch(expected: expected, &findings)
      return nil
    }
    return number
  }

  /// `true` or `false`; `yes` and `no` mean the same.
  public func boolean(_ findings: inout Findings) -> Bool? {
    let expected = "true or false"
    guard let text = text(&findings, expected: expected) else { return nil }
    switch text.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      mismatch(expected: expected, &findings)
      return nil
    }
  }

  /// One of the named choices of an enumeration; spaces and hyphens in the name count the same.
  public func choice<Choice: CaseIterable & RawRepresentable<String>>(
    of type: Choice.Type,
    _ findings: inout Findings
  ) -> Choice? {
    var names: [String] { Choice.allCases.map(\.rawValue) }
    var expected: String { "one of " + names.quoted() }
    guard let text = text(&findings, expected: expected) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let folded = text.lowercased().replacing(" ", with: "-")
    guard let choice = Choice.allCases.first(where: { $0.rawValue == folded }) else {
      mismatch(
        expected: expected,
        &findings,
        remedy: didYouMean(folded, among: names, otherwise: "use one of these names")
      )
      return nil
    }
    return choice
  }

  /// The values of a list; nothing written is an empty list, and a single text a list of one.
  public func list(_ findings: inout Findings, expected: String = "a list") -> [Node] {
    switch content {
    case .list(let nodes): return nodes
    case .scalar where isEmpty: return []
    case .scalar: return [self]
    case .mapping:
      mismatch(expected: expected, &findings, remedy: "begin each line with '- '")
      return []
    }
  }
}

extension String {
  /// The text without white space, and spaces without a width, at its ends.
  fileprivate var trimmed: String {
    // Nearly every text begins and ends with a sign of ASCII.
    let visible: ClosedRange<UInt8> = 0x21...0x7E
    if let first = utf8.first, let last = utf8.last, visible.contains(first), visible.contains(last)
    {
      return self
    }
    let scalars = unicodeScalars.drop(while: \.isTrimmed)
    guard let last = scalars.lastIndex(where: { !$0.isTrimmed }) else { return "" }
    return String(scalars[...last])
  }
}

extension String {
  /// Whether all signs are visible ones of ASCII, spaces and line feeds, as in nearly every text.
  fileprivate var isOfVisibleASCII: Bool {
    utf8.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A }
  }

  /// Whether the text is a number such as `-0.5`, with at most 15 digits before and after the point.
  fileprivate var isPlainDecimal: Bool {
    let sign = utf8.first
    let isSigned = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    let parts = utf8.dropFirst(isSigned ? 1 : 0)
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        (1...15).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}

extension Unicode.Scalar {
  fileprivate var isTrimmed: Bool { properties.isWhitespace || value == 0x200B }
}
