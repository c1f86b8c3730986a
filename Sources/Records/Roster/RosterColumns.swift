internal import Diagnostics
internal import Foundation

/// Which column of the table says what.
struct RosterColumns {
  static let required = ["id", "name"]
  static let known = RosterHeader.known

  private let indices: [String: Int]
  private let others: [(name: String, index: Int)]
  /// The columns with the parts of the name, first and last, where it has no column of its own.
  private let nameParts: (first: Int, last: Int)?

  /// Finds the columns; reports missing, repeated and doubtful ones, and fails without `id`, `name`.
  init?(_ table: Table, _ named: [String: String], _ findings: inout Findings) {
    let header = Diagnostic.Location(file: table.file, line: table.headerRow)
    var indices: [String: Int] = [:]
    var others: [(name: String, index: Int)] = []
    let meanings = RosterHeader.meanings(of: table.columns, named)
    for title in named.keys.sorted() where !table.columns.contains(title) {
      findings.report(.unknownColumn(title, among: table.columns, at: header))
    }
    for (index, title) in table.columns.map(Self.onOneLine).enumerated() {
      if meanings[index] == "programme" {
        others.append(("programme", index))
      } else if let name = meanings[index] {
        if indices[name] != nil {
          findings.error(at: header, "the column '\(name)' appears twice", remedy: "keep one")
        }
        indices[name] = index
      } else if others.contains(where: { $0.name == title }) {
        findings.error(
          at: header,
          "the column '\(title.visible)' appears twice",
          remedy: "keep one"
        )
      } else if title.unicodeScalars.contains(where: \.isHarmful) {
        findings.error(
          at: header,
          "the column '\(title.visible)' has a control or invisible character in its name",
          remedy: "remove the character shown as \\u{…}"
        )
      } else if !title.isEmpty {
        others.append((title, index))
      }
    }
    var parts: (first: Int, last: Int)?
    if let first = indices["first-name"], let last = indices["last-name"], indices["name"] == nil {
      parts = (first, last)
    }
    var missing: [String] = []
    for name in Self.required where indices[name] == nil && (name != "name" || parts == nil) {
      missing.append(name)
    }
    for name in missing {
      findings.report(.missing(name, among: table.columns, indices, at: header))
    }
    let free = Self.known.filter { indices[$0] == nil && !Self.required.contains($0) }
    for (title, _) in others {
      guard let near = nearestName(to: title, in: free) else { continue }
      findings.warn(
        at: header,
        "the column '\(title.visible)' is kept, but means nothing to the program",
        remedy: "did you mean '\(near)'?"
      )
    }
    guard missing.isEmpty, !findings.hasErrors else { return nil }
    if let id = indices["id"], indices["email"] == nil,
      RosterHeader.usualMeaning(of: table.columns[id]) == "email" || table.columns[id] == "email"
    {
      // Addresses that serve as identifiers stay addresses.
      indices["email"] = id
    }
    self.indices = indices
    self.others = others
    nameParts = parts
  }

  /// The participant of a row; reports what cannot be used.
  func participant(
    _ cells: [String],
    at place: Diagnostic.Location,
    _ findings: inout Findings
  ) -> Participant? {
    var isUsable = true
    func cell(_ name: String, limit: Int = 500) -> String {
      guard let index = indices[name] else { return "" }
      return clean(cells[index], of: name, limit: limit)
    }
    func clean(_ cell: String, of name: String, limit: Int) -> String {
      let text = Self.onOneLine(cell).trimmingCharacters(in: .whitespaces)
      if text.unicodeScalars.contains(where: \.isHarmful) {
        isUsable = false
        findings.error(
          at: place,
          "the \(name) '\(text.prefix(60).visible)' has a control or invisible character",
          remedy: "remove the character shown as \\u{…}"
        )
      } else if text.count > limit {
        isUsable = false
        findings.error(
          at: place,
          "the \(name) has \(text.count) characters, expected at most \(limit)",
          remedy: "shorten it"
        )
      }
      return text
    }
    let id = cell("id", limit: 64)
    let name =
      nameParts.map { parts in
        [parts.first, parts.last].map { clean(cells[$0], of: "name", limit: 250) }
          .filter { !$0.isEmpty }.joined(separator: " ")
      } ?? cell("name")
    for (column, text) in [("id", id), ("name", name)] where text.isEmpty {
      isUsable = false
      findings.error(
        at: place,
        "the row has no \(column)",
        remedy: "write the participant's \(column), or remove the row"
      )
    }
    let factor = extraTime(cell("extra-time"), at: place, &findings)
    var other: [String: String] = [:]
    for (title, index) in others {
      other[title] = clean(cells[index], of: title, limit: 2_000)
    }
    guard isUsable, let factor else { return nil }
    return Participant(
      id: id,
      name: name,
      email: cell("email"),
      group: cell("group"),
      language: cell("language"),
      extraTime: factor,
      other: other
    )
  }

  /// A text with spaces for line breaks and tabs, which spreadsheets have in cells that are wrapped.
  private static func onOneLine(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }

  /// The factor in a cell, 1 where nothing is written.
  private func extraTime(
    _ text: String,
    at place: Diagnostic.Location,
    _ findings: inout Findings
  ) -> Decimal? {
    guard !text.isEmpty else { return 1 }
    let isPlain = text.wholeMatch(of: /[0-9]{1,2}([.,][0-9]{1,3})?/) != nil
    let plain = text.replacing(",", with: ".")
    if isPlain, let factor = Decimal(string: plain, locale: Locale(identifier: "en_US_POSIX")),
      (1...10).contains(factor)
    {
      return factor
    }
    findings.error(
      at: place,
      "found '\(text.prefix(60).visible)' as extra-time, expected a factor from 1 to 10",
      remedy: "write 1.5 for half as much time again"
    )
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unknownColumn(
    _ title: String,
    among titles: [String],
    at header: Location
  ) -> Self {
    Diagnostic(
      .error,
      at: header,
      "there is no column '\(title.visible)'",
      remedy: didYouMean(
        title,
        among: titles,
        otherwise: "the columns are \(titles.quoted(most: 12))"
      )
    )
  }

  fileprivate static func missing(
    _ column: String,
    among titles: [String],
    _ indices: [String: Int],
    at header: Location
  ) -> Self {
    let near = nearestName(to: column, in: titles)
    let email = indices["email"].map { titles[$0] }
    let other =
      column == "id" && email != nil
      ? "add '--column \"\(email ?? "")=id\"' to use the addresses, or name another column"
      : "add a column '\(column)' to the header row and to each row, or name one with '--column "
        + "\"HEADER=\(column)\"'"
    return Diagnostic(
      .error,
      at: header,
      "the roster has no column '\(column)'",
      remedy: near.map { "rename the column '\($0.visible)' to '\(column)'" } ?? other
    )
  }
}
