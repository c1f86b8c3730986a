import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Quizzes
import Records

/// `seminar roster complete`: a course that somebody has done without its quiz.
struct RosterCompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete",
    abstract: "Record that a participant has done a course of a self-paced programme.",
    discussion: """
      Use this for courses without a quiz, and for certificates from elsewhere. The date, the reason
      and who recorded it are kept. For each course the last record counts; '--withdraw' corrects a
      mistake. A passed quiz counts without a record. 'seminar progress' shows who has done which
      course.

      Examples:
        seminar roster complete ID COURSE --on 2026-11-02 --reason "shown"
        seminar roster complete ID COURSE --on 2026-11-02 --withdraw --reason slip
      """
  )

  @Argument(help: "The identifier of the participant on the roster.", completion: .participants)
  var participant: String

  @Argument(help: "The identifier of the course.", completion: .courses)
  var course: String

  @Option(
    help: ArgumentHelp("The day on which the course was done.", valueName: "date"),
    transform: CivilDate.init(argument:)
  )
  var on: CivilDate

  @Option(help: ArgumentHelp("How this is known; kept in the record.", valueName: "text"))
  var reason: String?

  @Flag(help: "Withdraw an earlier record.")
  var withdraw = false

  @Option(help: ArgumentHelp("Who recorded it (default: your user name).", valueName: "name"))
  var by: String?

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let reason = try Reasons.required(reason, "--reason")
    let person = try Reasons.person(by, "--by")
    let programme = try programme(in: workspace)
    let known = programme.courses.map(\.id)
    guard let course = programme.course(course) else {
      throw Failure(
        .badInput,
        "'\(programme.id)' has no course '\(course.prefix(60).visible)'",
        remedy: didYouMean(
          course,
          among: known,
          otherwise: "see its courses with 'seminar timetable'"
        )
      )
    }
    guard !course.isAnnounced else {
      throw Failure(
        .badInput,
        "the course '\(course.id)' is only announced, so nobody can have done it",
        remedy: "remove 'announced' from the course once it exists"
      )
    }
    guard on <= programme.zone.wallClock(at: Date()).date else {
      throw Failure(
        .usage,
        "'--on' is \(on), which is still to come",
        remedy: "name the day on which the course was done"
      )
    }
    let markbook = try workspace.changeableMarkbook()
    let id = try markbook.known(participant)
    let isNew = try markbook.record(
      CompletedCourse(
        course.id,
        on: on.description,
        because: reason,
        by: person,
        isWithdrawn: withdraw
      ),
      of: id,
      in: Programme(programme),
      at: .now
    )
    let words =
      !isNew
      ? "nothing changes: this is already recorded, or there is nothing to withdraw"
      : withdraw ? "no longer recorded as done" : "recorded as done on \(on.spelled)"
    try Output.standard.write("\(id), \(course.name): \(words)\n")
  }

  private func programme(in workspace: Workspace) throws -> SelfPacedProgramme {
    switch try workspace.readProgramme(nil).programme {
    case .selfPaced(let programme): return programme
    case .dated(let curriculum):
      throw Failure(
        .badInput,
        "'\(curriculum.id)' is a programme with dates; only courses of self-paced programmes are "
          + "recorded like this",
        remedy:
          "name another programme with '--curriculum', or see 'seminar roster attendance --help'"
      )
    }
  }
}
