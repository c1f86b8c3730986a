internal import Curricula
internal import Diagnostics

extension WrittenTimetable {
  /// The columns that are read; others may stand beside them, in any order.
  private static let columns = ["session", "date", "start", "end", "starts-at", "room", "trainers"]

  /// Reads the rows of a table.
  ///
  /// The day and the time come from `date` and `start`, which people edit, else from `starts-at`.
  static func table(
    _ table: Table,
    for curriculum: Curriculum
  ) throws(Findings) -> WrittenTimetable {
    var findings = Findings()
    let header = Diagnostic.Location(file: table.file, line: 1)
    let names = table.columns.map { name in
      name.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
    }
    func column(_ name: String) -> Int? { names.firstIndex(of: name) }
    if column("session") == nil {
      findings.error(
        at: header,
        "the table has no column 'session'",
        remedy: didYouMean(
          "session",
          among: names.filter { !columns.contains($0) },
          otherwise: "begin with the table of 'seminar timetable --format csv'"
        ).replacing("did you mean", with: "should it be the column")
      )
    }
    if column("starts-at") == nil, column("date") == nil || column("start") == nil {
      findings.error(
        at: header,
        "the table does not say when sessions begin",
        remedy: "add the columns 'date' and 'start', or 'starts-at'"
      )
    }
    guard !findings.hasErrors else { throw findings }
    func cell(_ name: String, _ row: Table.Row) -> String? {
      guard let column = column(name) else { return nil }
      let text = row.cells[column].trimmed
      return text.isEmpty ? nil : text
    }
    let order = WrittenDate.Order(
      of: table.rows.compactMap { cell("date", $0) },
      for: curriculum
    )
    let rows = table.rows.compactMap { row -> Row? in
      guard let session = cell("session", row) else { return nil }
      let place = Diagnostic.Location(file: table.file, line: row.number)
      var moment = cell("starts-at", row).flatMap { WrittenDate.moment($0, in: curriculum.zone) }
      if let written = cell("date", row) {
        let date = WrittenDate.date(written, order)
        if date == nil { findings.unreadable("day", written, "2026-03-24", at: place) }
        moment = date.map { ($0, moment?.minutes ?? -1) }
      }
      var start = moment.flatMap { $0.minutes < 0 ? nil : $0.minutes }
      if let written = cell("start", row) {
        start = WrittenDate.time(written)
        if start == nil { findings.unreadable("time", written, "10:30", at: place) }
      }
      if moment == nil, cell("date", row) == nil, let written = cell("starts-at", row) {
        findings.unreadable("moment", written, "2026-03-24T10:30:00-04:00", at: place)
      }
      return Row(
        session: session,
        date: moment?.date,
        start: start,
        end: cell("end", row).flatMap(WrittenDate.time),
        room: cell("room", row),
        trainers: (cell("trainers", row) ?? "").split { $0 == ";" || $0 == "," || $0 == "|" }
          .map { String($0).trimmed }.filter { !$0.isEmpty },
        location: place
      )
    }
    guard !findings.hasErrors else { throw findings }
    return WrittenTimetable(
      file: table.file,
      rows: rows,
      leavesOpen: (column("room") == nil, column("trainers") == nil)
    )
  }
}

extension Findings {
  fileprivate mutating func unreadable(
    _ what: String,
    _ text: String,
    _ example: String,
    at place: Diagnostic.Location
  ) {
    error(at: place, "'\(text.visible)' is no \(what)", remedy: "write it as \(example)")
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
