import Coordination
import Curricula
import Publishing
import Records

extension ProgressCommand {
  /// Shows how participants stand with the courses of their paths.
  func show(
    _ programme: SelfPacedProgramme,
    in workspace: Workspace,
    _ markbook: Markbook?,
    _ notes: KeyValuePairs<String, String>
  ) throws {
    try programme.refuse([
      "--week": week != nil, "--quiz": quiz != nil, "--remind": remind != nil,
      "--anonymous": anonymous,
    ])
    let progress = try PathProgress(
      of: programme,
      groups: Set(group),
      in: workspace,
      markbook,
      at: .now
    )
    let row = try participant.map { try progress.row(of: $0) }
    try put(rendering(of: progress, row, notes), notes)
  }

  private func rendering(
    of progress: PathProgress,
    _ row: PathProgress.Row?,
    _ notes: KeyValuePairs<String, String>
  ) -> String {
    let tail = notes.map { "\n\($0.key): \($0.value)\n" }.joined()
    let width = Output.columns
    guard let row else {
      return switch format {
      case .text: progress.text(width: width) + tail
      case .csv: progress.sheet().csv(spreadsheet.form)
      case .json: progress.json(notes: notes)
      case .html: progress.page(notes: notes)
      }
    }
    return switch format {
    case .text: progress.text(of: row, width: width) + tail
    case .csv: progress.sheet(of: row).csv(spreadsheet.form)
    case .json:
      progress.sheet(of: row).json(format: "seminar-path-participant", version: 1, notes: notes)
    case .html: progress.page(of: row, notes: notes)
    }
  }
}
