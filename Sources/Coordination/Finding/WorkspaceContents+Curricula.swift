public import Curricula
public import Diagnostics
internal import Foundation
internal import Records

extension WorkspaceContents {
  /// The path of a curriculum by its name, by its path, or the only one there is.
  ///
  /// A name is that of the curriculum, with or without its edition: `security/2026`. Without one, it is the
  /// edition that runs. The name of the file counts where no curriculum has the name.
  ///
  /// - Throws: ``UnknownName``.
  public func path(ofCurriculum name: String?) throws(UnknownName) -> String {
    let paths = curricula()
    guard let name = name ?? chosenCurriculum else {
      if paths.count == 1 { return paths[0] }
      guard !paths.isEmpty else { throw .noCurriculum(in: path("curricula")) }
      let files = curriculumFiles()
      let isOne = Set(files.map(\.programme.curriculum)).count == 1
      if isOne, let running = files.running(on: today) { return running.path }
      throw .oneOfCurricula(curriculumNames)
    }
    if name == "-" || name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return name }
    let wanted = Programme(label: name)
    let own = curriculumFiles().filter { $0.programme.curriculum == wanted.curriculum }
    if name.contains("/") {
      let file = own.first { $0.programme.edition == wanted.edition }
      if let file { return file.path }
      guard !own.isEmpty else { return name }
      throw .edition(
        wanted.edition,
        of: wanted.curriculum,
        among: own.map(\.programme.edition).filter { !$0.isEmpty }
      )
    }
    if let running = own.running(on: today) { return running.path }
    if let path = paths.first(where: { Self.name(of: $0) == name }) { return path }
    throw .curriculum(name, among: curriculumNames, folder: path("curricula"))
  }

  /// The curricula's files with what they say they are.
  public func curriculumFiles() -> [CurriculumFile] {
    curricula().map { CurriculumFile(path: $0, text: try? text(of: $0).text) }
  }

  /// Reads a curriculum, also with warnings.
  ///
  /// - Parameters:
  ///   - name: Its name or path; `nil` for the only one.
  ///   - starts: Another day on which the programme begins.
  /// - Returns: The curriculum, and what deserves a look in it.
  /// - Throws: ``UnknownName``, what is wrong in the text, or why it cannot be read.
  public func curriculum(
    _ name: String?,
    starts: CivilDate? = nil
  ) throws -> (curriculum: Curriculum, warnings: Findings) {
    try Curriculum.parse(text(of: path(ofCurriculum: name)), starts: starts)
  }

  /// The names of the curricula, in the order of their paths; with the edition where there are several.
  public var curriculumNames: [String] {
    let programmes = curriculumFiles().map(\.programme)
    return programmes.map { programme in
      programmes.count { $0.curriculum == programme.curriculum } > 1
        ? programme.label : programme.curriculum
    }
  }

  /// The zone of the curriculum that was chosen, or is the only one, in the edition that runs; else the zone
  /// that all share, else UTC.
  public var zone: Zone {
    if let curriculum = try? curriculum(nil).curriculum { return curriculum.zone }
    if let programme = selfPaced(named: nil) { return programme.zone }
    let zones = Set(curricula().compactMap { try? curriculum($0).curriculum.zone })
    return zones.count == 1 ? zones.first ?? .utc : .utc
  }

  /// The name of a curriculum's or a quiz's file, without its folder and ending.
  public static func name(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }
}
