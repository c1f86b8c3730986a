internal import Curricula
internal import Diagnostics
internal import Foundation
internal import Publishing
internal import Quizzes
internal import Records
internal import Statistics

extension ProgrammeProgress {
  /// The whole programme as a self-contained HTML page.
  ///
  /// - Parameter notes: What is said of the record that it comes from.
  /// - Returns: The page.
  public func page(notes: KeyValuePairs<String, String> = [:]) -> String {
    var sections: [ReportPage.Section] = [
      .init("Participants by weeks", tables: rows.isEmpty ? [] : [states()])
    ]
    if rows.isEmpty { sections[0].paragraphs = ["There are no participants."] }
    if let rule {
      sections.append(
        .init("Who passes", paragraphs: rule.sentences(in: zone), tables: [passList()])
      )
    }
    if !due.isEmpty { sections.append(.init("Not sat yet", paragraphs: due)) }
    if !columns.isEmpty {
      sections.append(
        .init(
          "Quizzes",
          tables: [rounded(weeks()).withoutEmptyColumns],
          bars: columns.indices.compactMap(bars)
        )
      )
    }
    if let gain { sections.append(.init("Gain", paragraphs: [gain.sentence])) }
    return ReportPage(
      title: heading,
      lead: ["As of \(zone.wording(of: now))."] + [curriculum.proposal].compactMap(\.self),
      sections: sections,
      notes: notes.map { "\($0.key): \($0.value)" }
    ).html
  }

  /// One quiz as a self-contained HTML page.
  public func page(ofColumn index: Int, notes: KeyValuePairs<String, String> = [:]) -> String {
    let (column, figures) = (columns[index], figures(of: index))
    var sections: [ReportPage.Section] = [
      .init(
        "Scores",
        paragraphs: [figures.sentence] + [figures.spread].compactMap(\.self),
        bars: [bars(of: index)].compactMap(\.self)
      )
    ]
    let waiting = due(at: index)
    if !waiting.isEmpty { sections.append(.init("Not sat yet", paragraphs: waiting)) }
    return ReportPage(
      title: column.quiz.title,
      lead: [heading, "As of \(zone.wording(of: now))."],
      sections: sections,
      notes: notes.map { "\($0.key): \($0.value)" }
    ).html
  }

  /// One participant as a self-contained HTML page, with nothing about anybody else.
  public func page(of row: Row, notes: KeyValuePairs<String, String> = [:]) -> String {
    let missed = zip(columns, row.cells).compactMap { column, cell -> String? in
      guard let items = cell.attempts.last(where: \.isSubmitted)?.missed, !items.isEmpty else {
        return nil
      }
      let names = items.map { $0.item + ($0.source.map { " (\($0))" } ?? "") }
      return "\(column.quiz.title): \(names.joined(separator: "; "))"
    }
    var sections: [ReportPage.Section] = [
      .init("Quizzes", tables: [inWords(sheet(of: row), row).withoutEmptyColumns]),
      .init("Result", paragraphs: verdict(of: row)),
    ]
    if !missed.isEmpty {
      sections.append(.init("Not fully right in the last attempt", paragraphs: missed))
    }
    return ReportPage(
      title: "\(row.participant.name) (\(row.participant.id))",
      lead: [heading, "As of \(zone.wording(of: now))."],
      sections: sections,
      notes: notes.map { "\($0.key): \($0.value)" }
    ).html
  }

  /// The table of a participant with the states as people say them.
  private func inWords(_ sheet: Sheet, _ row: Row) -> Sheet {
    var shown = Sheet(sheet.title, columns: sheet.columns, zone: sheet.zone)
    let state = sheet.columns.firstIndex { $0.name == "state" }
    for (cells, cell) in zip(sheet.rows, row.cells) {
      var cells = cells
      if let state { cells[state] = .text(cell.state.words) }
      shown.append(cells)
    }
    return shown
  }

  /// A column for each quiz, with words.
  private func states() -> Sheet {
    var sheet = Sheet(
      "State and score in percent",
      columns: [.init("Participant"), .init("Id")]
        + columns.map { column in
          .init(column.week.map { "Week \($0): \(column.shortName)" } ?? column.shortName)
        },
      zone: zone
    )
    for row in rows {
      let cells = row.cells.map { cell -> Sheet.Cell in
        let until = cell.isDue ? cell.until.map { " until \(short($0))" } ?? "" : ""
        let percent = cell.percent.map { " \($0.rounded(places: 1))\u{A0}%" } ?? ""
        return .text(cell.state.words + percent + until)
      }
      sheet.append([.text(row.participant.name), .text(row.participant.id)] + cells)
    }
    return sheet
  }

  private func short(_ time: Timestamp) -> String {
    let (date, minutes) = zone.wallClock(at: time.date)
    return "\(date) \(TimeOfDay(minutes: minutes)?.description ?? "")"
  }

  private func passList() -> Sheet {
    var sheet = Sheet(
      "Pass list",
      columns: [
        .init("Participant"), .init("Id"), .init("Mean", .number), .init("Attendance", .number),
        .init("Result"), .init("Why"),
      ],
      zone: zone
    )
    for row in rows {
      guard let verdict = row.verdict else { continue }
      let near = verdict.isNearMinimum ? ["within one standard error of the minimum"] : []
      sheet.append([
        .text(row.participant.name), .text(row.participant.id), Sheet.Cell(verdict.mean),
        Sheet.Cell(row.attendance?.percent), .text(verdict.outcome.words),
        .text((verdict.reasons.map(\.words) + near).joined(separator: "; ")),
      ])
    }
    return sheet
  }

  /// Numbers with two digits after the point at most.
  func rounded(_ sheet: Sheet) -> Sheet {
    var shown = Sheet(sheet.title, columns: sheet.columns, zone: sheet.zone)
    for row in sheet.rows {
      shown.append(
        row.map { cell in
          switch cell {
          case .number, .parts: Sheet.Cell(cell.decimal.map { Rational(exactly: $0) })
          case .empty, .text, .whole, .instant, .flag: cell
          }
        }
      )
    }
    return shown
  }

  private func bars(of index: Int) -> BarPicture? {
    let figures = figures(of: index)
    guard figures.scores.count > 0 else { return nil }
    return BarPicture(
      title: "\(columns[index].quiz.title): scores in percent",
      bars: figures.histogram.enumerated().map { (WeekFigures.name(ofPart: $0), $1) }
    )
  }
}
