import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation

/// One start of the program: from the arguments to the exit status.
struct Launch {
  let arguments: [String]

  /// Runs the command and leaves the program.
  @MainActor
  func end() async -> Never {
    // A file that may not grow further then is an error like others, and leaves no half of it.
    signal(SIGXFSZ, SIG_IGN)
    let rules: ZoneDatabase
    do {
      rules = try ZoneChoice.ofThisSystem()
    } catch let failure as Failure {
      leave(with: failure)
    } catch {
      leave(with: error)
    }
    await ZoneDatabase.$inUse.withValue(rules) { await runToEnd() }
    Foundation.exit(ExitStatus.done.rawValue)
  }

  /// Runs the command, or leaves the program, once it is known by which rules clocks go.
  @MainActor
  private func runToEnd() async {
    do {
      try refuseUnknownCommand()
      try await run(namedCommand() ?? Seminar.parseAsRoot(arguments))
    } catch {
      if let failure = Failure(wording: error) { leave(with: failure) }
      leave(with: error)
    }
  }

  @MainActor
  private func run(_ command: any ParsableCommand) async throws {
    if var command = command as? any LongCommand {
      try await command.run()
    } else {
      var command = command
      try command.run()
    }
  }

  private func leave(with failure: Failure) -> Never {
    let told = SitterOptions.areForced(arguments) ? failure.forParticipant : failure
    if !told.problems.isEmpty { Output.error.tell(told.text(asJSON: isJSONWanted)) }
    Foundation.exit(failure.status.rawValue)
  }

  /// Ends as the argument parser wants it: help and version on standard output, the rest on standard
  /// error.
  private func leave(with error: any Error) -> Never {
    let message = Seminar.fullMessage(for: error, columns: HelpPage.endless)
    // The argument parser makes the whole message again for each question about it.
    if message.isEmpty { Foundation.exit(Seminar.exitCode(for: error).rawValue) }
    if let failure = Failure(usage: message) { leave(with: failure) }
    if message.hasPrefix(Seminar._errorPrefix), !Seminar.exitCode(for: error).isSuccess {
      leave(with: Failure(.internalError, "unexpected: \(error)".visible))
    }
    do {
      let page = HelpPage(message)?.text(columns: Output.columns) ?? message
      try Output.standard.write(page + (page.isEmpty ? "" : "\n"))
      Foundation.exit(ExitStatus.done.rawValue)
    } catch let failure as Failure {
      leave(with: failure)
    } catch {
      Foundation.exit(ExitStatus.internalError.rawValue)
    }
  }

  /// Whether the caller reads JSON, and so gets errors as JSON too.
  private var isJSONWanted: Bool {
    arguments.contains("--format=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == ("--format", "json") }
  }
}
