public import Curricula
public import Diagnostics

/// A curriculum as it was read: with dates, or self-paced.
public enum ReadProgramme: Sendable {
  /// A programme whose sessions are held on days.
  case dated(Curriculum)
  /// A programme whose courses are taken at each participant's own pace.
  case selfPaced(SelfPacedProgramme)

  /// The title.
  var title: String {
    switch self {
    case .dated(let curriculum): curriculum.title
    case .selfPaced(let programme): programme.title
    }
  }

  /// Who sends its messages; `nil` where it names nobody.
  var organizer: Organizer? {
    switch self {
    case .dated(let curriculum): curriculum.organizer
    case .selfPaced: nil
    }
  }

  /// Reads a curriculum, with dates or self-paced, also with warnings.
  ///
  /// - Parameters:
  ///   - source: The curriculum's text.
  ///   - starts: Another day on which a programme with dates begins.
  /// - Returns: The programme, and what deserves a look in it.
  /// - Throws: What is wrong in the text.
  public static func parse(
    _ source: SourceText,
    starts: CivilDate? = nil
  ) throws(Findings) -> (programme: ReadProgramme, warnings: Findings) {
    var slips = Findings()
    guard let node = Node.read(source, &slips) else { throw slips }
    if SelfPacedProgramme.isMeant(by: node) {
      let (programme, warnings) = try SelfPacedProgramme.parse(source, as: node, slips)
      return (.selfPaced(programme), warnings)
    }
    let (curriculum, warnings) = try Curriculum.parse(source, as: node, starts: starts, slips)
    return (.dated(curriculum), warnings)
  }
}

extension WorkspaceContents {
  /// Reads a curriculum, with dates or self-paced, also with warnings.
  ///
  /// - Parameters:
  ///   - name: Its name or path; `nil` for the only one.
  ///   - starts: Another day on which a programme with dates begins.
  /// - Returns: The programme, and what deserves a look in it.
  /// - Throws: ``UnknownName``, what is wrong in the text, or why it cannot be read.
  public func readProgramme(
    _ name: String?,
    starts: CivilDate? = nil
  ) throws -> (programme: ReadProgramme, warnings: Findings) {
    try ReadProgramme.parse(text(of: path(ofCurriculum: name)), starts: starts)
  }

  /// Reads a self-paced programme, also with warnings; nothing of a curriculum with dates.
  ///
  /// - Parameter name: Its name or path; `nil` for the only one.
  /// - Returns: The programme, and what deserves a look in it; `nil` where the curriculum has dates.
  /// - Throws: ``UnknownName``, what is wrong in the text, or why it cannot be read.
  public func readSelfPaced(
    _ name: String?
  ) throws -> (programme: SelfPacedProgramme, warnings: Findings)? {
    let source = try text(of: path(ofCurriculum: name))
    var slips = Findings()
    guard let node = Node.read(source, &slips) else { throw slips }
    guard SelfPacedProgramme.isMeant(by: node) else { return nil }
    return try SelfPacedProgramme.parse(source, as: node, slips)
  }

  /// The self-paced programme of a name; `nil` where there is none, or it has problems.
  func selfPaced(named name: String?) -> SelfPacedProgramme? {
    switch try? readProgramme(name).programme {
    case .selfPaced(let programme): programme
    case .dated, nil: nil
    }
  }
}
