import Timetabling

/// How long proofs took, line by line, and by size.
enum ProofTable {
  private static let columns = Columns([
    ("programme", 24), ("sessions", 9), ("seed", 6), ("status", 12), ("cost", 8), ("bound", 8),
    ("seconds", 10), ("MiB", 8),
  ])

  /// The names of the columns.
  static var header: String { columns.header }

  /// One programme laid out.
  struct Row: CustomStringConvertible {
    let name: String
    let sessions: Int
    let seed: UInt64
    /// `nil` when neither a timetable nor a proof was found.
    let outcome: Outcome?
    let seconds: Double
    let mebibytes: Double?

    /// Whether nothing is left open.
    var isProved: Bool {
      switch outcome {
      case .laidOut(let solution)?: solution.isOptimal
      case .infeasible?: true
      case nil: false
      }
    }

    var description: String {
      let (status, cost, bound) =
        switch outcome {
        case .laidOut(let solution)?:
          (solution.isOptimal ? "optimal" : "feasible", "\(solution.cost)", "\(solution.bound)")
        case .infeasible?: ("infeasible", "-", "-")
        case nil: ("open", "-", "-")
        }
      return columns.line([
        name, "\(sessions)", "\(seed)", status, cost, bound, seconds.rounded(to: 3),
        mebibytes?.rounded(to: 0) ?? "-",
      ])
    }
  }

  /// The programmes of one size together.
  struct Summary: CustomStringConvertible {
    let name: String
    let sessions: Int
    let runs: Int
    let proved: Int
    let median: Double
    let worst: Double

    private static let columns = Columns([
      ("programme", 24), ("sessions", 9), ("proved", 9), ("median s", 10), ("worst s", 10),
    ])

    /// The names of the columns.
    static var header: String { columns.header }

    init(_ rows: [Row]) {
      name = rows.first?.name ?? ""
      sessions = rows.first?.sessions ?? 0
      runs = rows.count
      proved = rows.count(where: \.isProved)
      median = rows.map(\.seconds).median ?? 0
      worst = rows.map(\.seconds).max() ?? 0
    }

    var description: String {
      Self.columns.line([
        name, "\(sessions)", "\(proved)/\(runs)", median.rounded(to: 3), worst.rounded(to: 3),
      ])
    }
  }
}
