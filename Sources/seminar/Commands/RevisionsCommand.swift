import ArgumentParser
import Coordination
import Curricula
import Diagnostics
import Foundation
import Publishing
import Records

/// `seminar revisions`: what was published, and what changed between two revisions.
struct RevisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revisions",
    abstract: "List, show and compare the published revisions of a timetable.",
    subcommands: [List.self, Show.self, Difference.self],
    defaultSubcommand: List.self
  )

  /// `seminar revisions list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the published revisions, the newest last."
    )

    @Argument(
      help: "The curriculum, by name or file. You can omit it if there is only one.",
      completion: .curricula
    )
    var curriculum: String?

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: SheetForm = .text

    @OptionGroup var verification: VerificationOption

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let workspace = try place.located()
      try workspace.refuseRevisions(of: curriculum)
      let notes = try verification.notes(on: workspace.readableMarkbook())
      let (recorded, zone) = try workspace.published(curriculum)
      let revisions = recorded.inNames(of: Renamings())
      var sheet = Sheet(
        "Published revisions",
        columns: [
          .init("revision", .number), .init("published", .instant),
          .init("sessions", .number), .init("changes", .number),
        ],
        zone: zone
      )
      for (index, revision) in revisions.enumerated() {
        let before = index > 0 ? revisions[index - 1] : nil
        sheet.append([
          .number(revision.number), .instant(revision.published),
          .number(revision.entries.count),
          Sheet.Cell(before.map { RevisionDifference(from: $0, to: revision).changes.count }),
        ])
      }
      try format.write(sheet, as: "seminar-revisions", notes: notes)
    }
  }

  /// `seminar revisions show 1`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show the timetable of a revision as it was published."
    )

    @Argument(help: "The number of the revision.")
    var number: Int

    @Argument(
      help: "The curriculum, by name or file. You can omit it if there is only one.",
      completion: .curricula
    )
    var curriculum: String?

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: SheetForm = .text

    @OptionGroup var verification: VerificationOption

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let workspace = try place.located()
      try workspace.refuseRevisions(of: curriculum)
      let notes = try verification.notes(on: workspace.readableMarkbook())
      let (revisions, zone) = try workspace.published(curriculum)
      let revision = try revisions.revision(number)
      switch format {
      case .text: try Output.standard.write(revision.text(in: zone, width: Output.columns))
      case .csv: try Output.standard.write(revision.sheet(in: zone).csv())
      case .json: try Output.standard.write(revision.json(in: zone, notes: notes))
      }
      if format != .json { Output.error.tell(notes: notes) }
    }
  }

  /// `seminar revisions difference 1 2`.
  struct Difference: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "difference",
      abstract: "Show what changed between two revisions.",
      discussion: """
        Example:
          seminar revisions difference 1 2
        """
    )

    /// The forms in which a difference is shown.
    enum Form: String, CaseIterable, ExpressibleByArgument {
      case text, json
    }

    @Argument(help: "The number of the earlier revision.")
    var old: Int

    @Argument(help: "The number of the later revision.")
    var new: Int

    @Argument(
      help: "The curriculum, by name or file. You can omit it if there is only one.",
      completion: .curricula
    )
    var curriculum: String?

    @Option(help: ArgumentHelp("The output format.", valueName: "format"))
    var format: Form = .text

    @OptionGroup var verification: VerificationOption

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let workspace = try place.located()
      try workspace.refuseRevisions(of: curriculum)
      let notes = try verification.notes(on: workspace.readableMarkbook())
      let (recorded, zone) = try workspace.published(curriculum)
      let revisions = recorded.inNames(of: Renamings())
      let pair = try [old, new].map { try revisions.revision($0) }
      let difference = RevisionDifference(from: pair[0], to: pair[1])
      switch format {
      case .text: try Output.standard.write(difference.text(in: zone))
      case .json:
        try Output.standard.write(difference.json(from: old, to: new, in: zone, notes: notes))
      }
      if format != .json { Output.error.tell(notes: notes) }
    }
  }
}

extension Workspace {
  /// Refuses a self-paced programme, of which no revisions are kept.
  fileprivate func refuseRevisions(of curriculum: String?) throws {
    try refuseSelfPaced(
      curriculum,
      "it has no dates, so no revision is kept",
      remedy: "see its paths and courses with 'seminar timetable'"
    )
  }

  /// What was published of a curriculum, and the zone of its times.
  func published(_ name: String?) throws -> (revisions: [Revision], zone: Zone) {
    let source = try TextFile.read(path(ofCurriculum: name))
    let (curriculum, _) = try Curriculum.parse(source)
    return (try revisions(of: Programme(curriculum)), curriculum.zone)
  }
}

extension [Revision] {
  /// The revision of a number.
  fileprivate func revision(_ number: Int) throws -> Revision {
    if let revision = first(where: { $0.number == number }) { return revision }
    throw Failure(
      .inputMissing,
      "there is no revision \(number)",
      remedy: isEmpty
        ? "publish one with 'seminar publish'"
        : count == 1 ? "there is only revision 1" : "name a revision from 1 to \(count)"
    )
  }
}
