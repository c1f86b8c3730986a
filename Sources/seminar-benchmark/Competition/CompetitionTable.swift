/// The results on instances of the competition, line by line.
enum CompetitionTable {
  private static let columns = Columns([
    ("instance", 16), ("seed", 5), ("hard", 5), ("cost", 6), ("seats", 6), ("days", 5),
    ("alone", 6), ("rooms", 6), ("best known", 11), ("seconds", 8), ("million moves/s", 16),
  ])

  /// The names of the columns.
  static var header: String { columns.header }

  /// Where the best known values are from.
  static let footer = """

    Best known values are second-hand: Ceschia, Di Gaspero and Schaerf 2023, table 13, as two
    other projects quote it; the portal that kept them no longer answers. comp03 and comp15 are
    the same instance.
    """

  /// The result of one search.
  struct Row: CustomStringConvertible {
    var name: String
    var seed: UInt64
    var cost: CompetitionCost
    var seconds: Double
    var moves: Int

    var description: String {
      columns.line([
        name, "\(seed)", "\(cost.violations)", "\(cost.penalty)", "\(cost.roomCapacity)",
        "\(5 * cost.minimumWorkingDays)", "\(2 * cost.curriculumCompactness)",
        "\(cost.roomStability)", bestKnown[name].map(String.init) ?? "-",
        seconds.rounded(to: 1), (Double(moves) / 1e6 / seconds).rounded(to: 1),
      ])
    }
  }

  /// The best known costs of the competition's instances.
  static let bestKnown = [
    "comp01": 5, "comp02": 24, "comp03": 62, "comp04": 35, "comp05": 284, "comp06": 27,
    "comp07": 6, "comp08": 37, "comp09": 96, "comp10": 4, "comp11": 0, "comp12": 294,
    "comp13": 59, "comp14": 51, "comp15": 62, "comp16": 18, "comp17": 56, "comp18": 61,
    "comp19": 57, "comp20": 4, "comp21": 74,
  ]
}
