import ArgumentParser
import Coordination
import Diagnostics
import Records

/// `seminar access`: let participants in over SSH, each by a key of their own.
struct AccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Let participants log in over SSH, each with their own key.",
    discussion: """
      One account on the machine owns the workspace and runs all quizzes. The SSH server
      recognises participants by their keys and only starts the quizzes for that participant.
      'write' writes the files and prints the steps for the administrator. 'check' checks the
      result. Neither changes the system.
      """,
    subcommands: [Write.self, Check.self]
  )
}

/// The options that say how participants are let in.
struct AccessOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The account that runs all quizzes.", valueName: "name"))
  var account = "seminar"

  @Option(
    help: ArgumentHelp("The file where the SSH server looks for accepted keys.", valueName: "file"),
    completion: .file()
  )
  var authorizedKeys = "/etc/ssh/seminar/authorized_keys"

  @Option(
    help: ArgumentHelp(
      "The program that the SSH server starts (default: this one).",
      valueName: "file"
    ),
    completion: .file()
  )
  var program: String?

  @Option(
    help: ArgumentHelp(
      "The folder with public keys, one file ID.pub for each participant.",
      valueName: "folder"
    ),
    completion: .directory
  )
  var keys: String?

  func validate() throws {
    guard account.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.-]{0,31}/) != nil else {
      throw ValidationError("'--account \(account)' is not the name of an account.")
    }
    guard authorizedKeys.hasPrefix("/"), !authorizedKeys.contains(/[\s%"]/) else {
      throw ValidationError(
        "'--authorized-keys' needs an absolute path without white space, '%' and '\"'."
      )
    }
  }

  /// What the server starts, by absolute paths.
  func command(in workspace: Workspace) throws -> ForcedCommand {
    let own = program ?? "/proc/self/exe"
    guard let program = Reach.realPath(of: own) else {
      throw Failure(
        .inputMissing,
        "there is no program '\(own.visible)'",
        remedy: "name the installed program with '--program'"
      )
    }
    let folder = Reach.realPath(of: workspace.folder) ?? WorkspaceOptions.absolute(workspace.folder)
    let markbook =
      Reach.realPath(of: workspace.markbook) ?? WorkspaceOptions.absolute(workspace.markbook)
    for path in [program, folder, markbook]
    where path.unicodeScalars.contains(where: { $0.isHarmful || $0 == "\n" || $0 == "\t" }) {
      throw Failure(
        .badInput,
        "the path '\(path.visible)' has a control or invisible character",
        remedy: "move what is there to a path without one"
      )
    }
    return ForcedCommand(program: program, workspace: folder, markbook: markbook)
  }

  /// The roster, which must have somebody on it.
  func roster(of workspace: Workspace) throws -> [Participant] {
    let markbook = try workspace.readableMarkbook()
    defer { markbook?.close() }
    let roster = try markbook?.roster() ?? []
    guard roster.isEmpty else { return roster }
    throw Failure(
      .inputMissing,
      "nobody is on the roster",
      remedy: "import one first, with 'seminar roster import FILE.csv'"
    )
  }
}
