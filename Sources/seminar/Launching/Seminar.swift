import ArgumentParser
import Terminal

/// The command `seminar`: without a subcommand it says what is here and what to do next.
@main
struct Seminar: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "seminar",
    abstract: "Lay a training programme out into dated weekly sessions, and test who attends it.",
    discussion: """
      Examples:
        seminar timetable                    lay the programme out, week by week
        seminar quiz week-01                 sit the quiz of the first week

      Exit status: 0 done; 1 checks found problems, or no timetable exists;
      64 wrong usage; 65 bad input; 66 input missing; 73 output cannot be created;
      74 input/output error or disk full; 75 busy, try again; 77 not permitted;
      130 interrupted.
      """,
    version: version,
    subcommands: [
      TimetableCommand.self, PublishCommand.self, ReviseCommand.self, RevisionsCommand.self,
      CheckCommand.self,
      QuizCommand.self, ReviewCommand.self, RosterCommand.self, ScoresCommand.self,
      ItemsCommand.self, MarkCommand.self, RemarkCommand.self, MarkbookCommand.self,
      ConvertCommand.self, AccessCommand.self, DoctorCommand.self,
    ]
  )

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    try Output.standard.write(Overview(of: place.located()).text)
  }

  /// Parses the arguments, runs the command and ends with its exit status.
  static func main() async {
    Window.holdClosed()
    Interruption.endOnQuit()
    let arguments = Array(CommandLine.arguments.dropFirst())
    await Launch(arguments: arguments).end()
  }
}
