import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation

/// `seminar init`: a small workspace to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a small workspace to start from.",
    discussion: """
      Writes a curriculum and a quiz, with comments that explain them, and a roster. Existing files
      are never overwritten.

      Examples:
        seminar init
        seminar init my-workspace
      """
  )

  @Argument(help: "The folder; it is created if it does not exist.")
  var folder = "."

  @OptionGroup var colors: ColorOptions

  func run() throws {
    let starter = StarterWorkspace(on: Zone.utc.wallClock(at: .now).date)
    let paths = try starter.write(into: folder)
    let width = paths.map(\.count).max() ?? 0
    let lines = zip(paths, starter.files).map { path, file in
      "  \(path.padding(toLength: width, withPad: " ", startingAt: 0))  \(file.purpose)"
    }
    let place = folder == "." ? [] : ["  cd \(ShellWords.quoted(folder))"]
    let next =
      place + [
        "  seminar check                        look for problems in the files",
        "  seminar timetable                    make and show the timetable",
        "  seminar roster import roster.csv     import the participants",
        "  seminar quiz welcome --as p01        sit the quiz as the first participant",
        "  seminar publish                      write pages and calendars",
      ]
    try Output.standard.write(
      (["Wrote \(paths.counted("file")):"] + lines + ["", "Next:"] + next).joined(separator: "\n")
        + "\n"
    )
  }
}

extension StarterWorkspace {
  /// Writes all files, or none where one of them, or another workspace, is there already.
  ///
  /// - Parameter folder: The folder, which is made if there is none.
  /// - Returns: The paths of the files.
  /// - Throws: `Failure` when a file cannot be written.
  func write(into folder: String) throws -> [String] {
    let name = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let workspace = Workspace(folder: name, markbook: "")
    let paths = files.map { workspace.path($0.path) }
    let others = workspace.curricula() + workspace.quizzes()
    // A link that leads nowhere also has the name.
    let isThere = { (path: String) in
      (try? FileManager.default.attributesOfItem(atPath: path)) != nil
    }
    if let path = (paths.filter(isThere) + others).first {
      throw Failure(
        .cannotCreate,
        "there is a file '\(path.visible)' already; nothing was written",
        remedy: "name a new folder, as in 'seminar init my-workspace'"
      )
    }
    for (file, path) in zip(files, paths) {
      do {
        try NewFile.makeFolders(NewFile.folder(of: path))
      } catch {
        throw TextFile.unwritten(path, error, option: nil)
      }
      try TextFile.write(file.text, to: path, replacing: false, option: nil)
    }
    return paths
  }
}
