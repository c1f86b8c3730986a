import Coordination
import Curricula
import Diagnostics
import Foundation
import Glibc
import Records
import Terminal

/// This installation and one workspace, looked at without changing or making a file.
struct Installation {
  private let workspace: Workspace
  private var surveyor = Surveyor()
  /// How many files of a folder are looked at.
  private static let fileLimit = 20_000

  init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// Everything that was looked at, by topic.
  mutating func observations() -> [Observation] {
    var all = Self.program()
    all += Setting.strangers(among: ProcessInfo.processInfo.environment.keys)
    all += markbook() + neighbours() + drafts() + quizzes() + published() + disks()
    return all
  }

  private static func program() -> [Observation] {
    let parts = [
      "seminar \(Seminar.version)", "built with Swift \(compiler)",
      "SQLite \(Markbook.databaseVersion ?? "unknown")", "readline \(LineEditing.version)",
    ]
    let year = Zone.utc.wallClock(at: .now).date.components.year
    return [
      Observation(.ok, "program", parts.joined(separator: ", ")),
      ZoneDatabase.inUse.observation(in: year),
    ]
  }

  /// The release of the compiler, as far as it can be told.
  private static var compiler: String {
    #if compiler(>=6.4)
      "6.4 or newer"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  private mutating func markbook() -> [Observation] {
    let path = WorkspaceOptions.absolute(workspace.markbook)
    let reach = surveyor.reach(to: path)
    guard let file = reach.file else {
      return [Observation(.note, "markbook", "there is none yet; nothing was recorded")]
    }
    guard !file.isFolder, let bytes = Self.beginning(of: file.path) else {
      return [
        Observation(
          .problem,
          "markbook",
          "'\(path.visible)' cannot be read",
          remedy: "run this as \(file.ownerName.visible), who owns it, or name another file with "
            + "'--markbook'"
        )
      ]
    }
    guard let header = DatabaseHeader(bytes) else {
      return [
        Observation(
          .problem,
          "markbook",
          "'\(path.visible)' is not a SQLite file",
          remedy: "name another file with '--markbook', or restore a backup"
        )
      ]
    }
    return header.observations(logSize: Self.size(of: file.path + "-wal"))
      + (header.isMarkbook ? Observation.markbook(reach, runBy: geteuid()) : [])
  }

  /// What lies next to the markbook.
  private mutating func neighbours() -> [Observation] {
    let path = WorkspaceOptions.absolute(workspace.markbook)
    let real = Reach.realPath(of: path)
    let folder = NewFile.folder(of: real ?? path)
    let name = String((real ?? path).split(separator: "/").last ?? "")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().prefix(Self.fileLimit).compactMap { other -> Observation? in
      let leftover = Leftover.named(other, nextTo: name, isThere: real != nil)
      if let leftover { return leftover.observation(in: folder) }
      guard other != name, let facts = FileFacts(of: "\(folder)/\(other)"), !facts.isFolder,
        let bytes = Self.beginning(of: facts.path), DatabaseHeader(bytes)?.isMarkbook == true
      else { return nil }
      return Leftover.copy(facts).observation(in: folder)
    }
  }

  private mutating func quizzes() -> [Observation] {
    let files = workspace.quizzes().prefix(Self.fileLimit).map { surveyor.reach(to: $0) }
    let folder = WorkspaceOptions.absolute(workspace.path("quizzes"))
    let names = Reach.realPath(of: workspace.markbook).flatMap(Markbook.identifiers(peekingInto:))
    let accounts = (names ?? []).compactMap(AccountFacts.init(named:))
    var observations = Observation.keys(files, in: folder, participants: accounts)
    if !files.isEmpty, FileManager.default.fileExists(atPath: workspace.path(".git")) {
      observations.append(
        Observation(
          .note,
          "right answers",
          "the workspace is a Git repository: everybody who can fetch it can read the right answers",
          remedy: "keep quizzes that count in a workspace that is not shared"
        )
      )
    }
    return observations
  }

  private mutating func published() -> [Observation] {
    let folder = WorkspaceOptions.absolute(workspace.path("published"))
    let walk = FileManager.default.enumerator(atPath: folder)
    let names = (walk?.compactMap { $0 as? String } ?? []).prefix(Self.fileLimit)
    let drafts = names.filter(Self.isDraft)
    let files = names.filter { !drafts.contains($0) }.map { surveyor.reach(to: "\(folder)/\($0)") }
    return Observation.published(files.filter { $0.file?.isFolder == false }, in: folder)
      + drafts.map { Leftover.draft($0).observation(in: folder) }
  }

  /// What was left in the workspace where neither the markbook nor published files are.
  private func drafts() -> [Observation] {
    let manager = FileManager.default
    let markbook = NewFile.folder(
      of: Reach.realPath(of: workspace.markbook) ?? WorkspaceOptions.absolute(workspace.markbook)
    )
    let root = WorkspaceOptions.absolute(workspace.folder)
    let isKnown = Reach.realPath(of: root) == Reach.realPath(of: markbook)
    let top = isKnown ? [] : (try? manager.contentsOfDirectory(atPath: root)) ?? []
    let below = ["curricula", "quizzes"].flatMap { folder in
      (manager.enumerator(atPath: workspace.path(folder))?.compactMap { $0 as? String } ?? [])
        .prefix(Self.fileLimit).map { "\(folder)/\($0)" }
    }
    return (top.filter(Self.isDraft) + below.filter(Self.isDraft)).sorted().map {
      Leftover.draft($0).observation(in: root)
    }
  }

  /// Whether a path is one that only a program which broke off leaves behind.
  private static func isDraft(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return NewFile.isDraftName(name) || Leftover.isMarkbookDraft(name)
  }

  private func disks() -> [Observation] {
    let folders = [
      WorkspaceOptions.absolute(workspace.folder),
      NewFile.folder(
        of: Reach.realPath(of: workspace.markbook) ?? WorkspaceOptions.absolute(workspace.markbook)
      ),
    ].compactMap(Reach.realPath)
    return Set(folders).sorted().flatMap { folder in
      FileSystem(of: folder)?.observations(of: folder) ?? []
    }
  }

  /// The first bytes of an ordinary file; `nil` for others and for those that cannot be read.
  private static func beginning(of path: String) -> Data? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let handle = FileHandle(forReadingAtPath: path)
    else { return nil }
    return try? handle.read(upToCount: DatabaseHeader.size) ?? Data()
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
