internal import Curricula
internal import Diagnostics
internal import Publishing
internal import Quizzes
internal import Records

// Progress on paths for people.
extension PathProgress {
  /// What the report is about, in one line.
  var heading: String {
    let edition = programme.edition.isEmpty ? "" : ", \(programme.edition)"
    return "Progress: \(programme.title)\(edition)"
  }

  /// All participants with their paths.
  ///
  /// - Parameter width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80) -> String {
    var parts = [lines([heading, programme.zone.wording(of: now), ProgrammePaths.rule], width)]
    if rows.isEmpty {
      parts.append("There are no participants: import a roster with 'seminar roster import'.\n")
    } else {
      parts.append(sheet().lines(width: width, importance: Self.importance))
    }
    let remarks = remarks
    if !remarks.isEmpty { parts.append(lines(remarks, width)) }
    return parts.joined(separator: "\n")
  }

  /// One participant with all courses that matter.
  public func text(of row: Row, width: Int = 80) -> String {
    [
      lines(["\(row.participant.name) (\(row.participant.id))", heading], width),
      sheet(of: row).lines(width: width, importance: Self.courseImportance),
      lines(sentences(on: row), width),
    ].joined(separator: "\n")
  }

  /// All participants as a self-contained HTML page.
  ///
  /// - Parameter notes: What is said of the record that it comes from.
  /// - Returns: The page.
  public func page(notes: KeyValuePairs<String, String> = [:]) -> String {
    var sections: [ReportPage.Section] = [
      rows.isEmpty
        ? .init("Participants", paragraphs: ["There are no participants."])
        : .init("Participants", paragraphs: remarks, tables: [sheet()])
    ]
    sections += programme.paths.compactMap(section)
    return page(heading, sections, notes)
  }

  /// One participant as a self-contained HTML page, with nothing about anybody else.
  public func page(of row: Row, notes: KeyValuePairs<String, String> = [:]) -> String {
    page(
      "\(row.participant.name) (\(row.participant.id))",
      [.init("Courses", paragraphs: sentences(on: row), tables: [sheet(of: row)])],
      notes
    )
  }

  private func page(
    _ title: String,
    _ sections: [ReportPage.Section],
    _ notes: KeyValuePairs<String, String>
  ) -> String {
    ReportPage(
      title: title,
      lead: ["As of \(programme.zone.wording(of: now)).", ProgrammePaths.rule]
        + [programme.proposal].compactMap(\.self),
      sections: sections,
      notes: notes.map { "\($0.key): \($0.value)" }
    ).html
  }

  /// How many have done each course of a path; nothing where nobody follows it.
  private func section(on path: LearningPath) -> ReportPage.Section? {
    let followers = rows.filter { $0.paths.contains { $0.path.id == path.id } }
    guard !followers.isEmpty else { return nil }
    let bars = path.steps.compactMap { step -> (name: String, count: Int)? in
      guard let index = programme.courses.firstIndex(where: { $0.id == step.course }) else {
        return nil
      }
      return (step.course, followers.count { $0.states[index].isDone })
    }
    return .init(
      path.title,
      paragraphs: ["\(followers.counted("participant"))."],
      bars: [BarPicture(title: "Participants who have done each course", bars: bars)]
    )
  }

  /// A sentence for each path of a participant.
  private func sentences(on row: Row) -> [String] {
    guard !row.paths.isEmpty else {
      return ["\(row.participant.name) follows no path; a path is a group on the roster."]
    }
    return row.paths.map { standing in
      let count = "\(standing.done) of \(standing.required.counted("required course"))"
      if let day = standing.completed {
        return "\(standing.path.title): complete since \(CivilDate(day)?.spelled ?? day)."
      }
      let left = standing.left.map { "; \($0) left" } ?? ""
      let next = standing.next.map { "; next: \($0.name)" } ?? ""
      return "\(standing.path.title): \(count)\(left)\(next)."
    }
  }

  /// Who follows no path, and what was left out.
  private var remarks: [String] {
    let lost = rows.filter(\.paths.isEmpty).map(\.participant.id)
    return [
      lost.isEmpty
        ? nil
        : "On no path: \(lost.joined(separator: ", ")). A path is a group on the roster: "
          + "\(programme.paths.map(\.id).joined(separator: ", ")).",
      unreadable.isEmpty
        ? nil : "Left out, because they have problems: \(unreadable.joined(separator: ", ")).",
    ].compactMap(\.self)
  }

  private func lines(_ paragraphs: [String], _ width: Int) -> String {
    paragraphs.flatMap { $0.visible.wrapped(to: width) }.map { $0 + "\n" }.joined()
  }
}
