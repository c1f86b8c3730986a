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

  /// The results of one instance over several seeds.
  struct Summary: CustomStringConvertible {
    let name: String
    let runs: Int
    let feasible: Int
    /// The costs of the feasible timetables, ascending.
    let costs: [Int]

    private static let columns = Columns([
      ("instance", 16), ("runs", 6), ("feasible", 10), ("least", 7), ("median", 8), ("most", 7),
      ("best known", 12),
    ])

    /// The names of the columns.
    static var header: String { columns.header }

    init(_ rows: [Row]) {
      name = rows.first?.name ?? ""
      runs = rows.count
      costs = rows.filter { $0.cost.violations == 0 }.map(\.cost.penalty).sorted()
      feasible = costs.count
    }

    /// The median of the feasible timetables' costs; `nil` where there is none.
    var median: Double? { costs.map(Double.init).median }

    var description: String {
      Self.columns.line([
        name, "\(runs)", "\(feasible)", costs.first.map(String.init) ?? "-",
        median?.rounded(to: 1) ?? "-", costs.last.map(String.init) ?? "-",
        bestKnown[name].map(String.init) ?? "-",
      ])
    }

    /// The summaries of several instances, and the mean of their medians.
    static func text(_ summaries: [Summary]) -> String {
      let medians = summaries.compactMap(\.median)
      var lines = [header] + summaries.map(\.description)
      if !medians.isEmpty {
        let mean = medians.reduce(0, +) / Double(medians.count)
        lines.append("mean of the medians: \(mean.rounded(to: 1))")
      }
      return lines.joined(separator: "\n")
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
