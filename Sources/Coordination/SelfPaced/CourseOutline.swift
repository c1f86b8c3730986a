public import Curricula
internal import Diagnostics
internal import Publishing

/// What a self-paced programme teaches and tests: its paths, the outcomes and readings of its courses, which
/// quizzes test them, and what is missing.
public struct CourseOutline: Sendable {
  /// The programme.
  public let programme: SelfPacedProgramme
  let paths: ProgrammePaths
  /// The quizzes with items of each course, in the order of the courses.
  let tests: [[CurriculumOutline.Test]]
  let unreadable: [String]

  /// Reads a programme with its quizzes.
  ///
  /// - Parameters:
  ///   - programme: The programme.
  ///   - workspace: Where its quizzes are.
  public init(of programme: SelfPacedProgramme, in workspace: any WorkspaceContents) {
    let items = TestedItems(of: programme.id, in: workspace)
    self.programme = programme
    paths = ProgrammePaths(of: programme, in: workspace)
    tests = programme.courses.map { items.testing(module: $0.id) }
    unreadable = items.unreadable
  }

  /// What is missing, each in a sentence.
  public var gaps: [String] {
    let open = programme.courses.indices.filter { !programme.courses[$0].isAnnounced }
    let untested = open.filter { !tests[$0].contains(where: \.isGraded) }
    let silent = open.filter { programme.courses[$0].guidance.outcomes.isEmpty }
    func names(_ indices: [Int]) -> String {
      indices.map { programme.courses[$0].id }.joined(separator: ", ")
    }
    return [
      unreadable.isEmpty
        ? nil
        : "These quizzes have problems and are left out: \(unreadable.joined(separator: ", ")).",
      untested.isEmpty
        ? nil
        : "\(untested.counted("course")) \(untested.count.agreeing("has", "have")) no graded quiz, and "
          + "\(untested.count.agreeing("is", "are")) done only when the coordinator records it: "
          + "\(names(untested)).",
      silent.isEmpty
        ? nil
        : silent.count == open.count
          ? "No course names outcomes; write them under 'outcomes' of each course."
          : "\(silent.counted("course")) \(silent.count.agreeing("names", "name")) no outcomes: \(names(silent)).",
      paths.unplaced.contains { !$0.isAnnounced } ? "Some courses are on no path." : nil,
    ].compactMap(\.self)
  }

  /// The courses of which there is more to say than their line on a path.
  var told: [Int] {
    programme.courses.indices.filter { index in
      !programme.courses[index].guidance.isEmpty || !tests[index].isEmpty
    }
  }
}

extension CourseOutline {
  /// The outline as text.
  ///
  /// - Parameters:
  ///   - width: The most columns of a line.
  ///   - showsNotes: Whether the notes for facilitators are shown too.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80, showsNotes: Bool = false) -> String {
    var lines: [String] = []
    for index in told {
      lines += [""] + programme.courses[index].name.visible.wrapped(to: width)
      for list in lists(of: index, showsNotes) {
        lines.append("  \(list.title)")
        lines += list.entries.flatMap { $0.visible.wrapped(to: width, indentedBy: "  - ") }
      }
    }
    lines += ["", gaps.isEmpty ? "No gaps." : "Gaps"]
    lines += gaps.flatMap { $0.wrapped(to: width, indentedBy: "- ") }
    return paths.text(width: width) + lines.map { $0 + "\n" }.joined()
  }

  /// The outline as a self-contained HTML page.
  ///
  /// - Parameter showsNotes: Whether the notes for facilitators are shown too.
  /// - Returns: The page.
  public func page(showsNotes: Bool = false) -> String {
    var sections = paths.sections
    sections.append(ReportPage.Section("Courses by paths", grids: [grid]))
    for index in told {
      sections.append(
        ReportPage.Section(programme.courses[index].name, lists: lists(of: index, showsNotes))
      )
    }
    let gaps = gaps
    sections.append(
      gaps.isEmpty
        ? ReportPage.Section("Gaps", paragraphs: ["No gaps."])
        : ReportPage.Section("Gaps", lists: [.init("What is missing", gaps)])
    )
    return ReportPage(
      title: paths.heading,
      lead: [paths.summary, ProgrammePaths.rule] + [programme.proposal].compactMap(\.self),
      sections: sections,
      notes: []
    ).html
  }

  /// The courses by paths as a picture in Scalable Vector Graphics.
  public var svg: String { grid.svg }

  private func lists(of index: Int, _ showsNotes: Bool) -> [ReportPage.List] {
    let guidance = programme.courses[index].guidance
    let lists: [(String, [String])] = [
      ("Outcomes: a participant can", guidance.outcomes.map(\.text)),
      ("To read", guidance.readings.map(\.words)), ("Before the course", guidance.before),
      ("Notes for facilitators", showsNotes ? guidance.notes : []),
      ("Tests", tests[index].map(\.words)),
    ]
    return lists.filter { !$0.1.isEmpty }.map { .init($0.0, $0.1) }
  }

  private var grid: GridPicture {
    GridPicture(
      title: "Courses by paths: \(programme.title)",
      left: "place on the path",
      right: "items in quizzes",
      columns: programme.paths.map(\.id),
      rows: programme.courses.indices.map { index in
        let course = programme.courses[index]
        let items = tests[index].reduce(0) { $0 + $1.items }
        return .init(
          name: course.name,
          cells: programme.paths.map { path in
            let place = path.steps.firstIndex { $0.course == course.id }
            return .init(left: place.map { $0 + 1 } ?? 0, right: place == nil ? 0 : items)
          }
        )
      }
    )
  }
}
