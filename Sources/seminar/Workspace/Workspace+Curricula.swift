import Coordination
import Curricula
import Diagnostics
import Records
import Timetabling

/// A curriculum as a command takes it.
enum WrittenProgramme {
  /// A programme with dates, ready for placing, with the file into which repairs can be written.
  case dated(Timetabling.Problem, RepairableFile)
  /// A self-paced programme, in which there is nothing to place.
  case selfPaced(SelfPacedProgramme)
}

extension Workspace {
  /// Reads a curriculum with dates and makes it ready for placing, with the file into which repairs can be
  /// written; warnings go to standard error.
  func written(
    _ name: String?,
    starts: CivilDate? = nil
  ) throws -> (problem: Timetabling.Problem, file: RepairableFile) {
    let path = try path(ofCurriculum: name)
    let source = try text(of: path)
    let (curriculum, warnings) = try Curriculum.parse(source, starts: starts)
    Output.error.tell(warnings)
    return (
      try Timetabling.Problem(curriculum),
      RepairableFile(source, starts: starts, isNamed: path != "-")
    )
  }

  /// Reads a curriculum, with dates or self-paced; warnings go to standard error.
  ///
  /// - Parameters:
  ///   - name: Its name or path, `-` for standard input; `nil` for the only one.
  ///   - starts: Another day on which a programme with dates begins.
  /// - Returns: The programme.
  /// - Throws: What is wrong in the text, or why it cannot be read.
  func writtenProgramme(_ name: String?, starts: CivilDate? = nil) throws -> WrittenProgramme {
    let path = try path(ofCurriculum: name)
    let source = try text(of: path)
    let (programme, warnings) = try ReadProgramme.parse(source, starts: starts)
    Output.error.tell(warnings)
    switch programme {
    case .dated(let curriculum):
      return .dated(
        try Timetabling.Problem(curriculum),
        RepairableFile(source, starts: starts, isNamed: path != "-")
      )
    case .selfPaced(let programme): return .selfPaced(programme)
    }
  }

  /// The self-paced programme of a name, in which there is nothing to place; warnings go to standard error.
  ///
  /// - Parameter name: Its name or path; `nil` for the only one.
  /// - Returns: `nil` where the curriculum has dates, or comes from standard input.
  /// - Throws: Why it cannot be read.
  func selfPacedProgramme(_ name: String?) throws -> SelfPacedProgramme? {
    guard name != "-", let (programme, warnings) = try readSelfPaced(name) else { return nil }
    Output.error.tell(warnings)
    return programme
  }

  /// Makes sure that there is the curriculum that somebody named for this command, or at least what is
  /// recorded of it.
  ///
  /// - Throws: That there is none, or why its file cannot be read.
  func checkNamedCurriculum() throws {
    guard let name = chosenCurriculum, name != "-" else { return }
    do {
      _ = try text(of: path(ofCurriculum: name))
    } catch {
      let markbook = try? Markbook(existing: markbook, for: .reading)
      defer { markbook?.close() }
      let recorded = (try? markbook?.programmes()) ?? []
      guard recorded.contains(where: Programme(label: name).admits) else { throw error }
    }
  }

  /// Refuses a self-paced programme, for which a command can do nothing.
  ///
  /// - Parameters:
  ///   - name: Its name or path; `nil` for the only one.
  ///   - reason: Why not.
  ///   - remedy: What to do instead.
  /// - Throws: ``Failure`` for a self-paced programme, or why the curriculum cannot be read.
  func refuseSelfPaced(_ name: String?, _ reason: String, remedy: String) throws {
    guard name != "-", let (programme, _) = try readSelfPaced(name) else { return }
    throw Failure(
      .badInput,
      "'\(programme.id)' is a self-paced programme: \(reason)",
      remedy: remedy
    )
  }
}

extension SelfPacedProgramme {
  /// Refuses options that need dates.
  ///
  /// - Parameter options: The options as they are typed, each with whether it was given.
  /// - Throws: ``Failure`` with those that were.
  func refuse(_ options: KeyValuePairs<String, Bool>) throws {
    let given = options.filter(\.value).map(\.key)
    guard !given.isEmpty else { return }
    throw Failure(
      .usage,
      "'\(id)' is a self-paced programme without dates, so \(given.quoted()) "
        + "\(given.count.agreeing("has", "have")) no meaning",
      remedy: "leave \(given.count.agreeing("it", "them")) out"
    )
  }
}
