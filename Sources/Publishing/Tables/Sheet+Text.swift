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
    let widths = widths(of: cells)
    if widths.reduce(-2, { $0 + $1 + 2 }) <= page.width {
      let all = columns.indices.map { (index: $0, width: widths[$0]) }
      writeColumns(all, of: cells, into: &page)
    } else {
      writeRecords(cells, into: &page)
    }
    writeZone(of: columns, into: &page)
    return page.text
  }

  /// The table as text with a line for each row.
  ///
  /// The columns are shown in their order, but only as many as there is room for, the most important
  /// ones. Those in which no row has anything are left out. Text that is too long ends in an ellipsis.
  ///
  /// - Parameters:
  ///   - width: The most columns of a line.
  ///   - importance: The names of the columns, the most important first; others are not shown.
  /// - Returns: The lines, each ended by a line feed.
  public func lines(width: Int = 80, importance: [String]) -> String {
    var page = TextPage(width: width)
    page.write(title)
    page.skip()
    guard !rows.isEmpty else {
      page.write("There is nothing to show.")
      return page.text
    }
    let cells = columns.indices.map(shown)
    let widths = widths(of: cells)
    var chosen: [(index: Int, width: Int)] = []
    var room = page.width + 2
    for name in importance {
      guard let index = columns.firstIndex(where: { $0.name == name }),
        cells[index].contains(where: { !$0.isEmpty })
      else { continue }
      let least = max(Self.leastText, columns[index].name.displayWidth)
      let canShrink = columns[index].kind == .text && !columns[index].isWhole
      let width = canShrink ? min(widths[index], least) : widths[index]
      guard width + 2 <= room else { continue }
      chosen.append((index, width))
      room -= width + 2
    }
    for place in chosen.indices {
      let more = min(room, widths[chosen[place].index] - chosen[place].width)
      chosen[place].width += more
      room -= more
    }
    chosen.sort { $0.index < $1.index }
    writeColumns(chosen, of: cells, into: &page)
    writeZone(of: chosen.map { columns[$0.index] }, into: &page)
    return page.text
  }

  /// How much of a text is always shown, in columns.
  private static let leastText = 16

  private func widths(of cells: [[String]]) -> [Int] {
    columns.indices.map { column in
      ([columns[column].name] + cells[column]).map(\.displayWidth).max() ?? 0
    }
  }

  private func writeZone(of shown: [Column], into page: inout TextPage) {
    guard shown.contains(where: { $0.kind == .instant }) else { return }
    page.skip()
    page.write("Times are \(zone.city) time (\(zone.name)).")
  }

  private func writeColumns(
    _ chosen: [(index: Int, width: Int)],
    of cells: [[String]],
    into page: inout TextPage
  ) {
    func line(_ text: (Int) -> String) -> String {
      chosen.map { index, width in
        let text = fitted(text(index), to: width)
        return columns[index].kind == .number ? text.aligned(to: width) : text.padded(to: width)
      }.joined(separator: "  ").trimmingEnd
    }
    page.writeLine(line { columns[$0].name })
    page.writeLine(
      chosen.map { String(repeating: "─", count: $0.width) }.joined(separator: "  ")
    )
    for row in rows.indices { page.writeLine(line { cells[$0][row] }) }
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
  func shown(_ column: Int) -> [String] {
    let decimals =
      rows.map { row in
        row[column].decimal.map { max(0, -$0.exponent) } ?? 0
      }.max() ?? 0
    return rows.map { row in
      switch row[column] {
      case .empty: ""
      case .text(let text): text.legible
      case .number, .whole, .parts: row[column].decimal?.digits(decimals) ?? ""
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
