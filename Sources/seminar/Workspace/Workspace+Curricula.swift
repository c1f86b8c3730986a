import Coordination
import Curricula
import Diagnostics
import Timetabling

extension Workspace {
  /// Reads a curriculum and makes it ready for placing; warnings go to standard error.
  func problem(_ name: String?, starts: CivilDate? = nil) throws -> Timetabling.Problem {
    try written(name, starts: starts).problem
  }

  /// The same, with the file into which repairs can be written.
  func written(
    _ name: String?,
    starts: CivilDate? = nil
  ) throws -> (problem: Timetabling.Problem, file: RepairableFile) {
    let path = try path(ofCurriculum: name)
    let source = try text(of: path)
    let (curriculum, warnings) = try Curriculum.parse(source, starts: starts)
    Output.error.tell(warnings)
    return (
      try Timetabling.Problem(curriculum),
      RepairableFile(source, starts: starts, isNamed: path != "-")
    )
  }
}
