internal import Curricula
internal import Foundation
public import Publishing

extension ProgrammePaths {
  /// A row for each course on each path, and for each course on none: a form that others rely on.
  public func sheet() -> Sheet {
    var sheet = Sheet(
      programme.title,
      columns: [
        .init("path"), .init("position", .number), .init("course"), .init("number", .number),
        .init("title"), .init("least-hours", .number), .init("most-hours", .number),
        .init("optional", .flag), .init("announced", .flag), .init("needs"), .init("audience"),
        .init("entry"), .init("quizzes"),
      ],
      zone: programme.zone
    )
    for path in programme.paths {
      for (index, step) in path.steps.enumerated() {
        guard let course = programme.course(step.course) else { continue }
        sheet.append([.text(path.id), .number(index + 1)] + cells(of: course, step.isOptional))
      }
    }
    for course in unplaced { sheet.append([.empty, .empty] + cells(of: course, false)) }
    return sheet
  }

  private func cells(of course: Course, _ isOptional: Bool) -> [Sheet.Cell] {
    [
      .text(course.id), Sheet.Cell(course.number), Sheet.Cell(course.title),
      Sheet.Cell(course.length?.leastHours), Sheet.Cell(course.length?.mostHours),
      .flag(isOptional), .flag(course.isAnnounced),
      .text(course.needs.map { $0.anyOf.joined(separator: "|") }.joined(separator: "; ")),
      Sheet.Cell(course.audience), Sheet.Cell(course.entry),
      .text((quizzes[course.id] ?? []).joined(separator: " ")),
    ]
  }

  /// The programme as a JSON document, version 1.
  public var json: String { Document(self).document }
}

extension StudyTime {
  /// The least in hours.
  var leastHours: Decimal { Self.hours(least) }
  /// The most in hours.
  var mostHours: Decimal { Self.hours(most) }

  /// Hours with at most two digits after the point.
  private static func hours(_ minutes: Int) -> Decimal {
    Decimal((minutes * 100 + 30) / 60) / 100
  }
}

/// The form of the document.
private struct Document: Encodable {
  let format = "seminar-paths"
  let version = 1
  let curriculum, edition, title: String
  let proposal: String?
  let courses: [Unit]
  let paths: [Path]

  private enum CodingKeys: CodingKey {
    case format, version, curriculum, edition, title, proposal, courses, paths
  }

  struct Unit: Encodable {
    let course: String
    let number: Int?
    let title: String?
    let leastMinutes, mostMinutes: Int?
    let announced: Bool
    let audience, entry: String?
    let themes: [String]
    let needs: [[String]]
    let quizzes: [String]
  }

  struct Path: Encodable {
    let path, title: String
    let audience: String?
    let courses: [Step]
  }

  struct Step: Encodable {
    let course: String
    let optional: Bool
  }
}

extension Document {
  fileprivate init(_ listing: ProgrammePaths) {
    let programme = listing.programme
    curriculum = programme.id
    edition = programme.edition
    title = programme.title
    proposal = programme.proposal
    courses = programme.courses.map { course in
      Unit(
        course: course.id,
        number: course.number,
        title: course.title,
        leastMinutes: course.length?.least,
        mostMinutes: course.length?.most,
        announced: course.isAnnounced,
        audience: course.audience,
        entry: course.entry,
        themes: course.themes,
        needs: course.needs.map(\.anyOf),
        quizzes: listing.quizzes[course.id] ?? []
      )
    }
    paths = programme.paths.map { path in
      Path(
        path: path.id,
        title: path.title,
        audience: path.audience,
        courses: path.steps.map { Step(course: $0.course, optional: $0.isOptional) }
      )
    }
  }
}
