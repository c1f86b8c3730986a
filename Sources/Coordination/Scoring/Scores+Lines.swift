public import Curricula
public import Publishing
public import Quizzes
public import Records

extension Scores {
  private static let lineColumns: [Sheet.Column] = [
    .init("participant"), .init("name"), .init("group"), .init("quiz"), .init("attempt", .number),
    .init("kind"), .init("result", isWhole: true), .init("percent", .number),
    .init("score", isWhole: true),
    .init("submitted", .instant),
  ]

  /// The columns of ``lines(_:in:zone:at:)`` from the most important to the least.
  public static let importance = [
    "participant", "quiz", "result", "percent", "name", "submitted", "attempt", "score",
    "kind", "group",
  ]

  /// The scores for people: a short row for each attempt.
  ///
  /// - Parameters:
  ///   - selection: Which attempts; reviews are left out.
  ///   - markbook: Where attempts are recorded; `nil` where nothing is.
  ///   - zone: The zone in which instants are shown.
  ///   - now: The present.
  /// - Returns: The table.
  /// - Throws: ``UnknownName``, ``AttemptProblem`` or what the markbook refuses.
  public static func lines(
    _ selection: AttemptSelection,
    in markbook: Markbook?,
    zone: Zone,
    at now: Moment
  ) throws -> Sheet {
    let disguise = Disguise(lineColumns, selection.anonymity)
    var sheet = Sheet("Scores", columns: disguise.columns, zone: zone)
    guard let markbook else { return sheet }
    let attempts = try SelectedAttempts(selection, in: markbook, at: now)
    let names = ShortNames(attempts.quizzes)
    try attempts.read { reading, participant, _ in
      let recorded = reading.recorded
      let score = reading.score
      let cells: [Sheet.Cell] = [
        .text(recorded.participant ?? "guest"),
        .text(participant?.name ?? ""),
        .text(participant?.group ?? ""),
        .text(names[recorded.quiz]),
        .number(recorded.number),
        .text(recorded.kind.rawValue),
        .text(result(of: reading)),
        Sheet.Cell(score?.percent, places: score?.places ?? 2),
        Sheet.Cell(score.map { "\($0.total.rounded()) of \($0.maximum.rounded())" }),
        Sheet.Cell(reading.attempt.submittedAt?.date),
      ]
      sheet.append(disguise.row(cells))
    }
    return sheet
  }

  private static func result(of reading: AttemptReading) -> String {
    guard reading.attempt.submittedAt != nil else { return "open" }
    switch (reading.score?.isPassed, reading.score?.isFinal) {
    case (true, _): return "passed"
    case (false, _): return "not passed"
    case (nil, false): return "waits for marks"
    case (nil, true), (nil, nil): return "submitted"
    }
  }
}

/// The names of quizzes without their folders, where these still tell them apart.
struct ShortNames {
  private let short: [String: String]

  init(_ names: Set<String>) {
    let lasts = Dictionary(grouping: names) { name in
      name.split(separator: "/").last.map(String.init) ?? name
    }
    var short: [String: String] = [:]
    for (last, names) in lasts {
      for name in names { short[name] = names.count == 1 ? last : name }
    }
    self.short = short
  }

  subscript(name: String) -> String { short[name] ?? name }
}
