import ArgumentParser
import Curricula
import Terminal

/// The command `seminar`: without a subcommand it says what is here and what to do next.
@main
struct Seminar: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "seminar",
    abstract: """
      Turn a training programme into a dated weekly timetable, and quiz the people who attend it.
      """,
    discussion: """
      Without a subcommand, the program shows what this folder contains and what to do next.

      Examples:
        seminar
        seminar timetable
        seminar quiz

      You can try the examples of all commands in the workspace that 'seminar init' creates. Words
      in capitals, such as FILE, stand for your own.

      Exit status:
           0 done
           1 a check found problems, or there is no valid timetable
          64 the command line is wrong
          65 the input is wrong
          66 an input file is missing
          73 an output file cannot be created
          74 input/output error, or the disk is full
          75 busy, try again later
          77 not permitted
         130 interrupted
      """,
    version: "\(version), zone rules \(ZoneDatabase.inUse.description)",
    subcommands: [
      TimetableCommand.self, PublishCommand.self, ReviseCommand.self, RevisionsCommand.self,
      EditionCommand.self, CurriculumCommand.self, CheckCommand.self,
      QuizCommand.self, ReviewCommand.self, RosterCommand.self, ProgressCommand.self,
      ScoresCommand.self, ResultsCommand.self, CertificatesCommand.self,
      ItemsCommand.self, MarkCommand.self, RemarkCommand.self, MarkbookCommand.self,
      ConvertCommand.self, AccessCommand.self, DoctorCommand.self, InitCommand.self,
      DemoCommand.self,
    ]
  )

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    try workspace.checkNamedMarkbook()
    try Output.standard.write(Overview(of: workspace).text)
  }

  /// Parses the arguments, runs the command and ends with its exit status.
  static func main() async {
    Window.holdClosed()
    Interruption.endOnQuit()
    let arguments = Array(CommandLine.arguments.dropFirst())
    await Launch(arguments: arguments).end()
  }
}
