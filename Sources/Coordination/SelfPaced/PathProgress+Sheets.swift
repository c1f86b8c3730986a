internal import Curricula
internal import Diagnostics
internal import Foundation
public import Publishing
internal import Quizzes
internal import Records

extension PathProgress.State {
  /// The state in a form that others rely on.
  public var word: String {
    switch self {
    case .passed: "passed"
    case .recorded: "recorded"
    case .underWay: "under-way"
    case .notPassed: "not-passed"
    case .open: "open"
    case .locked: "locked"
    case .announced: "announced"
    }
  }

  /// The state for people.
  var words: String {
    switch self {
    case .passed(let day): "quiz passed on \(day.spelled)"
    case .recorded(let day): "recorded as done on \(CivilDate(day)?.spelled ?? day)"
    case .underWay: "quiz in progress"
    case .notPassed: "quiz not passed yet"
    case .open: "can be taken now"
    case .locked: "other courses come first"
    case .announced: "announced"
    }
  }
}

// Progress as tables.
extension PathProgress {
  /// A row for each participant on each path: a form that others rely on.
  public func sheet() -> Sheet {
    var sheet = Sheet(
      "Paths",
      columns: [
        .init("participant", isWhole: true), .init("name"), .init("path"), .init("done", .number),
        .init("required", .number), .init("optional", .number), .init("completed", isWhole: true),
        .init("least-hours-left", .number), .init("most-hours-left", .number), .init("next"),
      ],
      zone: programme.zone
    )
    for row in rows {
      let person: [Sheet.Cell] = [.text(row.participant.id), .text(row.participant.name)]
      if row.paths.isEmpty { sheet.append(person + Array(repeating: .empty, count: 8)) }
      for standing in row.paths {
        sheet.append(
          person + [
            .text(standing.path.id), .number(standing.done), .number(standing.required),
            .number(standing.optional), Sheet.Cell(standing.completed),
            Sheet.Cell(standing.left?.leastHours), Sheet.Cell(standing.left?.mostHours),
            Sheet.Cell(standing.next?.id),
          ]
        )
      }
    }
    return sheet
  }

  /// The columns of the table for a screen from the most important to the least.
  static let importance = [
    "participant", "path", "done", "required", "completed", "next", "name", "optional",
    "most-hours-left", "least-hours-left",
  ]

  /// A row for each course, for one participant: a form that others rely on.
  public func sheet(of row: Row) -> Sheet {
    var sheet = Sheet(
      "Courses of \(row.participant.name)",
      columns: [
        .init("course", isWhole: true), .init("title"), .init("paths"),
        .init("state", isWhole: true),
        .init("day", isWhole: true), .init("percent", .number), .init("quizzes"),
      ],
      zone: programme.zone
    )
    for index in programme.courses.indices {
      let (course, state) = (programme.courses[index], row.states[index])
      let paths = row.paths.filter { $0.path.steps.contains { $0.course == course.id } }
      guard !paths.isEmpty || state.isDone || row.percents[index] != nil else { continue }
      sheet.append([
        .text(course.id), .text(course.name), .text(paths.map(\.path.id).joined(separator: " ")),
        .text(state.word), Sheet.Cell(state.day), Sheet.Cell(row.percents[index]),
        .text((quizzes[course.id] ?? []).joined(separator: " ")),
      ])
    }
    return sheet
  }

  /// The columns of a participant's table for a screen from the most important to the least.
  static let courseImportance = ["course", "state", "day", "title", "percent", "paths", "quizzes"]
}
