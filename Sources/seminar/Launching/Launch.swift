import ArgumentParser
import Diagnostics
import Foundation

/// One start of the program: from the arguments to the exit status.
struct Launch {
  let arguments: [String]

  /// Runs the command and leaves the program.
  func end() -> Never {
    do {
      try refuseUnknownCommand()
      var command = try Seminar.parseAsRoot(arguments)
      try command.run()
      Foundation.exit(ExitStatus.done.rawValue)
    } catch let failure as Failure {
      leave(with: failure)
    } catch let findings as Findings {
      leave(with: Failure(.badInput, findings))
    } catch {
      leave(with: error)
    }
  }

  private func leave(with failure: Failure) -> Never {
    Output.error.tell(failure.text(asJSON: isJSONWanted))
    Foundation.exit(failure.status.rawValue)
  }

  /// Ends as the argument parser wants it: help and version on standard output, the rest on standard
  /// error.
  private func leave(with error: any Error) -> Never {
    let status = Seminar.exitCode(for: error)
    let message = Seminar.fullMessage(for: error)
    guard status.isSuccess else {
      if message.isEmpty { Foundation.exit(status.rawValue) }
      if isJSONWanted {
        let failure = Failure(.usage, Seminar.message(for: error))
        Output.error.tell(failure.text(asJSON: true))
      } else {
        Output.error.tell(message)
      }
      Foundation.exit(status.rawValue)
    }
    do {
      try Output.standard.write(message + (message.isEmpty ? "" : "\n"))
      Foundation.exit(ExitStatus.done.rawValue)
    } catch {
      Output.error.tell("error: the output cannot be written")
      Foundation.exit(ExitStatus.inputOutput.rawValue)
    }
  }

  /// Whether the caller reads JSON, and so gets errors as JSON too.
  private var isJSONWanted: Bool {
    arguments.contains("--format=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == ("--format", "json") }
  }

  /// The argument parser knows no near names for subcommands.
  private func refuseUnknownCommand() throws {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return }
    let names = Seminar.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(word) else { return }
    throw Failure(
      .usage,
      "there is no command '\(word.prefix(60).visible)'",
      remedy: didYouMean(
        word,
        among: names + ["help"],
        otherwise: "see 'seminar --help' for the commands there are"
      )
    )
  }
}
