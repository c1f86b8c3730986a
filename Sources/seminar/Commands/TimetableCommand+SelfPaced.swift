import Coordination
import Curricula
import Publishing

extension TimetableCommand {
  /// The paths of a self-paced programme in the form that is asked for.
  func rendering(of programme: SelfPacedProgramme, in workspace: Workspace) throws -> String {
    try programme.refuse([
      "--starts": starts != nil, "--why": why != nil, "--robust": robust, "--check": check != nil,
      "--apply": applying.apply != nil, "--what-if": supposing.whatIf,
      "--compare": supposing.compare != nil, "--format ics": format == .ics,
      "--format svg": format == .svg,
    ])
    let paths = ProgrammePaths(of: programme, in: workspace)
    return switch format {
    case .text, .ics, .svg: paths.text(width: Output.columns)
    case .csv: paths.sheet().csv()
    case .json: paths.json
    case .html: paths.page()
    }
  }
}
