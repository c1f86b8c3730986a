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
    let table = try Table.parse(source, mayHaveTitles: true)
    var findings = Findings()
    let columns = RosterColumns(table, named, &findings)
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
