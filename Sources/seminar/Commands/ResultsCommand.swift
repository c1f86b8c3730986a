import ArgumentParser
import Coordination
import Diagnostics
import Foundation
import Publishing
import Quizzes
import Records

/// `seminar results`: what a quiz tells each participant.
struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Write a message to each participant with their own result at a quiz.",
    discussion: """
      Writes two drafts for each participant who has submitted a graded attempt: a text and a file
      that mail programs open (.eml). A message shows what the quiz lets its participant see now, and
      nothing about anybody else. If the messages contain right answers, this is recorded, as if the
      participants had looked them up. Running it again writes the messages again.

      Example:
        seminar results week-01 --messages results-week-01
      """
  )

  @Argument(help: "The name of the quiz, or week-01 for the quiz of week 1.", completion: .quizzes)
  var quiz: String

  @Option(
    help: ArgumentHelp("The new or empty folder for the messages.", valueName: "folder"),
    completion: .directory
  )
  var messages: String

  @Option(help: ArgumentHelp("The output format.", valueName: "format"))
  var format: ReportForm = .text

  @OptionGroup var verification: VerificationOption

  @OptionGroup var place: WorkspaceOptions

  func run() throws {
    let workspace = try place.located()
    let file = try workspace.quizFile(quiz)
    let name = try workspace.writtenCurriculum(of: file)
    let (programme, _) = try workspace.readProgramme(name)
    guard let reading = try workspace.readableMarkbook() else {
      throw Failure(
        .inputMissing,
        "nothing is recorded yet",
        remedy: "import a roster first, with 'seminar roster import FILE.csv'"
      )
    }
    _ = try verification.notes(on: reading)
    let letters = try ResultLetters(
      at: file,
      from: programme,
      in: workspace,
      reading,
      at: .now
    )
    reading.close()
    let participants = letters.letters.map(\.identifier)
    if let silence = letters.silence {
      let reason = "There is no message to write: \(silence.words(for: file.shortName))."
      try format.write(
        "\(reason)\n",
        or: Report(quiz: file.name, folder: nil, participants: [], reason: reason)
      )
      return
    }
    let staged = try MessageFolder(messages).stage(letters.letters.files(sent: Date()))
    do {
      // What is in the messages counts as shown from now on.
      if !letters.events.isEmpty { try letters.record(in: workspace.writableMarkbook()) }
    } catch {
      staged.discard()
      throw error
    }
    try staged.put()
    try format.write(
      "Wrote \(letters.letters.counted("message")) to \(messages)\n",
      or: Report(quiz: file.name, folder: messages, participants: participants, reason: nil)
    )
  }

  /// What was written, for programs.
  private struct Report: Encodable {
    let format = "seminar-results"
    let version = 1
    let quiz: String
    /// Where the messages are; left out where there is none.
    let folder: String?
    /// To whom the messages go.
    let participants: [String]
    /// Why there is no message; left out where there is one.
    let reason: String?
  }
}

extension ResultLetters.Silence {
  /// The reason in words.
  fileprivate func words(for quiz: String) -> String {
    switch self {
    case .emptyRoster:
      "nobody is on the roster; import one with 'seminar roster import FILE.csv'"
    case .practice:
      "the quiz '\(quiz.visible)' is for practice, and only graded attempts have results to send"
    case .nothingSubmitted(open: 0):
      "nobody on the roster has sat '\(quiz.visible)' yet"
    case .nothingSubmitted(let open):
      "nobody on the roster has submitted '\(quiz.visible)' yet; \(open.counted("attempt")) "
        + "\(open.agreeing("is", "are")) open"
    }
  }
}

extension [Letter] {
  /// Each message as text and as a draft for mail programs.
  func files(sent: Date) -> [Publication.File] {
    flatMap { letter in
      [
        Publication.File(path: letter.fileName + ".txt", text: letter.text()),
        Publication.File(path: letter.fileName + ".eml", text: letter.mail(sent: sent)),
      ]
    }
  }
}
