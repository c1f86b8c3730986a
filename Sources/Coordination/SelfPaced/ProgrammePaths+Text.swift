internal import Curricula
internal import Diagnostics

// The paths for people at a terminal.
extension ProgrammePaths {
  /// The paths with their courses as text.
  ///
  /// - Parameter width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80) -> String {
    var lines = [heading, summary, Self.rule].flatMap { $0.visible.wrapped(to: width) }
    if let proposal = programme.proposal { lines += [""] + proposal.visible.wrapped(to: width) }
    let marks = programme.courses.map(\.id.displayWidth).max() ?? 0
    for path in programme.paths {
      let audience = path.audience.map { ", for \($0)" } ?? ""
      lines += [""] + "\(path.title) (\(path.id)\(audience))".visible.wrapped(to: width)
      lines += "\(measure(of: path)):".wrapped(to: width, indentedBy: "  ")
      for step in path.steps {
        guard let course = programme.course(step.course) else { continue }
        lines += self.lines(of: course, isOptional: step.isOptional, marks, width)
      }
    }
    if !unplaced.isEmpty {
      lines += ["", "On no path"]
      lines += unplaced.flatMap { self.lines(of: $0, isOptional: false, marks, width) }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(
    of course: Course,
    isOptional: Bool,
    _ marks: Int,
    _ width: Int
  ) -> [String] {
    let space = String(repeating: " ", count: max(0, marks - course.id.displayWidth))
    let time = course.length.map { ", \($0)" } ?? ""
    let remarks = remarks(on: course, isOptional: isOptional)
    let further = remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"
    return "\(course.name)\(time)\(further)".visible
      .wrapped(to: width, indentedBy: "  \(course.id)\(space)  ")
  }
}
