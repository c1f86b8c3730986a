internal import Curricula
internal import Foundation
public import Publishing
internal import Quizzes
internal import Records
internal import Statistics

// Progress as tables.
extension ProgrammeProgress {
  /// A row for each participant, with a state and a percentage for each quiz: a form that others rely on.
  public func matrix() -> Sheet {
    let names = ShortNames(Set(columns.map(\.name)))
    let quizzes = columns.flatMap { column -> [Sheet.Column] in
      [.init(names[column.name]), .init("\(names[column.name])-percent", .number)]
    }
    var sheet = Sheet(
      "Progress",
      columns: [.init("participant"), .init("name"), .init("group")] + quizzes + [
        .init("mean", .number), .init("attendance", .number), .init("result"),
        .init("near-minimum", .flag), .init("standard-error", .number), .init("reasons"),
      ],
      zone: zone
    )
    for row in rows {
      let verdict = row.verdict
      let cells = row.cells.flatMap { cell in
        [Sheet.Cell.text(cell.state.rawValue), Sheet.Cell(cell.percent, places: 6)]
      }
      sheet.append(
        [.text(row.participant.id), .text(row.participant.name), .text(row.participant.group)]
          + cells + [
            Sheet.Cell(verdict?.mean, places: 6), Sheet.Cell(row.attendance?.percent, places: 6),
            Sheet.Cell(verdict?.outcome.rawValue), Sheet.Cell(verdict?.isNearMinimum),
            Self.cell(verdict?.standardError),
            Sheet.Cell(verdict.map { $0.reasons.map(\.words).joined(separator: "; ") }),
          ]
      )
    }
    return sheet
  }

  /// The rows for research: under names that say nothing, and in their order.
  ///
  /// - Parameter anonymity: The names.
  /// - Returns: The table without the participants' own names.
  public func matrix(_ anonymity: Anonymity) -> Sheet {
    let table = matrix()
    let disguise = Disguise(table.columns, anonymity)
    var sheet = Sheet(table.title, columns: disguise.columns, zone: zone)
    let ordered = zip(rows, table.rows)
      .map { (name: anonymity.participant($0.participant.id), cells: disguise.row($1)) }
      .sorted { $0.name < $1.name }
    for row in ordered { sheet.append(row.cells) }
    return sheet
  }

  /// A short row for each participant, with a letter for each quiz.
  func lines() -> Sheet {
    let widths = columns.map(\.label.count)
    let heads = columns.map(\.label).joined(separator: " ")
    var sheet = Sheet(
      "Participants by weeks",
      columns: [
        .init("participant"), .init("name"), .init("group"),
        .init(heads.isEmpty ? "quizzes" : heads, isWhole: true), .init("mean", .number),
        .init("result"),
      ],
      zone: zone
    )
    for row in rows {
      let letters = zip(row.cells, widths).map { cell, width in
        cell.state.letter + String(repeating: " ", count: width - 1)
      }
      let verdict = row.verdict
      let flag = verdict?.isNearMinimum == true ? ", near the minimum" : ""
      sheet.append([
        .text(row.participant.id), .text(row.participant.name), .text(row.participant.group),
        .text(letters.joined(separator: " ")), Sheet.Cell(verdict?.mean),
        Sheet.Cell(verdict.map { $0.outcome.words + flag }),
      ])
    }
    return sheet
  }

  /// The columns of the short rows from the most important to the least.
  var importance: [String] {
    let heads = columns.map(\.label).joined(separator: " ")
    return ["participant", heads.isEmpty ? "quizzes" : heads, "result", "mean", "name", "group"]
  }

  /// A row for each quiz, or for one of them: a form that others rely on.
  public func weeks(only wanted: Int? = nil) -> Sheet {
    var sheet = Sheet(
      "Quizzes",
      columns: [
        .init("week", .number), .init("quiz"), .init("invited", .number),
        .init("started", .number), .init("submitted", .number), .init("passed", .number),
        .init("failed", .number), .init("waiting", .number), .init("excused", .number),
        .init("mean", .number), .init("median", .number), .init("deviation", .number),
        .init("lower-quartile", .number), .init("upper-quartile", .number),
        .init("least", .number), .init("greatest", .number), .init("standard-error", .number),
      ],
      zone: zone
    )
    let names = ShortNames(Set(columns.map(\.name)))
    for index in columns.indices where wanted == nil || wanted == index {
      let (column, figures) = (columns[index], figures(of: index))
      let scores = figures.scores
      sheet.append([
        Sheet.Cell(column.week), .text(names[column.name]), .number(figures.invited),
        .number(figures.started), .number(figures.submitted), .number(figures.passed),
        .number(figures.failed), .number(figures.waiting), .number(figures.excused),
        Self.cell(scores.mean), Self.cell(scores.median), Self.cell(scores.deviation),
        Self.cell(scores.lowerQuartile), Self.cell(scores.upperQuartile),
        Self.cell(scores.least), Self.cell(scores.greatest), Self.cell(column.standardError),
      ])
    }
    return sheet
  }

  /// The columns of the quizzes for a screen from the most important to the least.
  static let weekImportance = [
    "quiz", "invited", "submitted", "passed", "mean", "week", "median", "started", "deviation",
    "waiting", "failed", "excused",
  ]

  /// A row for each quiz at which a participant stands: a form that others rely on.
  public func sheet(of row: Row) -> Sheet {
    var sheet = Sheet(
      "Progress of \(row.participant.name)",
      columns: [
        .init("week", .number), .init("quiz"), .init("state", isWhole: true),
        .init("percent", .number),
        .init("pass", .number), .init("attempts", .number), .init("first", .number),
        .init("last", .number), .init("minutes", .number), .init("opens", .instant),
        .init("until", .instant), .init("missed"),
      ],
      zone: zone
    )
    let names = ShortNames(Set(columns.map(\.name)))
    for (column, cell) in zip(columns, row.cells) {
      let submitted = cell.attempts.filter(\.isSubmitted)
      let minutes = cell.attempts.reduce(0) { $0 + $1.millisecondsPresent }
      sheet.append([
        Sheet.Cell(column.week), .text(names[column.name]), .text(cell.state.rawValue),
        Sheet.Cell(cell.percent),
        Sheet.Cell(submitted.last?.passPercent ?? column.quiz.passPercent),
        .number(cell.attempts.count), Sheet.Cell(submitted.first?.percent),
        Sheet.Cell(submitted.last?.percent),
        cell.attempts.isEmpty ? .empty : .number(Decimal((minutes + 3_000) / 6_000) / 10),
        Sheet.Cell(cell.opens?.date), Sheet.Cell(cell.until?.date),
        .text((submitted.last?.missed ?? []).map(\.item).joined(separator: " ")),
      ])
    }
    return sheet
  }

  static func cell(_ value: Double?) -> Sheet.Cell {
    Sheet.Cell(value.flatMap { Decimal(string: $0.rounded(places: 6)) })
  }
}
