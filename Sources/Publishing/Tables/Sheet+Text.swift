internal import Curricula
internal import Diagnostics
internal import Foundation

extension Sheet {
  /// The table as text in columns, numbers aligned at the point, with the zone of its instants.
  ///
  /// A table that is wider than the page is written row by row, a line for each value.
  ///
  /// - Parameter width: The most columns of a line.
  /// - Returns: The lines, each ended by a line feed.
  public func text(width: Int = 80) -> String {
    var page = TextPage(width: width)
    page.write(title)
    page.skip()
    guard !rows.isEmpty else {
      page.write("There is nothing to show.")
      return page.text
    }
    let cells = columns.indices.map(shown)
    let widths = columns.indices.map { column in
      ([columns[column].name] + cells[column]).map(\.displayWidth).max() ?? 0
    }
    if widths.reduce(-2, { $0 + $1 + 2 }) <= page.width {
      writeColumns(cells, widths, into: &page)
    } else {
      writeRecords(cells, into: &page)
    }
    if columns.contains(where: { $0.kind == .instant }) {
      page.skip()
      page.write("Times are \(zone.city) time (\(zone.name)).")
    }
    return page.text
  }

  private func writeColumns(_ cells: [[String]], _ widths: [Int], into page: inout TextPage) {
    func line(_ texts: [String]) -> String {
      columns.indices.map { column in
        columns[column].kind == .number
          ? texts[column].aligned(to: widths[column]) : texts[column].padded(to: widths[column])
      }.joined(separator: "  ").trimmingEnd
    }
    page.writeLine(line(columns.map(\.name)))
    page.writeLine(
      widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    )
    for row in rows.indices { page.writeLine(line(cells.map { $0[row] })) }
  }

  private func writeRecords(_ cells: [[String]], into page: inout TextPage) {
    let names = (columns.map(\.name.displayWidth).max() ?? 0) + 2
    for row in rows.indices {
      if row > 0 { page.skip() }
      for column in columns.indices where rows[row][column] != .empty {
        let value = cells[column][row].trimmingCharacters(in: .whitespaces)
        page.write(value, mark: columns[column].name, indent: names)
      }
    }
  }

  /// The cells of a column as shown, numbers with as many decimals as the longest.
  private func shown(_ column: Int) -> [String] {
    let decimals =
      rows.map { row in
        guard case .number(let number) = row[column], !number.isNaN else { return 0 }
        return max(0, -number.exponent)
      }.max() ?? 0
    return rows.map { row in
      switch row[column] {
      case .empty: ""
      case .text(let text): text.legible
      case .number(let number): number.isNaN ? "" : number.digits(decimals)
      case .instant(let instant): zone.shortTimestamp(of: instant)
      case .flag(let flag): flag ? "yes" : "no"
      }
    }
  }
}

extension Decimal {
  /// The number with so many decimals, zeros added where it has fewer.
  fileprivate func digits(_ decimals: Int) -> String {
    let written = "\(self)"
    guard decimals > 0 else { return written }
    let parts = written.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let zeros = String(repeating: "0", count: Swift.max(0, decimals - fraction.count))
    return "\(parts[0]).\(fraction)\(zeros)"
  }
}
