import Curricula
import Diagnostics
import Foundation
import Timetabling

extension Workspace {
  /// The path of a curriculum by its name, by its path, or the only one there is.
  func path(ofCurriculum name: String?) throws -> String {
    let paths = curricula()
    guard let name else {
      if paths.count == 1 { return paths[0] }
      guard paths.isEmpty else {
        let names = paths.map(Self.name(of:)).joined(separator: ", ")
        throw Failure(
          .usage,
          "there are \(paths.count) curricula here",
          remedy: "name one of them: \(names)"
        )
      }
      throw Failure(
        .inputMissing,
        "there is no curriculum in '\(path("curricula"))'",
        remedy: "write one, or go to a folder that has one, or name it with '--workspace'"
      )
    }
    if name == "-" || name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return name
    }
    if let path = paths.first(where: { Self.name(of: $0) == name }) { return path }
    throw Failure(
      .inputMissing,
      "there is no curriculum '\(name.visible)' in '\(path("curricula"))'",
      remedy: didYouMean(
        name,
        among: paths.map(Self.name(of:)),
        otherwise: "name a curriculum, or the path of its file"
      )
    )
  }

  /// The zone of the only curriculum, else UTC.
  var zone: Zone {
    let paths = curricula()
    guard paths.count == 1, let source = try? TextFile.read(paths[0]) else { return .utc }
    return (try? Curriculum.parse(source).curriculum.zone) ?? .utc
  }

  /// The name of a curriculum's or a quiz's file, without its folder and ending.
  static func name(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  /// Reads a curriculum and makes it ready for placing.
  func problem(_ name: String?, starts: CivilDate? = nil) throws -> Timetabling.Problem {
    let source = try TextFile.read(path(ofCurriculum: name))
    let (curriculum, warnings) = try Curriculum.parse(source, starts: starts)
    for warning in warnings.sorted { Output.error.tell(warning.description) }
    return try Timetabling.Problem(curriculum)
  }
}
