import Coordination
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
    var lines = ["seminar: timetables and quizzes for training programmes", ""]
    if curricula.isEmpty, quizzes.isEmpty {
      lines += [
        "\(place) has no 'curricula' and no 'quizzes'.",
        "",
        "Next:",
        "  seminar init                     create a small workspace to start from",
        "  seminar demo                     see the whole cycle in a temporary folder",
        "  seminar --help                   all commands",
        "  seminar --workspace FOLDER       use another folder",
      ]
    } else {
      lines.append("\(place) has")
      lines += curricula.map { Self.line(forCurriculum: $0, in: workspace) }
      lines += Self.lines(forQuizzes: quizzes, in: workspace)
      lines += ["", "Next:"]
      // What has problems cannot be laid out.
      let readable = curricula.filter { (try? workspace.readProgramme($0)) != nil }
      if curricula.count == 1, readable.count == 1 {
        lines.append("  seminar timetable                make and show the timetable")
      } else if let first = readable.first {
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

  private static func line(forCurriculum path: String, in workspace: Workspace) -> String {
    let name = Workspace.name(of: path)
    do {
      switch try workspace.readProgramme(path).programme {
      case .dated(let curriculum):
        return "  the curriculum \(name): \(curriculum.sessions.counted("session")) in "
          + "\(curriculum.weeks.counted("week")) from \(curriculum.starts.spelled)"
      case .selfPaced(let programme):
        let open = programme.courses.filter { !$0.isAnnounced }
        return "  the programme \(name): \(open.counted("course")) on "
          + "\(programme.paths.counted("path")), at each participant's own pace"
      }
    } catch {
      return "  the curriculum \(name), which has problems: see 'seminar check \(path)'"
    }
  }

  /// What the person at the terminal should review; nothing when nothing is due.
  private static func review(in workspace: Workspace) -> [String] {
    guard let markbook = try? workspace.readableMarkbook(mayBeNew: true),
      let sitter = try? Sitter(as: nil, otherwise: Account.current.name, in: markbook),
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
    // A text to read is no question.
    let items = read.reduce(0) { sum, quiz in
      sum + quiz.items.count { $0.kind != .description }
    }
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
