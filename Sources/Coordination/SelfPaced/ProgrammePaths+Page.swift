public import Curricula
internal import Diagnostics
internal import Publishing

extension ProgrammePaths {
  /// The paths with their courses as a self-contained HTML page.
  public func page() -> String {
    page(titled: heading, [summary, Self.rule], sections)
  }

  /// A part for each path, and one for the courses on none.
  var sections: [ReportPage.Section] {
    let rest =
      unplaced.isEmpty
      ? []
      : [ReportPage.Section("On no path", tables: [table("Courses", unplaced.map { ($0, false) })])]
    return programme.paths.map(section) + rest
  }

  /// One path as a self-contained HTML page.
  public func page(of path: LearningPath) -> String {
    page(titled: path.title, [heading, Self.rule], [section(of: path)])
  }

  private func page(
    titled title: String,
    _ lead: [String],
    _ sections: [ReportPage.Section]
  ) -> String {
    ReportPage(
      title: title,
      lead: lead + [programme.proposal].compactMap(\.self),
      sections: sections,
      notes: []
    ).html
  }

  private func section(of path: LearningPath) -> ReportPage.Section {
    let steps = path.steps.compactMap { step in
      programme.course(step.course).map { ($0, step.isOptional) }
    }
    let audience = path.audience.map { "For \($0). " } ?? ""
    return .init(
      path.title,
      paragraphs: ["\(audience)\(measure(of: path))."],
      tables: [table("Courses of the path", steps)]
    )
  }

  private func table(_ title: String, _ steps: [(Course, Bool)]) -> Sheet {
    var sheet = Sheet(
      title,
      columns: [.init("Course"), .init("Id"), .init("Time"), .init("Remarks")],
      zone: programme.zone
    )
    for (course, isOptional) in steps {
      sheet.append([
        .text(course.name), .text(course.id), .text(course.length?.description ?? ""),
        .text(remarks(on: course, isOptional: isOptional).joined(separator: "; ")),
      ])
    }
    return sheet
  }
}
