public import Curricula
public import Diagnostics

/// A timetable as somebody wrote or edited it in a table or a JSON file: not yet known to make sense.
public struct WrittenTimetable: Sendable {
  /// The path of its file.
  public let file: String
  /// The sessions in the order of the file.
  public let rows: [Row]
  /// Whether the file says nothing of rooms, or of trainers, so that they are to be chosen.
  public let leavesOpen: (rooms: Bool, trainers: Bool)
  /// How days and times were read, where two readings were possible, each a sentence.
  public let readings: [String]

  /// What is written of one session; `nil` where nothing is.
  public struct Row: Sendable {
    /// The session's identifier as written.
    public let session: String
    /// The day and the hours.
    let span: WrittenSpan
    /// The room, by identifier or name.
    public let room: String?
    /// The trainers, by identifier or name.
    public let trainers: [String]
    /// What is written in the other columns that the program itself writes, by their names.
    public let others: [String: String]
    /// Where it stands.
    public let location: Diagnostic.Location

    /// The day on which it counts.
    public var date: CivilDate? { span.date }
    /// When it begins, in minutes since the midnight at which its day begins, in the zone of the
    /// programme.
    public var start: Int? { span.start }
    /// When it ends, in minutes since the same midnight.
    public var end: Int? { span.end }
  }

  /// Reads a timetable from CSV or JSON.
  ///
  /// - Parameters:
  ///   - source: The file: a table with a header row, or a JSON document with `placements`.
  ///   - curriculum: The programme, whose zone and days help to read times.
  ///   - dates: Whether the day or the month comes first in `4/7/2026`, where somebody says it.
  /// - Returns: What is written.
  /// - Throws: All that cannot be read.
  public static func parse(
    _ source: SourceText,
    for curriculum: Curriculum,
    dates: DateOrder? = nil
  ) throws(Findings) -> WrittenTimetable {
    let isJSON = source.text.first { !$0.isWhitespace } == "{"
    return isJSON
      ? try document(Node.parse(source), in: source.file, for: curriculum)
      : try table(rows(of: source), for: curriculum, dates: dates)
  }

  /// The columns that follow from the curriculum, or from day, start, room and trainers.
  static let otherColumns = [
    "week", "minutes", "title", "kind", "module", "module-title", "room-name", "trainer-names",
    "groups", "block", "zone", "starts-at", "ends-at",
  ]
}
