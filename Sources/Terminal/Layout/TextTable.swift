/// A table as text: columns padded by display width, without lines between them.
public struct TextTable: Hashable, Sendable {
  /// How the cells of a column stand below one another.
  public enum Alignment: Hashable, Sendable {
    case left
    case right
    /// Numbers with their decimal points below one another.
    case decimal
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// What stands above it.
    public var title: String
    /// How its cells stand below one another.
    public var alignment: Alignment

    /// Creates a column.
    public init(_ title: String, _ alignment: Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The columns from left to right.
  public var columns: [Column]
  /// The cells of each row; missing cells are empty, and those beyond the columns are not shown.
  public var rows: [[String]]

  /// Creates a table.
  public init(_ columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table in lines, the titles first; no line ends in spaces.
  ///
  /// Where the table is wider than `width`, the widest left-aligned columns are narrowed, to 8 columns
  /// at the least, and their cells take several lines.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  public func lines(within width: Int? = nil, _ style: Style = Style(isColored: false)) -> [String]
  {
    let cells = rows.map { row in columns.indices.map { $0 < row.count ? row[$0] : "" } }
    var fitted = columns.enumerated().map { index, column in
      Fitting(column, cells.map { $0[index] })
    }
    if let width { Self.narrow(&fitted, to: width) }
    var lines = Self.lines(of: zip(fitted, columns).map { $0.laidOutTitle($1.title) })
      .map { style(.heading, $0) }
    for row in cells {
      lines += Self.lines(of: zip(fitted, row).map { $0.laidOut($1) })
    }
    return lines
  }

  /// The table with one fact a line, as `title: cell`, rows apart by an empty line, for
  /// screen readers; empty cells are left out.
  public func facts() -> [String] {
    let records = rows.map { row in
      zip(columns, row).filter { !$0.1.isEmpty }.map { "\($0.0.title): \($0.1)" }
    }
    return Array(records.joined(separator: [""]))
  }

  /// Sets cells of possibly several lines side by side.
  private static func lines(of cells: [[String]]) -> [String] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { index in
      let line = cells.map { cell in
        index < cell.count
          ? cell[index] : String(repeating: " ", count: cell.first?.displayWidth ?? 0)
      }
      return line.joined(separator: "  ").withoutTrailingSpaces
    }
  }

  private static func narrow(_ fitted: inout [Fitting], to width: Int) {
    var excess = fitted.map(\.width).reduce(2 * (fitted.count - 1), +) - width
    while excess > 0 {
      let candidates = fitted.indices.filter {
        fitted[$0].alignment == .left && fitted[$0].width > 8
      }
      guard let widest = candidates.max(by: { fitted[$0].width < fitted[$1].width }) else { return }
      fitted[widest].width -= 1
      excess -= 1
    }
  }
}

/// How the cells of one column are laid out.
private struct Fitting {
  let alignment: TextTable.Alignment
  var width: Int
  /// The columns before and from the decimal point on.
  private let (whole, fraction): (Int, Int)

  init(_ column: TextTable.Column, _ cells: [String]) {
    alignment = column.alignment
    let parts = cells.map(Self.parts)
    whole = parts.map(\.whole.displayWidth).max() ?? 0
    fraction = parts.map(\.fraction.displayWidth).max() ?? 0
    let widest = cells.map(\.displayWidth).max() ?? 0
    let content = alignment == .decimal ? whole + fraction : widest
    width = max(content, column.title.displayWidth)
  }

  /// The lines of the title; that of numbers stands on the right.
  func laidOutTitle(_ title: String) -> [String] {
    alignment == .left
      ? title.wrapped(to: width).map { $0.padded(after: width) } : [title.padded(before: width)]
  }

  /// The lines of a cell, each as wide as the column.
  func laidOut(_ cell: String) -> [String] {
    switch alignment {
    case .left: return cell.wrapped(to: width).map { $0.padded(after: width) }
    case .right: return [cell.padded(before: width)]
    case .decimal:
      let parts = Self.parts(of: cell)
      let aligned = parts.whole.padded(before: whole) + parts.fraction.padded(after: fraction)
      return [aligned.padded(before: width)]
    }
  }

  private static func parts(of cell: String) -> (whole: String, fraction: String) {
    let whole = cell.prefix { $0 != "." }
    return (String(whole), String(cell.dropFirst(whole.count)))
  }
}

extension String {
  fileprivate func padded(after width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  fileprivate func padded(before width: Int) -> String {
    String(repeating: " ", count: max(0, width - displayWidth)) + self
  }

  fileprivate var withoutTrailingSpaces: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
