internal import Curricula
internal import Diagnostics

extension WrittenTimetable {
  /// Reads a file as a table, or says in one sentence that it is not a timetable.
  static func rows(of source: SourceText) throws(Findings) -> Table {
    let names = Table.columns(of: source).map(name)
    // An empty file is said to be empty.
    if names.allSatisfy(\.isEmpty) { return try Table.parse(source) }
    let hasTime = names.contains("starts-at") || names.contains("date") && names.contains("start")
    guard names.contains("session"), hasTime else {
      throw Findings(notATimetable(source, names))
    }
    return try Table.parse(source)
  }

  private static func notATimetable(_ source: SourceText, _ names: [String]) -> Diagnostic {
    let known = ["session", "date", "start"]
    let missing = known.filter { !names.contains($0) }
    let place = Diagnostic.Location(file: source.file, line: 1)
    guard missing.count < known.count || names.contains("starts-at") else {
      return Diagnostic(
        .error,
        at: place,
        "this is not a timetable: its first row has none of the columns 'session', 'date' and 'start'",
        remedy:
          "begin with the table of 'seminar timetable --format csv', with commas, semicolons or "
          + "tabs between its cells"
      )
    }
    if !names.contains("session") {
      return Diagnostic(
        .error,
        at: place,
        "the table has no column 'session'",
        remedy: didYouMean(
          "session",
          among: names.filter { !known.contains($0) },
          otherwise: "begin with the table of 'seminar timetable --format csv'"
        ).replacing("did you mean", with: "should it be the column")
      )
    }
    return Diagnostic(
      .error,
      at: place,
      "the table does not say when sessions begin",
      remedy: "add the columns 'date' and 'start', or 'starts-at'"
    )
  }

  /// The name of a column, however it is written.
  private static func name(_ name: String) -> String {
    name.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
  }

  /// Reads the rows of a table.
  ///
  /// The day and the time come from `date` and `start`, which people edit, else from `starts-at`.
  static func table(
    _ table: Table,
    for curriculum: Curriculum,
    dates: DateOrder?
  ) throws(Findings) -> WrittenTimetable {
    let cells = Cells(table, names: table.columns.map(name))
    let reading = try DateReading(
      of: cells.all("date"),
      for: curriculum,
      chosen: dates
    )
    let times = try TimeReading(of: cells, dates: reading.order, for: curriculum)
    var findings = Findings()
    let rows = table.rows.compactMap { row -> Row? in
      guard let session = cells["session", row] else { return nil }
      let place = cells.place(row)
      var moment = cells["starts-at", row].flatMap { WrittenDate.moment($0, in: curriculum.zone) }
      if let written = cells["date", row] {
        let date = WrittenDate.date(written, reading.order)
        if date == nil { findings.unreadable("day", written, "2026-03-24", at: place) }
        moment = date.map { ($0, moment?.minutes ?? -1) }
      }
      var start = moment.flatMap { $0.minutes < 0 ? nil : $0.minutes }
      if let written = cells["start", row] {
        start = WrittenDate.time(written, countsParts: times.countsParts)
        if start == nil, let time = WrittenDate.timeOfNextDay(written) {
          findings.error(
            at: place,
            "'\(written.visible)' is not a time: after midnight the clock begins anew",
            remedy: "write \(time), and the day after under 'date'"
          )
        } else if start == nil {
          findings.unreadable("time", written, "10:30", at: place)
        }
      }
      if moment == nil, cells["date", row] == nil, let written = cells["starts-at", row] {
        findings.unreadable("moment", written, "2026-03-24T10:30:00-04:00", at: place)
      }
      var others: [String: String] = [:]
      for name in otherColumns { others[name] = cells[name, row] }
      return Row(
        session: session,
        span: WrittenSpan(
          date: moment?.date,
          start: start,
          end: cells["end", row].flatMap {
            WrittenDate.time($0, countsParts: times.countsParts)
          },
          in: curriculum
        ),
        room: cells["room", row],
        trainers: (cells["trainers", row] ?? "").split { $0 == ";" || $0 == "," || $0 == "|" }
          .map { String($0).trimmed }.filter { !$0.isEmpty },
        others: others,
        location: place
      )
    }
    guard !findings.hasErrors else { throw findings }
    return WrittenTimetable(
      file: table.file,
      rows: rows,
      leavesOpen: (!cells.has("room"), !cells.has("trainers")),
      readings: [reading.note, times.note].compactMap(\.self)
    )
  }
}

/// The cells of a table by the names of its columns.
private struct Cells {
  let table: Table
  private let columns: [String: Int]

  init(_ table: Table, names: [String]) {
    self.table = table
    columns = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// Whether there is a column.
  func has(_ name: String) -> Bool { columns[name] != nil }

  /// The text of a cell; `nil` where it is empty or there is no such column.
  subscript(_ name: String, _ row: Table.Row) -> String? {
    guard let column = columns[name] else { return nil }
    let text = row.cells[column].trimmed
    return text.isEmpty ? nil : text
  }

  /// Where a row is.
  func place(_ row: Table.Row) -> Diagnostic.Location {
    Diagnostic.Location(file: table.file, line: row.number)
  }

  /// The texts of a column with their places.
  func all(_ name: String) -> [(text: String, place: Diagnostic.Location)] {
    table.rows.compactMap { row in self[name, row].map { ($0, place(row)) } }
  }
}

/// Whether `0.25` is a quarter of the day in a table.
private struct TimeReading {
  let countsParts: Bool
  /// How times were read, where two readings were possible.
  let note: String?

  init(of cells: Cells, dates: DateOrder, for curriculum: Curriculum) throws(Findings) {
    let times = cells.all("start") + cells.all("end")
    let open = times.filter { WrittenDate.canBePart($0.text) }
    let hasParts = times.contains { WrittenDate.isCertainlyPart($0.text) }
    let hasTimes = times.contains { time in
      !WrittenDate.canBePart(time.text) && !WrittenDate.isCertainlyPart(time.text)
    }
    guard let example = open.first, hasParts == hasTimes else {
      countsParts = hasParts
      note = nil
      return
    }
    func fits(_ countsParts: Bool) -> Bool {
      cells.table.rows.allSatisfy { row in
        guard let text = cells["start", row], WrittenDate.canBePart(text),
          let written = cells["date", row], let date = WrittenDate.date(written, dates),
          let minutes = WrittenDate.time(text, countsParts: countsParts)
        else { return true }
        let (day, start) = curriculum.counted(date, minutes)
        return curriculum.blocks.contains { $0.date == day && $0.contains(start) }
      }
    }
    let (parts, points) = (fits(true), fits(false))
    guard parts != points else {
      throw Findings(
        Diagnostic(
          .error,
          at: example.place,
          "'\(example.text.visible)' can be a part of the day or a time of the clock",
          remedy: "give the column the format of a time, or write it as 06:00"
        )
      )
    }
    countsParts = parts
    let shown = WrittenDate.time(example.text, countsParts: parts).map(clock) ?? ""
    note =
      "Times such as \(example.text) were read as \(shown), since that is in a block of the programme."
  }
}

extension Findings {
  fileprivate mutating func unreadable(
    _ what: String,
    _ text: String,
    _ example: String,
    at place: Diagnostic.Location
  ) {
    error(at: place, "'\(text.visible)' is not a \(what)", remedy: "write it as \(example)")
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
