internal import Curricula
internal import Diagnostics
internal import Publishing

extension CurriculumOutline {
  /// The outline as a self-contained HTML page.
  ///
  /// - Parameter showsNotes: Whether the notes for facilitators are shown too.
  /// - Returns: The page.
  public func page(showsNotes: Bool = false) -> String {
    var sections = parts.map { section(of: $0, showsNotes) }
    if !themes.isEmpty {
      sections.append(.init(tableTitle, tables: [letters(), places()], grids: [grid]))
    }
    sections.append(
      gaps.isEmpty
        ? .init("Gaps", paragraphs: ["No gaps."])
        : .init("Gaps", lists: [.init("What is missing", gaps.map(\.words))])
    )
    return ReportPage(
      title: heading,
      lead: [summary] + [curriculum.proposal].compactMap(\.self),
      sections: sections,
      notes: [
        "An outcome counts as tested if a quiz has items of its module on one of its themes."
      ]
    ).html
  }

  /// The themes by weeks as a picture in Scalable Vector Graphics.
  public var svg: String { grid.svg }

  private func section(of part: Part, _ showsNotes: Bool) -> ReportPage.Section {
    var lists: [ReportPage.List] = []
    func add(_ title: String, _ entries: [String]) {
      if !entries.isEmpty { lists.append(.init(title, entries)) }
    }
    add(
      "Outcomes: a participant can",
      part.outcomes.map { "\($0.mark) \($0.outcome.text) (\(sentence(on: $0)))" }
    )
    add("Sessions", part.sessions.map { "\($0.id) \($0.title) (\($0.outline))" })
    add("Not held in this edition", part.notHeld.map(\.titled))
    add("To read", part.readings)
    add("Before the sessions", part.before)
    if showsNotes { add("Notes for facilitators", part.notes) }
    return .init(part.heading, lists: lists)
  }

  /// What the picture shows, as a table.
  private func letters() -> Sheet {
    var sheet = Sheet(
      tableTitle,
      columns: [.init("Theme")] + columns.map { .init($0.title) },
      zone: curriculum.zone
    )
    for covered in themes {
      sheet.append([.text(covered.theme.named)] + covered.cells.map { .text($0.words) })
    }
    return sheet
  }

  private func places() -> Sheet {
    var sheet = Sheet(
      "Where each theme is taught and tested",
      columns: [.init("Theme"), .init("Minutes", .number), .init("Sessions"), .init("Tests")],
      zone: curriculum.zone
    )
    for covered in themes {
      sheet.append([
        .text(covered.theme.named), .number(covered.minutes),
        .text(covered.sessions.joined(separator: ", ")), .text(Test.sentence(covered.tests)),
      ])
    }
    return sheet
  }

  private var grid: GridPicture {
    GridPicture(
      title: "\(tableTitle): \(curriculum.title)",
      left: "minutes taught",
      right: "items in quizzes",
      columns: columns.map(\.label),
      rows: themes.map { covered in
        GridPicture.Row(
          name: covered.theme.named,
          cells: covered.cells.map { .init(left: $0.minutes, right: $0.graded + $0.practice) }
        )
      }
    )
  }
}

extension CurriculumOutline.ThemeCoverage.Cell {
  /// What there is, in words; nothing where there is nothing.
  fileprivate var words: String {
    [
      minutes > 0 ? minutes.counted("minute") : nil,
      graded > 0 ? "\(graded) graded" : nil,
      practice > 0 ? "\(practice) practice" : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }
}
