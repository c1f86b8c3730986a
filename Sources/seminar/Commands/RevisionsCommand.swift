import ArgumentParser
import Curricula
import Diagnostics
import Foundation
import Publishing
import Records

/// `seminar revisions`: what was published, and what changed between two revisions.
struct RevisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revisions",
    abstract: "List and compare the published revisions of a timetable.",
    subcommands: [List.self, Difference.self],
    defaultSubcommand: List.self
  )

  /// `seminar revisions list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the revisions, the newest last."
    )

    @Argument(help: "The curriculum's name or file; not needed when there is only one.")
    var curriculum: String?

    @Option(help: ArgumentHelp("The form: text, csv or json.", valueName: "form"))
    var format: SheetForm = .text

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let (revisions, zone) = try place.located().published(curriculum)
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
      try Output.standard.write(format.rendering(of: sheet, as: "seminar-revisions"))
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

    @Argument(help: "The curriculum's name or file; not needed when there is only one.")
    var curriculum: String?

    @Option(help: ArgumentHelp("The form: text or json.", valueName: "form"))
    var format: Form = .text

    @OptionGroup var place: WorkspaceOptions

    func run() throws {
      let (revisions, zone) = try place.located().published(curriculum)
      let pair = try [old, new].map { number in
        guard let revision = revisions.first(where: { $0.number == number }) else {
          throw Failure(
            .inputMissing,
            "there is no revision \(number)",
            remedy: revisions.isEmpty
              ? "publish one with 'seminar publish'"
              : "name a revision from 1 to \(revisions.count)"
          )
        }
        return revision
      }
      let difference = RevisionDifference(from: pair[0], to: pair[1])
      switch format {
      case .text: try Output.standard.write(difference.text(in: zone))
      case .json: try Output.standard.write(difference.json(from: old, to: new, in: zone))
      }
    }
  }
}

extension Workspace {
  /// What was published of a curriculum, and the zone of its times.
  func published(_ name: String?) throws -> (revisions: [Revision], zone: Zone) {
    let source = try TextFile.read(path(ofCurriculum: name))
    let (curriculum, _) = try Curriculum.parse(source)
    let markbook = try readableMarkbook()
    let revisions = try markbook.map {
      try PublishCommand.revisions(of: curriculum.id, in: $0)
    }
    return (revisions ?? [], curriculum.zone)
  }
}
