import Coordination
import Curricula
import Diagnostics
import Timetabling

extension Workspace {
  /// Reads a curriculum and makes it ready for placing; warnings go to standard error.
  func problem(_ name: String?, starts: CivilDate? = nil) throws -> Timetabling.Problem {
    let (curriculum, warnings) = try curriculum(name, starts: starts)
    Output.error.tell(warnings)
    return try Timetabling.Problem(curriculum)
  }
}
