internal import Diagnostics

/// Things by columns with two numbers in each place, as a picture.
///
/// Whoever has a report, such as the themes of a curriculum by weeks, fills it in; it knows how to be drawn.
/// Each number is written, so that nothing depends on colour.
public struct GridPicture: Sendable {
  /// The two numbers of a place; 0 is not drawn.
  public struct Cell: Hashable, Sendable {
    /// The number at the left.
    public let left: Int
    /// The number at the right.
    public let right: Int

    /// Creates a place.
    public init(left: Int, right: Int) {
      self.left = left
      self.right = right
    }
  }

  /// A thing with a place for each column.
  public struct Row: Hashable, Sendable {
    /// The name of the thing.
    public let name: String
    /// Its places, one for each column.
    public let cells: [Cell]

    /// Creates a row.
    public init(name: String, cells: [Cell]) {
      self.name = name
      self.cells = cells
    }
  }

  private let title: String
  private let left: String
  private let right: String
  private let columns: [String]
  private let rows: [Row]

  /// Creates a picture.
  ///
  /// - Parameters:
  ///   - title: What stands above it.
  ///   - left: What the numbers at the left are.
  ///   - right: What the numbers at the right are.
  ///   - columns: The names of the columns.
  ///   - rows: The rows, from the top.
  public init(title: String, left: String, right: String, columns: [String], rows: [Row]) {
    self.title = title
    self.left = left
    self.right = right
    self.columns = columns
    self.rows = rows
  }

  private static let margin = 16
  private static let names = 272
  private static let half = 30
  private static let step = 66
  private static let line = 22
  private static let top = 86

  /// The picture as a part of a page.
  var markup: Markup {
    picture(
      width: Self.names + max(4, columns.count) * Self.step + Self.margin,
      height: Self.top + rows.count * Self.line + Self.margin,
      title: "\(title): \(left), \(right)".legible
    ) {
      label(Self.margin, 24, fitted(title, to: 72), size: 14, isBold: true)
      box(Self.margin, 36, Self.half, 16, fill: "#225588")
      label(Self.margin + Self.half + 6, 48, left, size: 11)
      box(Self.names, 36, Self.half, 16, fill: "#f0c860")
      label(Self.names + Self.half + 6, 48, right, size: 11)
      for index in columns.indices {
        label(Self.names + index * Self.step, Self.top - 8, fitted(columns[index], to: 9), size: 11)
      }
      for index in rows.indices { draw(rows[index], at: Self.top + index * Self.line) }
    }
  }

  /// The picture in Scalable Vector Graphics.
  public var svg: String { markup.picture }

  @MarkupBuilder private func draw(_ row: Row, at y: Int) -> [Markup] {
    label(Self.margin, y + 14, fitted(row.name, to: 40), size: 11)
    for index in row.cells.indices {
      let (x, cell) = (Self.names + index * Self.step, row.cells[index])
      box(x, y, 2 * Self.half, Self.line - 3, fill: "#f4f6f9")
      if cell.left > 0 {
        box(x, y, Self.half, Self.line - 3, fill: "#225588")
        label(x + 4, y + 14, "\(cell.left)", size: 11, color: "#ffffff")
      }
      if cell.right > 0 {
        box(x + Self.half, y, Self.half, Self.line - 3, fill: "#f0c860")
        label(x + Self.half + 4, y + 14, "\(cell.right)", size: 11)
      }
    }
  }
}
