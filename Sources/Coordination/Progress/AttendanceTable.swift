public import Diagnostics
internal import Foundation
public import Records

/// Who attended how much, as a coordinator's table says.
///
/// A CSV file with a header row. The column `id` names the participant. Either there is a column
/// `attendance` with percentages, or each further column is a session, with `yes` or `no`, `x` or nothing,
/// `1` or `0`, `present` or `absent`; sessions that say `excused` do not count for that participant.
/// Columns that the roster knows, such as `name`, are passed over.
public struct AttendanceTable: Sendable {
  /// How much each participant attended.
  public let attendance: [Participant.ID: Attendance]

  /// Reads the table, or reports all of its problems.
  ///
  /// - Parameters:
  ///   - source: The text of the table.
  ///   - roster: Who can be named.
  /// - Throws: All that is wrong.
  public init(_ source: SourceText, among roster: [Participant]) throws(Findings) {
    let table = try Table.parse(
      source.withPlainTitles { titles in
        Self.identifiers(in: titles) != nil && titles.count { !$0.isEmpty } > 1
      },
      mayHaveTitles: true
    )
    if let open = source.openQuotation { throw Findings(open) }
    var findings = Findings()
    let header = Diagnostic.Location(file: table.file, line: table.headerRow)
    let names = table.columns.map { $0.lowercased() }
    let known = roster.map(\.id)
    var attendance: [Participant.ID: Attendance] = [:]
    guard let id = Self.identifiers(in: table.columns) else {
      findings.error(
        at: header,
        "the table has no column 'id'",
        remedy: "give the column with the participants' identifiers the name 'id'"
      )
      throw findings
    }
    let percent = names.firstIndex { $0 == "attendance" || $0 == "percent" }
    let passedOver = Set(RosterHeader.known + ["first-name", "last-name"])
    let particulars: Set<String> = ["id", "name", "first-name", "last-name", "email"]
    let sessions = names.indices.filter { index in
      let meaning = RosterHeader.usualMeaning(of: names[index])
      return index != id && !names[index].isEmpty && !passedOver.contains(names[index])
        && meaning.map(particulars.contains) != true
    }
    if percent == nil, sessions.isEmpty {
      findings.error(
        at: header,
        "the table says nothing about attendance",
        remedy: "add a column 'attendance' with percentages, or a column for each session"
      )
    }
    for row in table.rows {
      let place = Diagnostic.Location(file: table.file, line: row.number)
      let name = Participant.normalized(row.cells[id].trimmingCharacters(in: .whitespaces))
      guard known.contains(name) else {
        findings.error(
          at: place,
          "nobody on the roster has the identifier '\(name.prefix(60).visible)'",
          remedy: didYouMean(name, among: known, otherwise: "see the roster with 'seminar roster'")
        )
        continue
      }
      if attendance[name] != nil {
        findings.error(at: place, "'\(name)' has two rows", remedy: "keep one")
      }
      let found: Attendance?
      if let percent {
        found = Self.attendance(percent: row.cells[percent], at: place, &findings)
      } else {
        let cells = sessions.map { (table.columns[$0], row.cells[$0]) }
        found = Self.attendance(cells, at: place, &findings)
      }
      attendance[name] = found
    }
    guard !findings.hasErrors else { throw findings }
    self.attendance = attendance
  }

  /// The column with the participants' identifiers.
  private static func identifiers(in titles: [String]) -> Int? {
    titles.firstIndex { $0.lowercased() == "id" }
      ?? titles.firstIndex { RosterHeader.usualMeaning(of: $0) == "id" }
  }

  private static func attendance(
    percent text: String,
    at place: Diagnostic.Location,
    _ findings: inout Findings
  ) -> Attendance? {
    let written = text.trimmingCharacters(in: .whitespaces)
    let form = /([0-9]{1,3})(?:[.,]([0-9]{1,3}))? ?%?/
    if let match = written.wholeMatch(of: form), let whole = Int(match.1),
      let rest = Int(((match.2.map(String.init) ?? "") + "000").prefix(3)),
      let found = Attendance(present: whole * 1_000 + rest, of: 100_000)
    {
      return found
    }
    findings.error(
      at: place,
      "found '\(written.prefix(60).visible)' as attendance, expected a percentage from 0 to 100",
      remedy: "write a number such as 80 or 87.5"
    )
    return nil
  }

  private static let present: Set<String> = [
    "yes", "y", "x", "1", "true", "present", "ja", "oui", "✓",
  ]
  private static let absent: Set<String> = [
    "", "no", "n", "0", "false", "absent", "nein", "non", "-",
  ]

  private static func attendance(
    _ cells: [(session: String, cell: String)],
    at place: Diagnostic.Location,
    _ findings: inout Findings
  ) -> Attendance? {
    var (count, all) = (0, 0)
    for (session, cell) in cells {
      let written = cell.trimmingCharacters(in: .whitespaces).lowercased()
      if ["excused", "e"].contains(written) { continue }
      all += 1
      if present.contains(written) {
        count += 1
      } else if !absent.contains(written) {
        findings.error(
          at: place,
          "found '\(cell.prefix(60).visible)' for '\(session.visible)', expected yes or no",
          remedy: "write yes, no or excused"
        )
      }
    }
    // Excused from all sessions is as good as having attended them.
    return all == 0 ? Attendance(present: 1, of: 1) : Attendance(present: count, of: all)
  }
}
