import ArgumentParser
import Coordination
import Curricula
import Foundation
import Terminal

/// `seminar doctor`: what is wrong with this installation and this workspace, and how to mend it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check this installation and workspace, and explain how to fix problems.",
    discussion: """
      Shows versions, the settings in effect and where they come from, who can read the markbook
      and the answer keys, where files are kept, and files that were left behind. It does not
      create or change any file. If it finds a problem, the exit status is 1. To check the
      content of the markbook, use 'seminar markbook verify'.

      Examples:
        seminar doctor
        sudo -u seminar seminar doctor --workspace /srv/seminar --format json
      """
  )

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: ObservationReport.Form = .text

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    var installation = Installation(workspace)
    try ObservationReport(
      installation.observations(),
      as: "seminar-doctor",
      settings: place.settings
        + [
          place.curriculum(in: workspace), zone(of: workspace), zoneRules, DateOptions.setting,
          colours,
        ]
    ).write(as: format)
  }

  /// The zone in which instants are shown.
  private func zone(of workspace: Workspace) -> Setting {
    let paths = workspace.curricula()
    let isOfFile = paths.count == 1 && workspace.zone != .utc
    return Setting(
      "zone",
      workspace.zone.name,
      from: isOfFile ? .file(WorkspaceOptions.absolute(paths[0])) : .standard
    )
  }

  /// The rules by which zones go.
  private var zoneRules: Setting {
    let database = ZoneDatabase.inUse
    let isNamed = ProcessInfo.processInfo.environment[ZoneChoice.variable, default: ""] != ""
    return Setting(
      "zone rules",
      database.description,
      from: isNamed ? .variable(ZoneChoice.variable) : .standard
    )
  }

  /// Whether text is set off with colours.
  private var colours: Setting {
    let environment = ProcessInfo.processInfo.environment
    let style = Style(
      isTerminal: Window.output.isTerminal,
      environment: environment,
      colors: place.colors
    )
    if place.colors != .auto {
      let option = place.noColor ? "--no-color" : "--color"
      return Setting("colours", style.isColored ? "yes" : "no", from: .option(option))
    }
    let variable = ["NO_COLOR", "ACCESSIBLE"].first { environment[$0, default: ""] != "" }
    if let variable { return Setting("colours", "no", from: .variable(variable)) }
    guard Window.output.isTerminal else {
      return Setting("colours", "no, because the output is not a terminal", from: .standard)
    }
    return style.isColored
      ? Setting("colours", "yes", from: .standard)
      : Setting("colours", "no", from: .variable("TERM"))
  }
}
