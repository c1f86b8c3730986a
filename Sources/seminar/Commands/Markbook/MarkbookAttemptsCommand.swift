import ArgumentParser
import Coordination
import Publishing
import Quizzes
import Records

/// `seminar markbook attempts`: every recorded attempt with its identifier.
struct MarkbookAttemptsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attempts",
    abstract: "List all attempts with their identifiers, or the attempts at one quiz.",
    discussion: """
      In other commands, the first characters of an identifier are enough, as long as no other
      identifier begins with them.

      Examples:
        seminar markbook attempts
        seminar markbook attempts week-01 --as p01
        seminar markbook attempts --format csv
      """
  )

  @Argument(help: "The name of the quiz, or week-01 for the quiz of week 1.", completion: .quizzes)
  var quiz: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("List only the attempts of this participant.", valueName: "id"),
    completion: .participants
  )
  var participant: String?

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: SheetForm = .text

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let name = try quiz.map { try workspace.quizFile($0).name }
    var sheet = Sheet(
      "Attempts",
      columns: [
        .init("attempt"), .init("participant"), .init("quiz"), .init("number", .number),
        .init("kind"), .init("state"), .init("started", .instant), .init("submitted", .instant),
        .init("identified"),
      ],
      zone: workspace.zone
    )
    let markbook = try workspace.readableMarkbook()
    let notes = try verification.notes(on: markbook)
    if let participant {
      _ = try Sitter(as: participant, otherwise: Account.current.name, in: markbook)
    }
    let all = try markbook?.attempts() ?? []
    let length = format == .text ? all.shortLength : 32
    for recorded in all {
      guard let markbook, name.map({ $0 == recorded.quiz }) ?? true,
        participant.map({ $0 == recorded.participant }) ?? true
      else { continue }
      sheet.append(try row(of: AttemptReading(recorded, in: markbook, at: .now), length))
    }
    try format.write(sheet, as: "seminar-attempts", notes: notes)
  }

  private func row(of record: AttemptReading, _ length: Int) -> [Sheet.Cell] {
    let recorded = record.recorded
    return [
      .text(String(recorded.id.prefix(length))), .text(recorded.participant ?? "guest"),
      .text(recorded.quiz), .number(recorded.number), .text(recorded.kind.rawValue),
      .text(record.attempt.submittedAt == nil ? "open" : "submitted"),
      Sheet.Cell(record.attempt.events.first?.time.wholeSecond),
      Sheet.Cell(record.attempt.submittedAt?.wholeSecond),
      .text(record.attempt.identifications.map(\.text).joined(separator: "; ")),
    ]
  }
}
