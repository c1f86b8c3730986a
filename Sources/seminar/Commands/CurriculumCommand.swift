import ArgumentParser
import Coordination
import Curricula
import Diagnostics

/// `seminar curriculum`: what a programme teaches and tests, for reading.
struct CurriculumCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curriculum",
    abstract: "Show what a programme teaches and tests, week by week, and what is missing.",
    discussion: """
      Shows for each module what participants will be able to do, its sessions, and what to read and
      do beforehand. After that, it shows the themes by weeks, where each theme is taught and tested, and
      the gaps: themes and outcomes that no session teaches or no quiz tests.

      The weeks are those of the published timetable; before you publish one, they are those of the
      optimal timetable.

      Examples:
        seminar curriculum
        seminar curriculum --notes
        seminar curriculum --format html --output curriculum.html
      """
  )

  @Argument(
    help: "The curriculum, by name or file. You can omit it if there is only one.",
    completion: .curricula
  )
  var curriculum: String?

  @Flag(help: "Also show the notes for facilitators.")
  var notes = false

  /// The forms in which a curriculum is shown.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, html, json, svg
  }

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: Form = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let (programme, warnings) = try workspace.readProgramme(curriculum)
    Output.error.tell(warnings)
    let text =
      switch programme {
      case .dated(let curriculum):
        rendering(of: try CurriculumOutline(of: curriculum, in: workspace))
      case .selfPaced(let programme):
        rendering(of: CourseOutline(of: programme, in: workspace))
      }
    if let output, output != "-" {
      try TextFile.write(text, to: output, replacing: force)
    } else {
      try Output.standard.write(text)
    }
  }

  private func rendering(of outline: CurriculumOutline) -> String {
    switch format {
    case .text: outline.text(width: Output.columns, showsNotes: notes)
    case .html: outline.page(showsNotes: notes)
    case .json: outline.json
    case .svg: outline.svg
    }
  }

  private func rendering(of outline: CourseOutline) -> String {
    switch format {
    case .text: outline.text(width: Output.columns, showsNotes: notes)
    case .html: outline.page(showsNotes: notes)
    case .json: outline.json
    case .svg: outline.svg
    }
  }
}
