import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Records

/// `seminar edition`: the next run of a curriculum.
struct EditionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edition",
    abstract: "Begin the next edition of a curriculum.",
    subcommands: [Start.self]
  )

  /// `seminar edition start second --starts 2031-03-03`.
  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "start",
      abstract: "Write the file of the next edition, made from the last one.",
      discussion: """
        All days in the file move by whole weeks, so that Tuesdays stay Tuesdays. The changed lines
        are shown, so that you can correct them. Until the day on which the next edition begins,
        every command uses the current one, unless you name the next one with '--curriculum'.

        Example:
          seminar edition start second --starts 2031-03-03
        """
    )

    @Argument(help: "The name of the next edition, such as 2027.")
    var edition: String

    @Argument(
      help: "The curriculum, by name or file. You can omit it if there is only one.",
      completion: .curricula
    )
    var curriculum: String?

    @Option(
      help: ArgumentHelp("The day on which it begins.", valueName: "date"),
      transform: CivilDate.init(argument:)
    )
    var starts: CivilDate

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: ReportForm = .text

    @OptionGroup var place: WorkspaceOptions

    func validate() throws {
      guard edition.wholeMatch(of: /[\p{L}\p{N}][\p{L}\p{N} .\-]{0,39}/) != nil else {
        throw ValidationError(
          "'\(edition.prefix(60).visible)' cannot be the name of an edition; write letters and digits, "
            + "as in 2027"
        )
      }
    }

    func run() throws {
      let workspace = try place.located()
      try workspace.refuseSelfPaced(
        curriculum,
        "it has no start, so it has no next edition either",
        remedy: "change its file, and publish it again with 'seminar publish'"
      )
      let source = try TextFile.read(workspace.path(ofCurriculum: curriculum))
      let last = try Curriculum.parse(source).curriculum
      guard !last.edition.isEmpty else {
        throw Failure(
          .badInput,
          "'\(source.file.visible)' does not say which edition it is",
          remedy: "add a line such as 'edition: \"\(last.starts.components.year)\"' to it first"
        )
      }
      let known = workspace.curriculumFiles().filter { $0.programme.curriculum == last.id }
      if let other = known.first(where: { $0.programme.edition == edition }) {
        throw Failure(
          .cannotCreate,
          "'\(other.path.visible)' is already the edition '\(edition)'",
          remedy: "give the next edition another name"
        )
      }
      let next = NextEdition(after: source.text, begun: last.starts, named: edition, on: starts)
      let path = workspace.path("curricula/\(last.id)-\(edition.replacing(" ", with: "-")).yaml")
      try TextFile.write(next.text, to: path, replacing: false, option: nil)
      var lines = ["Wrote \(path)."]
      if !next.moved.isEmpty {
        lines.append("The days in these lines moved by \(next.weeks.counted("week")); check them:")
        lines += next.moved.map { "  \(path):\($0.number): \($0.text.visible)" }
      }
      lines += [
        "Until \(starts.spelled) every command uses '\(last.id)/\(last.edition)'.",
        "Name the next edition with '--curriculum \(last.id)/\(edition)'.",
      ]
      try format.write(
        lines.map { $0 + "\n" }.joined(),
        or: Report(
          file: path,
          programme: "\(last.id)/\(edition)",
          starts: "\(starts)",
          weeks: next.weeks,
          moved: next.moved.map { .init(line: $0.number, text: $0.text) }
        )
      )
    }

    /// The file that was written, for programs.
    private struct Report: Encodable {
      /// A line whose days moved.
      struct Line: Encodable {
        let line: Int
        let text: String
      }

      let format = "seminar-edition"
      let version = 1
      let file: String
      let programme: String
      let starts: String
      /// By how many weeks the days moved.
      let weeks: Int
      let moved: [Line]
    }
  }
}
