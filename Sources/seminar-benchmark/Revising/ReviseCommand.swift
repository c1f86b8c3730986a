import ArgumentParser
import Curricula
import Diagnostics
import Timetabling

/// Revises a curriculum's timetable for each session whose trainers cannot come on its day.
struct ReviseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise",
    abstract: "Revise a timetable when the trainers of each session in turn cannot come.",
    discussion: """
      Lays the curriculum out and takes that as published. Then, for each session in turn, its \
      trainers are away on its day, which is learnt some days before. Prints how many sessions \
      change in the least disturbing timetable and in one laid out from scratch with the past kept. \
      Seconds are of processor time, to the answer or to the reasons why there is none.
      """
  )

  @Argument(help: "The curriculum's file.")
  var file: String

  @Option(help: "How many days before its day the absence is learnt.")
  var notice: Int = 7

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  func validate() throws {
    guard (0...3650).contains(notice) else {
      throw ValidationError("--notice must be from 0 to 3650")
    }
  }

  func run() async throws {
    let trial: AbsenceTrial
    do {
      trial = try await AbsenceTrial(Curriculum.parse(read(file)).curriculum, seed: seed)
    } catch {
      report(error, file)
      throw ExitCode(65)
    }
    show(AbsenceTrial.header)
    var hasFailed = false
    for session in trial.published {
      let row = await trial.row(for: session, notice: notice)
      hasFailed = hasFailed || row.changesPast
      show(row)
    }
    if hasFailed { throw ExitCode(70) }
  }
}
