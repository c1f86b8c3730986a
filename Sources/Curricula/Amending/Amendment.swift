public import Diagnostics

/// A change to a curriculum that can be written into its file, at the place of a declaration.
public enum Amendment: Hashable, Sendable {
  /// What stands at a place goes: days away, a closed day, hours, a need, a pin.
  case remove(Diagnostic.Location)
  /// The constraint whose name is at a place goes.
  case removeConstraint(Diagnostic.Location)
  /// The list of only days goes whose first one is at a place.
  case removeOnly(Diagnostic.Location)
  /// A day goes out of days away, or out of closed days, at a place.
  case free(CivilDate, of: Diagnostic.Location)
  /// A day is added to the only days whose first one is at a place.
  case allow(CivilDate, besides: Diagnostic.Location)
  /// A number of a constraint, or of a need, is raised or lowered.
  case limit(Diagnostic.Location, from: Int, to: Int)
  /// One of the things that a constraint says of each is left out.
  case except(String, in: Diagnostic.Location)
  /// A window is opened on a day with some blocks, by their identifiers; where it comes from a series, the
  /// member is held on that day.
  case open(Diagnostic.Location, on: CivilDate, week: Int, blocks: [String], of: SeriesMember?)
  /// A member of a series differs from the others in the value of a key.
  case differ(SeriesMember, key: String, value: String)
  /// A pin is moved.
  case move(Diagnostic.Location, to: CivilDate, minutes: Int, room: String?, trainers: [String])
  /// A session takes so many minutes.
  case shorten(Diagnostic.Location, to: Int)
  /// A trainer gets one more alternate.
  case addAlternate(Diagnostic.Location, String)
  /// Nobody is named as the trainer of a session.
  case release(Diagnostic.Location)
  /// A session is left out, and what others need of it.
  case leaveOut(Diagnostic.Location, session: String)
  /// A choice, at the place of its identifier, holds one session fewer.
  case fewer(Diagnostic.Location)
  /// Blocks end at another time, in minutes since midnight.
  case lengthen(Diagnostic.Location, until: Int)
  /// A block is opened, declared after another one.
  case addBlock(after: Diagnostic.Location, on: CivilDate, from: Int, until: Int)
  /// A room has more features.
  case equip(Diagnostic.Location, with: [String])
  /// A room has so many seats.
  case seat(Diagnostic.Location, Int)
  /// Another room like one is declared, also for the sessions that name that one.
  case doubleRoom(Diagnostic.Location, as: String, for: [Diagnostic.Location])
  /// What a session asks of its room becomes a wish.
  case wish(String, of: String)
}

/// A member of a series as the file names it.
public struct SeriesMember: Hashable, Sendable {
  /// The place of the series' key `id`.
  public var series: Diagnostic.Location
  /// What follows the identifier of the series in its name: `A`, `3`, `A@3`.
  public var suffix: String
  /// Whether its days can be other ones: those of a series for groups are the same for each group.
  public var mayMove: Bool

  /// Creates a member.
  public init(series: Diagnostic.Location, suffix: String, mayMove: Bool) {
    self.series = series
    self.suffix = suffix
    self.mayMove = mayMove
  }
}

/// A curriculum's file with changes that were written into it.
public struct AmendedCurriculum: Sendable {
  /// The changes, as lines of the file.
  public let edit: FileEdit
  /// The curriculum that the file then describes.
  public let curriculum: Curriculum

  /// Writes changes into a file as one edit of it.
  ///
  /// The file with the edit can be read without a mistake.
  ///
  /// - Parameters:
  ///   - amendments: The changes.
  ///   - source: The file.
  ///   - starts: A first day that replaces the one in the file.
  /// - Throws: Why they are not one edit of it.
  public init(
    _ amendments: [Amendment],
    of source: SourceText,
    starts: CivilDate? = nil
  ) throws(EditedText.Obstacle) {
    guard var text = EditedText(source) else { throw EditedText.Obstacle("the file has mistakes") }
    try amendments.write(into: &text)
    edit = try text.edit()
    let edited = try text.edited()
    do {
      curriculum = try Curriculum.parse(edited, starts: starts).curriculum
    } catch {
      throw EditedText.Obstacle(error.wouldBeLeft)
    }
  }
}

extension Findings {
  /// What mistake an edit would leave in a file.
  public var wouldBeLeft: String {
    let first = diagnostics.first { $0.severity == .error }
    return first.map { "line \($0.location.line) would then be wrong: \($0.message)" }
      ?? "the file would then have mistakes"
  }
}
