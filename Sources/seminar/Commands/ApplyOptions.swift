import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Publishing
import Timetabling

/// The options that write a proposed change into the file of the curriculum.
struct ApplyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the proposed change with this code into the file of the curriculum. Shows the lines that change, "
        + "asks you to confirm, and keeps the old file next to the new one.",
      valueName: "code"
    )
  )
  var apply: String?

  @Flag(help: "Do not ask before '--apply' changes the file.")
  var yes = false

  func validate() throws {
    guard !yes || apply != nil else {
      throw ValidationError("'--yes' answers the question of '--apply'; add the code of a change")
    }
  }

  /// Refuses a code before the long work.
  func check(_ file: RepairableFile) throws {
    guard let apply else { return }
    try file.check(apply)
  }

  /// Shows the difference, asks, and changes the file.
  ///
  /// - Parameters:
  ///   - conflict: What the repairs belong to; `nil` where there is a timetable.
  ///   - file: The file of the curriculum.
  /// - Throws: `RepairRefusal`, or `Failure` when nobody can be asked or the file cannot be written.
  func write(_ conflict: Conflict?, into file: RepairableFile) async throws {
    guard let apply else { return }
    guard let conflict else { throw RepairRefusal.nothingToRepair(apply) }
    let (repair, edit) = try file.repair(apply, of: conflict)
    try Output.standard.write("\(repair.sentence)\n\n\(edit.difference)\n")
    let path = file.source.file
    let confirmation = Confirmation(
      question: "Change '\(path.visible)' like this?",
      action: "changing '\(path.visible)'"
    )
    let isWanted = try await MainActor.run { try yes || confirmation.isGiven() }
    guard isWanted else {
      try Output.standard.write("Nothing was changed.\n")
      return
    }
    let old = try EditedFile(path: path, edit: edit, code: apply.lowercased()).replace(file.source)
    try Output.standard.write("Changed \(path.visible). The old file is \(old.visible).\n")
  }
}
