import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Records

/// `seminar roster`: who takes part.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Import and list participants, and grant exceptions.",
    subcommands: [
      Import.self, List.self, Rename.self, Remove.self, Attend.self, RosterCompleteCommand.self,
      RosterOverrideCommand.self,
    ],
    defaultSubcommand: List.self
  )

  /// `seminar roster import FILE.csv`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Import participants from a CSV file.",
      discussion: """
        The file must have a header row with the columns 'id' and 'name'. The columns 'email',
        'group', 'language' and 'extra-time' (a factor) are used too. All other columns are kept.
        Participants who are not in the file stay on the roster.

        The usual headers of other programs are understood, such as those of Moodle, E-Mail, Vorname
        and Nachname. Commas, semicolons and tabs can separate the cells, and title rows above the
        header row are skipped. '--column' says what another header means. The column 'programme'
        names the programmes of a participant; separate several with semicolons.

        Examples:
          seminar roster import roster.csv
          seminar roster import FILE --column "Personalnr.=id"
        """
    )

    @Option(
      help: ArgumentHelp(
        "What a column means, such as \"Staff=id\"; you can repeat this option.",
        valueName: "header=name"
      )
    )
    var column: [String] = []

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: ReportForm = .text

    @Argument(help: "The CSV file, or - for standard input.", completion: .file())
    var file: String

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let workspace = try place.located()
      let roster = try Roster.parse(TextFile.readTable(file), columns: meanings())
      var warnings = Findings()
      for warning in roster.warnings { warnings.report(warning) }
      Output.error.tell(warnings)
      let markbook = try workspace.writableMarkbook()
      let result = try markbook.importRoster(roster, at: .now)
      try format.write(
        "\(result.added.count) new, \(result.changed.count) changed, "
          + "\(result.unchanged.count) unchanged, \(result.absent.count) not in the file and kept\n",
        or: Report(result)
      )
      for warning in workspace.unknownProgrammes(of: try markbook.roster()) {
        Output.error.tell(warning.description)
      }
    }

    /// What was imported, for programs.
    private struct Report: Encodable {
      let format = "seminar-roster-import"
      let version = 1
      let new: [String]
      let changed: [String]
      let unchanged: [String]
      let kept: [String]

      init(_ result: RosterImport) {
        new = result.added
        changed = result.changed
        unchanged = result.unchanged
        kept = result.absent
      }
    }

    /// What columns mean, by their headers.
    private func meanings() throws -> [String: String] {
      var meanings: [String: String] = [:]
      for text in column {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        let header = parts.dropLast().joined(separator: "=")
        let name = parts.last.map(String.init) ?? ""
        guard parts.count > 1, !header.isEmpty, !name.isEmpty else {
          throw Failure(
            .usage,
            "'--column' is '\(text.prefix(60).visible)', expected a header, '=' and a name",
            remedy: "write \"Personalnr.=id\", for example"
          )
        }
        guard RosterHeader.known.contains(name) || name == "programme" else {
          throw Failure(
            .usage,
            "'\(name.prefix(60).visible)' is not a column that the program knows",
            remedy: didYouMean(
              name,
              among: RosterHeader.known,
              otherwise: "use one of \(RosterHeader.known.joined(separator: ", ")) or programme"
            )
          )
        }
        meanings[header] = name
      }
      return meanings
    }
  }

  /// `seminar roster rename ID NAME`.
  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename",
      abstract: "Correct the name of a participant; the identifier stays the same.",
      discussion: """
        The earlier name stays in the record. 'seminar markbook forget' erases a participant.

        Example:
          seminar roster rename p01 "Ana Núñez"
        """
    )

    @Argument(help: "The identifier of the participant on the roster.", completion: .participants)
    var participant: String

    @Argument(help: "The name as it should be.")
    var name: String

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let name = name.trimmingCharacters(in: .whitespaces)
      guard !name.isEmpty, name.count <= 500,
        !name.unicodeScalars.contains(where: { $0.isHarmful || $0 == "\n" || $0 == "\t" })
      else {
        throw Failure(
          .usage,
          "the name is '\(name.prefix(60).visible)', expected text on one line",
          remedy: "write the name in quotation marks"
        )
      }
      let markbook = try place.located().changeableMarkbook()
      let id = try markbook.known(participant)
      try markbook.change(id, at: .now) { $0.name = name }
      try Output.standard.write("\(id) is now \(name)\n")
    }
  }

  /// `seminar roster remove ID`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take a participant off the roster; attempts are kept.",
      discussion: """
        The participant can no longer sit quizzes or log in, and is no longer counted. Attempts stay
        in the record and in the scores. To undo this, import the participant again.
        'seminar markbook forget' erases a participant for good.

        Example:
          seminar roster remove p02
        """
    )

    @Argument(help: "The identifier of the participant on the roster.", completion: .participants)
    var participant: String

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let markbook = try place.located().changeableMarkbook()
      let id = try markbook.known(participant)
      let removed = try markbook.change(id, at: .now) { $0.isRemoved = true }
      try Output.standard.write("\(removed.name) (\(id)) is off the roster; attempts are kept\n")
    }
  }

  /// `seminar roster attendance FILE.csv`.
  struct Attend: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "attendance",
      abstract: "Import attendance from a CSV file.",
      discussion: """
        The column 'id' names the participants. A column 'attendance' has percentages; without one,
        each further column is a session with yes or no; with 'excused', the session does not count.
        Attendance matters only if the section 'pass' of the curriculum requires it.

        Examples:
          printf 'id,attendance\\np01,90\\np02,75\\n' > attendance.csv
          seminar roster attendance attendance.csv
        """
    )

    @Argument(help: "The CSV file, or - for standard input.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: ReportForm = .text

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let workspace = try place.located()
      try workspace.refuseSelfPaced(
        nil,
        "it has no sessions that participants attend",
        remedy: "record that a course was done with 'seminar roster complete'"
      )
      let programme = Programme(try workspace.curriculum(nil).curriculum)
      let markbook = try workspace.changeableMarkbook()
      let table = try AttendanceTable(TextFile.readTable(file), among: markbook.roster())
      let count = try markbook.recordAttendance(table.attendance, for: programme, at: .now)
      try format.write(
        "attendance of \(table.attendance.counted("participant")) read, \(count) changed\n",
        or: Report(read: table.attendance.count, changed: count)
      )
    }

    /// How much was read, for programs.
    private struct Report: Encodable {
      let format = "seminar-attendance-import"
      let version = 1
      let read: Int
      let changed: Int
    }
  }

  /// `seminar roster list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the participants on the roster."
    )

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: SheetForm = .text

    @OptionGroup var spreadsheet: SpreadsheetOptions

    @OptionGroup var verification: VerificationOption

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      try spreadsheet.check(isCSV: format == .csv)
      let markbook = try place.located().readableMarkbook()
      let notes = try verification.notes(on: markbook)
      let roster = try markbook?.roster() ?? []
      // Columns that mean nothing to the program are kept and shown.
      let kept = Set(roster.flatMap(\.other.keys)).sorted()
      var sheet = Sheet(
        "Roster",
        columns: [
          .init("id"), .init("name"), .init("email"), .init("group"), .init("language"),
          .init("extra-time", .number),
        ] + kept.map { .init($0) },
        zone: .utc
      )
      for participant in roster {
        sheet.append(
          [
            .text(participant.id), .text(participant.name), .text(participant.email),
            .text(participant.group), .text(participant.language),
            .number(participant.extraTime),
          ] + kept.map { .text(participant.other[$0] ?? "") }
        )
      }
      try format.write(sheet, as: "seminar-roster", notes: notes, csv: spreadsheet.form)
    }
  }
}

extension Markbook {
  /// The identifier of somebody on the roster, as the roster has it.
  func known(_ id: String) throws -> Participant.ID {
    if let found = try participant(id) { return found.id }
    throw UnknownName.participant(id, among: try roster().map(\.id))
  }
}
