import ArgumentParser
import Coordination
import Curricula
import Foundation
import Records

/// What the shell offers after Tab: names from the workspace that the line so far is about.
///
/// Pressing Tab writes nothing and prints no error: a name that cannot be read is not offered.
extension CompletionKind {
  /// The names of quizzes, and `week-01` and so on for the weeks of the programmes; where none begins as
  /// typed, the paths of quizzes.
  static let quizzes = names { workspace in
    let files = workspace.quizFiles()
    let names = Dictionary(grouping: files, by: \.shortName)
      .flatMap { short, same in same.count == 1 ? [short] : same.map(\.name) }
    return names.sorted() + weeks(of: workspace)
  } otherwise: { workspace, _ in
    workspace.quizzes()
  }

  /// The identifiers of the participants on the roster.
  static let participants = names { workspace in
    guard
      let markbook = try? Markbook(existing: workspace.markbook, for: .reading)
    else { return [] }
    defer { markbook.close() }
    return ((try? markbook.roster()) ?? []).map(\.id).sorted()
  }

  /// The names of the curricula, with their editions where there are several; where none begins as typed,
  /// the paths of YAML files.
  static let curricula = names {
    $0.curriculumNames
  } otherwise: { _, prefix in
    paths(prefix)
  }

  /// The editions that the markbook's records name, each after its curriculum.
  static let editions = names { workspace in
    guard
      let markbook = try? Markbook(existing: workspace.markbook, for: .reading)
    else { return [] }
    defer { markbook.close() }
    return ((try? markbook.programmes()) ?? []).filter { !$0.edition.isEmpty }.map(\.label)
  }

  /// The groups of the roster and of the curricula.
  static let groups = names { workspace in
    var groups = Set(
      workspace.curricula().flatMap { path in
        (try? workspace.curriculum(path).curriculum.groups.map(\.id)) ?? []
      }
    )
    if let markbook = try? Markbook(existing: workspace.markbook, for: .reading) {
      defer { markbook.close() }
      groups.formUnion(((try? markbook.roster()) ?? []).flatMap(\.groups))
    }
    return groups.sorted()
  }

  /// The sessions of the curriculum that counts.
  static let sessions = names { workspace in
    (try? workspace.curriculum(nil).curriculum.sessions.map(\.id)) ?? []
  }

  /// The numbers of the weeks of the programmes.
  static let weeks = names { workspace in
    (1..<(lastWeek(of: workspace) + 1)).map { "\($0)" }
  }

  /// The courses of the self-paced programme that counts.
  static let courses = names { workspace in
    switch try? workspace.readProgramme(nil).programme {
    case .selfPaced(let programme): programme.courses.map(\.id)
    case .dated, nil: []
    }
  }

  /// YAML files.
  static let yamlFiles = CompletionKind.file(extensions: ["yaml", "yml"])

  /// Offers names of the workspace that begin as typed.
  ///
  /// - Parameters:
  ///   - offered: The names.
  ///   - paths: What is offered where no name begins so, for what is typed. A shell that asks the program
  ///     for names does not complete paths by itself.
  /// - Returns: The kind of completion.
  private static func names(
    _ offered: @escaping @Sendable (Workspace) -> [String],
    otherwise paths: @escaping @Sendable (Workspace, _ prefix: String) -> [String] = { _, _ in [] }
  ) -> CompletionKind {
    .custom { words, _, prefix in
      let workspace = try? WorkspaceOptions(typed: words).located()
      let names = workspace.map(offered)?.filter { $0.hasPrefix(prefix) } ?? []
      guard let workspace, names.isEmpty, !prefix.isEmpty else { return names }
      return paths(workspace, prefix).filter { $0.hasPrefix(prefix) }
    }
  }

  /// The YAML files that a path as far as it is typed can mean: those in its folder, and those in folders
  /// there, since a shell would end the word after a folder that is offered.
  private static func paths(_ prefix: String) -> [String] {
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    let manager = FileManager.default
    func entries(_ folder: String) -> [String] {
      let path = folder.isEmpty ? "." : folder
      let names = (try? manager.contentsOfDirectory(atPath: path)) ?? []
      return names.filter { !$0.hasPrefix(".") }.sorted().map { folder + $0 }
    }
    func files(_ names: [String]) -> [String] {
      names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    }
    let here = entries(folder).filter { $0.hasPrefix(prefix) }
    return files(here) + here.prefix(pathLimit).flatMap { files(entries($0 + "/")) }
  }

  /// The most folders that are looked into for paths.
  private static var pathLimit: Int { 100 }

  private static func weeks(of workspace: Workspace) -> [String] {
    (1..<(lastWeek(of: workspace) + 1)).map { $0 < 10 ? "week-0\($0)" : "week-\($0)" }
  }

  /// The last week of the longest programme; 0 where there is none.
  private static func lastWeek(of workspace: Workspace) -> Int {
    workspace.curricula().compactMap { path in
      try? workspace.curriculum(path).curriculum.weeks
    }.max() ?? 0
  }
}

extension WorkspaceOptions {
  /// The options as far as a line that is being typed has them.
  fileprivate init(typed words: [String]) {
    self.init()
    workspace = Self.value(of: "--workspace", in: words)
    markbook = Self.value(of: "--markbook", in: words)
    chosenCurriculum = Self.value(of: "--curriculum", in: words)
  }

  private static func value(of option: String, in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word == option, index + 1 < words.count { return words[index + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }
}
