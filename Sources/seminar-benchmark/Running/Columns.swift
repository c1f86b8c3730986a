/// The columns of a table of results: names, the first to the left, and widths.
struct Columns {
  let columns: [(name: String, width: Int)]

  init(_ columns: [(name: String, width: Int)]) { self.columns = columns }

  /// The names of the columns.
  var header: String { line(columns.map(\.name)) }

  /// A line of the table.
  func line(_ cells: [String]) -> String {
    zip(cells, columns).enumerated().map { index, pair in
      let padding = String(repeating: " ", count: max(0, pair.1.width - pair.0.count))
      return index == 0 ? pair.0 + padding : padding + pair.0
    }.joined()
  }
}

extension Double {
  /// The number with some digits after the point.
  func rounded(to digits: Int) -> String {
    let unit = (0..<digits).reduce(1) { product, _ in product * 10 }
    let number = Int((self * Double(unit)).rounded())
    guard digits > 0 else { return "\(number)" }
    let rest = "\(number % unit)"
    let zeros = String(repeating: "0", count: digits - rest.count)
    return "\(number / unit).\(zeros)\(rest)"
  }
}

extension [Double] {
  /// The number in the middle, of two the mean; `nil` when there is none.
  var median: Double? {
    guard !isEmpty else { return nil }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
