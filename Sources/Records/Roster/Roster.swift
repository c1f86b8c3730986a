public import Diagnostics
internal import Foundation

/// Who takes part, as a coordinator's table says.
///
/// The table is a CSV file with a header row. The columns `id` and `name` are required; `email`,
/// `group`, `language` and `extra-time` (a factor from 1 to 10) are known; others are kept.
public struct Roster: Hashable, Sendable {
  /// The participants in the order of the table; no two identifiers look alike.
  public let participants: [Participant]

  /// Reads the table, or reports all of its problems.
  public static func parse(_ source: SourceText) throws(Findings) -> Roster {
    let table = try Table.parse(source)
    var findings = Findings()
    let columns = Columns(table, &findings)
    var participants: [Participant] = []
    var rowsByFolded: [String: (id: String, row: Int)] = [:]
    for row in table.rows {
      let place = Diagnostic.Location(file: table.file, line: row.number)
      guard let participant = columns?.participant(row.cells, at: place, &findings) else {
        continue
      }
      if let earlier = rowsByFolded[participant.folded] {
        findings.report(
          .repeated(participant.id, at: place, earlier: earlier.id, row: earlier.row)
        )
      } else {
        rowsByFolded[participant.folded] = (participant.id, row.number)
        participants.append(participant)
      }
    }
    if table.rows.isEmpty, !findings.hasErrors {
      findings.error(
        at: .init(file: table.file),
        "the roster has no participants",
        remedy: "write one row for each participant below the header row"
      )
    }
    guard !findings.hasErrors else { throw findings }
    return Roster(participants: participants)
  }
}

extension Diagnostic {
  fileprivate static func repeated(
    _ id: String,
    at place: Location,
    earlier: String,
    row: Int
  ) -> Self {
    let message =
      id == earlier
      ? "the identifier '\(id.visible)' is already in row \(row)"
      : "the identifier '\(id.visible)' differs from '\(earlier.visible)' in row \(row) only in "
        + "case or in Unicode form"
    return Diagnostic(
      .error,
      at: place,
      message,
      remedy: "give each participant an 'id' of their own"
    )
  }
}

/// Which column of the table says what.
private struct Columns {
  static let required = ["id", "name"]
  static let known = ["id", "name", "email", "group", "language", "extra-time"]

  private let indices: [String: Int]
  private let others: [(name: String, index: Int)]

  /// Finds the columns; reports missing, repeated and doubtful ones, and fails without `id`, `name`.
  init?(_ table: Table, _ findings: inout Findings) {
    let header = Diagnostic.Location(file: table.file, line: 1)
    var indices: [String: Int] = [:]
    var others: [(name: String, index: Int)] = []
    for (index, title) in table.columns.enumerated() {
      let name = title.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
      if Self.known.contains(name) {
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
    let missing = Self.required.filter { indices[$0] == nil }
    for name in missing {
      findings.report(.missing(name, among: others.map(\.name), at: header))
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
    guard missing.isEmpty else { return nil }
    self.indices = indices
    self.others = others
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
      let text = cell.trimmingCharacters(in: .whitespaces)
      if text.unicodeScalars.contains(where: { $0.isHarmful || $0 == "\n" || $0 == "\t" }) {
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
    let name = cell("name")
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

  /// The factor in a cell, 1 where nothing is written.
  private func extraTime(
    _ text: String,
    at place: Diagnostic.Location,
    _ findings: inout Findings
  ) -> Decimal? {
    guard !text.isEmpty else { return 1 }
    let isPlain = text.wholeMatch(of: /[0-9]{1,2}(\.[0-9]{1,3})?/) != nil
    if isPlain, let factor = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")),
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
  fileprivate static func missing(
    _ column: String,
    among titles: [String],
    at header: Location
  ) -> Self {
    let near = nearestName(to: column, in: titles)
    return Diagnostic(
      .error,
      at: header,
      "the roster has no column '\(column)'",
      remedy: near.map { "did you mean '\($0.visible)'? name the column '\(column)'" }
        ?? "add a column '\(column)' to the header row and to each row"
    )
  }
}
