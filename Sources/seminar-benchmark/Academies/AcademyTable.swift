import Timetabling

/// What became of academies, line by line.
enum AcademyTable {
  private static let columns = Columns([
    ("sessions", 9), ("groups", 7), ("trainers", 9), ("rooms", 6), ("seed", 5), ("hard", 6),
    ("soft", 9), ("reading s", 10), ("preparing s", 12), ("search s", 9), ("million moves", 14),
    ("µs/move", 8), ("MiB", 6),
  ])

  /// The names of the columns.
  static var header: String { columns.header }

  /// One academy searched.
  struct Row: CustomStringConvertible {
    let sessions: Int
    let groups: Int
    let trainers: Int
    let rooms: Int
    let seed: UInt64
    let cost: Cost
    let reading: Double
    let preparing: Double
    let searching: Double
    /// The time of all processors together.
    let working: Double
    let moves: Int
    let mebibytes: Double?

    var description: String {
      let micros = working * 1e6 / Double(max(1, moves))
      return columns.line([
        "\(sessions)", "\(groups)", "\(trainers)", "\(rooms)", "\(seed)", "\(cost.hard)",
        "\(cost.soft)", reading.rounded(to: 2), preparing.rounded(to: 2),
        searching.rounded(to: 1), (Double(moves) / 1e6).rounded(to: 1), micros.rounded(to: 2),
        mebibytes?.rounded(to: 0) ?? "-",
      ])
    }
  }
}
