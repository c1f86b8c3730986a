import Curricula
import Diagnostics
import Foundation
import Quizzes

/// What is in a workspace, and what to do next.
struct Overview {
  let text: String

  init(of workspace: Workspace) {
    let curricula = workspace.curricula()
    let quizzes = workspace.quizzes()
    let place = workspace.folder == "." ? "This folder" : "The folder '\(workspace.folder)'"
    var lines = ["seminar: training programmes laid out into sessions, with quizzes", ""]
    if curricula.isEmpty, quizzes.isEmpty {
      lines += [
        "\(place) has no 'curricula' and no 'quizzes'.",
        "",
        "Next:",
        "  seminar --help                   all commands",
        "  seminar --workspace FOLDER       look into another folder",
      ]
    } else {
      lines.append("\(place) has")
      lines += curricula.map(Self.line(forCurriculum:))
      lines += Self.lines(forQuizzes: quizzes, in: workspace)
      lines += ["", "Next:"]
      if curricula.count == 1 {
        lines.append("  seminar timetable                lay the programme out")
      } else if let first = curricula.first {
        lines.append("  seminar timetable \(Workspace.name(of: first))")
      }
      lines += Self.review(in: workspace)
      lines += [
        "  seminar check                    look for problems in the files",
        "  seminar --help                   all commands",
      ]
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func line(forCurriculum path: String) -> String {
    let name = Workspace.name(of: path)
    do {
      let curriculum = try Curriculum.parse(TextFile.read(path)).curriculum
      return "  the curriculum \(name): \(curriculum.sessions.counted("session")) in "
        + "\(curriculum.weeks.counted("week")) from \(curriculum.starts.spelled)"
    } catch {
      return "  the curriculum \(name), which has problems: see 'seminar check \(path)'"
    }
  }

  /// What whoever is at the terminal should review; nothing when nothing is due.
  private static func review(in workspace: Workspace) -> [String] {
    guard let markbook = try? workspace.readableMarkbook(),
      let sitter = try? Sitter(as: nil, in: markbook),
      let due = try? DueItems(of: sitter, in: workspace, markbook, at: .now)
    else { return [] }
    let count = due.drawn().count
    guard count > 0 else { return [] }
    return ["  seminar review                   \(count.counted("item")) missed or due again"]
  }

  private static func lines(forQuizzes paths: [String], in workspace: Workspace) -> [String] {
    guard !paths.isEmpty else { return [] }
    let read = paths.compactMap { path -> Quiz? in
      var findings = Findings()
      return (try? TextFile.read(path)).flatMap { Quiz.parse($0, &findings) }
    }
    let items = read.reduce(0) { $0 + $1.items.count }
    var lines = [
      "  \(read.counted("quiz", "quizzes")) with "
        + items.counted("item")
    ]
    if read.count < paths.count {
      lines.append("  \((paths.count - read.count)) more with problems: see 'seminar check'")
    }
    return lines
  }
}
