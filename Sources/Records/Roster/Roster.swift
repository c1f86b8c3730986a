public import Diagnostics
internal import Foundation

/// Who takes part, as a coordinator's table says.
///
/// The table is a CSV file with a header row. The columns `id` and `name` are required; `email`,
/// `group`, `language` and `extra-time` (a factor from 1 to 10) are known; others are kept. The usual
/// headers of other programs are understood: ``RosterHeader``.
public struct Roster: Hashable, Sendable {
  /// The participants in the order of the table; no two identifiers look alike.
  public let participants: [Participant]
  /// What the coordinator should look at, although the table can be used.
  public var warnings: [Diagnostic] = []

  /// Reads the table, or reports all of its problems.
  ///
  /// - Parameters:
  ///   - source: The text of the table.
  ///   - named: What columns mean that have other headers, by the header.
  /// - Returns: The participants.
  /// - Throws: All that is wrong.
  public static func parse(
    _ source: SourceText,
    columns named: [String: String] = [:]
  ) throws(Findings) -> Roster {
    let table = try Table.parse(
      source.withPlainTitles { Set(RosterHeader.meanings(of: $0, named).values).count > 1 },
      mayHaveTitles: true
    )
    if let open = source.openQuotation { throw Findings(open) }
    var findings = Findings()
    let columns = RosterColumns(table, named, &findings)
    var participants: [Participant] = []
    var rowsByFolded: [String: (id: String, row: Int)] = [:]
    var rowsByAddress: [String: Int] = [:]
    for row in table.rows {
      let place = Diagnostic.Location(file: table.file, line: row.number)
      guard let participant = columns?.participant(row.cells, at: place, &findings) else {
        continue
      }
      if row.number == table.rows.last?.number, participant.looksLikeTotal {
        findings.report(.total(participant.id, at: place))
        continue
      }
      if let earlier = rowsByFolded[participant.folded] {
        findings.report(
          .repeated(participant.id, at: place, earlier: earlier.id, table.place(of: earlier.row))
        )
      } else {
        rowsByFolded[participant.folded] = (participant.id, row.number)
        participants.append(participant)
      }
      guard !participant.email.isEmpty else { continue }
      if let earlier = rowsByAddress.updateValue(row.number, forKey: participant.email.lowercased())
      {
        findings.report(.shared(participant.email, at: place, table.place(of: earlier)))
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
    return Roster(participants: participants, warnings: findings.sorted)
  }
}

extension Participant {
  /// Words with which spreadsheets begin a row of totals.
  private static let totals: Set<String> = [
    "total", "totals", "sum", "count", "summe", "gesamt", "anzahl", "somme", "suma", "totale",
    "итого", "всего", "المجموع", "合计", "总计",
  ]

  /// Whether the row is a total of the rows above: a word for it, with a number for a name.
  fileprivate var looksLikeTotal: Bool {
    let word = id.lowercased().prefix { $0.isLetter }
    return Self.totals.contains(String(word)) && !name.contains(where: \.isLetter)
  }
}

extension Diagnostic {
  fileprivate static func total(_ text: String, at place: Location) -> Self {
    Diagnostic(
      .error,
      at: place,
      "the row '\(text.visible)' looks like a total, not like a participant",
      remedy: "remove the row"
    )
  }

  fileprivate static func shared(_ address: String, at place: Location, _ other: String) -> Self {
    Diagnostic(
      .warning,
      at: place,
      "the address '\(address.prefix(60).visible)' is also in \(other)",
      remedy: "check that messages for both participants may go there"
    )
  }

  fileprivate static func repeated(
    _ id: String,
    at place: Location,
    earlier: String,
    _ other: String
  ) -> Self {
    let message =
      id == earlier
      ? "the identifier '\(id.visible)' is already in \(other)"
      : "the identifier '\(id.visible)' differs from '\(earlier.visible)' in \(other) only in case "
        + "or in Unicode form"
    return Diagnostic(
      .error,
      at: place,
      message,
      remedy: "give each participant an 'id' of their own"
    )
  }
}
