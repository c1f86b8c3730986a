import ArgumentParser
import Diagnostics
import Foundation

/// A folder with `curricula`, `quizzes` and, once something was recorded, a markbook.
struct Workspace {
  /// The folder, as the user named it; "." for the current one.
  let folder: String
  /// The markbook's file.
  let markbook: String

  /// A path in the workspace, as it is shown to the user.
  func path(_ name: String) -> String {
    folder == "." ? name : folder + "/" + name
  }

  /// The curricula there are, sorted by path.
  func curricula() -> [String] {
    files(in: "curricula", below: false)
  }

  /// The quizzes there are, sorted by path.
  func quizzes() -> [String] {
    files(in: "quizzes", below: true)
  }

  /// The YAML files in a folder; hidden ones and links that lead elsewhere do not count.
  private func files(in name: String, below: Bool) -> [String] {
    let root = path(name)
    let manager = FileManager.default
    let names: [String]
    if below {
      names = manager.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    } else {
      names = (try? manager.contentsOfDirectory(atPath: root)) ?? []
    }
    return names.filter { name in
      !name.split(separator: "/").contains { $0.hasPrefix(".") }
        && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
    }.sorted().map { "\(root)/\($0)" }
  }
}

/// The options that say where a command works.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with 'curricula' and 'quizzes' (default: SEMINAR_WORKSPACE or here).",
      valueName: "folder"
    )
  )
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "The markbook's file (default: SEMINAR_MARKBOOK or markbook.sqlite in the workspace).",
      valueName: "file"
    )
  )
  var markbook: String?

  /// The workspace that the options and the environment name.
  func located() throws -> Workspace {
    let environment = ProcessInfo.processInfo.environment
    func setting(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    var folder = workspace ?? setting("SEMINAR_WORKSPACE") ?? "."
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    let target = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: target)[.type]
    guard type as? FileAttributeType == .typeDirectory else {
      throw Failure(
        .inputMissing,
        "the workspace '\(folder.visible)' is no folder",
        remedy: "name a folder with 'curricula' and 'quizzes' in it"
      )
    }
    let file = markbook ?? setting("SEMINAR_MARKBOOK")
    return Workspace(
      folder: folder,
      markbook: file ?? (folder == "." ? "markbook.sqlite" : folder + "/markbook.sqlite")
    )
  }
}
