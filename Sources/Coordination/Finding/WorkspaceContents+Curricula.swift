public import Curricula
public import Diagnostics
internal import Foundation

extension WorkspaceContents {
  /// The path of a curriculum by its name, by its path, or the only one there is.
  ///
  /// - Throws: ``UnknownName``.
  public func path(ofCurriculum name: String?) throws(UnknownName) -> String {
    let paths = curricula()
    guard let name else {
      if paths.count == 1 { return paths[0] }
      throw paths.isEmpty
        ? .noCurriculum(in: path("curricula")) : .oneOfCurricula(curriculumNames)
    }
    if name == "-" || name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return name
    }
    if let path = paths.first(where: { Self.name(of: $0) == name }) { return path }
    throw .curriculum(name, among: curriculumNames, folder: path("curricula"))
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

  /// The names of the curricula, in the order of their paths.
  var curriculumNames: [String] {
    curricula().map(Self.name(of:))
  }

  /// The zone of the only curriculum, else UTC.
  public var zone: Zone {
    guard curricula().count == 1 else { return .utc }
    return (try? curriculum(nil).curriculum.zone) ?? .utc
  }

  /// The name of a curriculum's or a quiz's file, without its folder and ending.
  public static func name(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }
}
