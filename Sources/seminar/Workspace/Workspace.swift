import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Quizzes
import Records
import Terminal

/// A folder with `curricula`, `quizzes` and, once something was recorded, a markbook.
struct Workspace: WorkspaceContents {
  /// The folder, as the user named it; "." for the current one.
  let folder: String
  /// The markbook's file.
  let markbook: String
  /// Who named the markbook's file.
  var markbookOrigin: Setting.Origin = .standard
  /// The curriculum that counts where none is named.
  var chosenCurriculum: String?

  var now: Timestamp { .now }

  /// The same workspace for one who sits: the programme that the roster names counts, unless somebody chose
  /// another.
  func serving(_ sitter: Sitter) -> Workspace {
    guard chosenCurriculum == nil, case .participant(let participant, _) = sitter,
      let programme = participant.programme
    else { return self }
    var workspace = self
    workspace.chosenCurriculum = programme
    return workspace
  }

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

  func text(of path: String) throws -> SourceText {
    try TextFile.read(path)
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
      "The folder that contains 'curricula' and 'quizzes' (default: SEMINAR_WORKSPACE, else the "
        + "current folder).",
      valueName: "folder"
    ),
    completion: .directory
  )
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      "The markbook file (default: SEMINAR_MARKBOOK, else 'markbook.sqlite' in the workspace).",
      valueName: "file"
    ),
    completion: .file()
  )
  var markbook: String?

  @Option(
    name: .customLong("curriculum"),
    help: ArgumentHelp(
      "The curriculum to use, or one of its editions, as in security/2026 "
        + "(default: SEMINAR_CURRICULUM, else the only curriculum, in its current edition).",
      valueName: "name"
    ),
    completion: .curricula
  )
  var chosenCurriculum: String?

  // These are not a group in the group: each level makes the library check everything below several
  // times more often before it reads the arguments, where it was built for debugging.
  @Option(help: ColorOptions.help)
  var color: ColorOptions.When?

  @Flag(help: ColorOptions.opposite)
  var noColor = false

  /// Whether text is set off with colours.
  var colors: Style.Colors { ColorOptions.wanted(color, noColor: noColor) }

  /// The workspace that the options and the environment name.
  func located() throws -> Workspace {
    let folder = folderChoice.value
    let target = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: target)[.type]
    guard type as? FileAttributeType == .typeDirectory else {
      throw Failure(
        .inputMissing,
        "the workspace '\(folder.visible)' is not a folder",
        remedy: "name a folder with 'curricula' and 'quizzes' in it"
      )
    }
    let curriculum = curriculumChoice
    let markbook = markbookChoice(in: folder)
    let workspace = Workspace(
      folder: folder,
      markbook: markbook.value,
      markbookOrigin: markbook.origin,
      chosenCurriculum: curriculum.value.isEmpty ? nil : curriculum.value
    )
    if case .option = curriculum.origin { try workspace.checkNamedCurriculum() }
    return workspace
  }

  /// What the options and the environment come to, and which of them decides.
  var settings: [Setting] {
    let folder = folderChoice
    let file = markbookChoice(in: folder.value)
    return [
      Setting("workspace", Self.absolute(folder.value), from: folder.origin),
      Setting("markbook", Self.absolute(file.value), from: file.origin),
    ]
  }

  /// A path from the root.
  static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// The curriculum that counts where none is named, and who says so.
  func curriculum(in workspace: Workspace) -> Setting {
    let (name, origin) = curriculumChoice
    if !name.isEmpty { return Setting("curriculum", name, from: origin) }
    let running = workspace.programme()
    guard running != .unknown else {
      let count = workspace.curricula().count
      return Setting("curriculum", count == 0 ? "none" : "none of \(count)", from: .standard)
    }
    return Setting("curriculum", running.label, from: .standard)
  }

  private typealias Choice = (value: String, origin: Setting.Origin)

  private var curriculumChoice: Choice {
    Self.choice(chosenCurriculum, "--curriculum", .curriculum, else: "")
  }

  private var folderChoice: Choice {
    var (folder, origin) = Self.choice(workspace, "--workspace", .workspace, else: ".")
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    return (folder, origin)
  }

  private func markbookChoice(in folder: String) -> Choice {
    let standard = folder == "." ? "markbook.sqlite" : folder + "/markbook.sqlite"
    return Self.choice(markbook, "--markbook", .markbook, else: standard)
  }

  /// An option counts before a variable; one that is empty counts as not set.
  private static func choice(
    _ option: String?,
    _ name: String,
    _ variable: Setting.Variable,
    else standard: String
  ) -> Choice {
    if let option { return (option, .option(name)) }
    let value = ProcessInfo.processInfo.environment[variable.rawValue, default: ""]
    return value.isEmpty ? (standard, .standard) : (value, .variable(variable.rawValue))
  }
}
