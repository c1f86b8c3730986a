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
      "--anonymous": anonymous, "--before": before != "pre-test", "--after": after != "post-test",
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
  ) -> Rendering {
    let tail = notes.map { "\n\($0.key): \($0.value)\n" }.joined()
    let width = Output.columns
    guard let row else {
      return switch format {
      case .text: .text(progress.text(width: width) + tail)
      case .csv: .text(progress.sheet().csv(spreadsheet.form))
      case .json: .text(progress.json(notes: notes))
      case .xlsx: .tables([progress.sheet()], counting: nil)
      case .html: .text(progress.page(notes: notes))
      }
    }
    let sheet = progress.sheet(of: row)
    return switch format {
    case .text: .text(progress.text(of: row, width: width) + tail)
    case .csv: .text(sheet.csv(spreadsheet.form))
    case .json: .text(sheet.json(format: "seminar-path-participant", version: 1, notes: notes))
    case .xlsx: .tables([sheet], counting: nil)
    case .html: .text(progress.page(of: row, notes: notes))
    }
  }
}
