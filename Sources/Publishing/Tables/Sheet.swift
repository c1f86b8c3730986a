public import Curricula
public import Foundation

/// A table of values to be shown, printed or handed to a spreadsheet.
///
/// Whoever has a report, such as scores, fills a sheet; the sheet knows how to be text, CSV and JSON.
public struct Sheet: Sendable {
  /// What stands above the table.
  public let title: String
  /// The columns from left to right.
  public let columns: [Column]
  /// The zone in which instants are written.
  public let zone: Zone
  /// The rows from top to bottom, each with a cell for each column.
  public private(set) var rows: [[Cell]] = []

  /// A column by its name and what it holds.
  public struct Column: Hashable, Sendable {
    /// The name in the header row and the key in JSON.
    public let name: String
    /// What the cells hold.
    public let kind: Kind
    /// Whether text in it is never shortened.
    public let isWhole: Bool

    /// Creates a column; it holds text unless it is said otherwise.
    public init(_ name: String, _ kind: Kind = .text, isWhole: Bool = false) {
      self.name = name
      self.kind = kind
      self.isWhole = isWhole
    }
  }

  /// What the cells of a column hold, beside nothing.
  public enum Kind: Hashable, Sendable {
    /// Text, aligned at the left, made harmless for spreadsheets.
    case text
    /// Numbers, aligned at the point.
    case number
    /// Moments in time.
    case instant
    /// Yes or no.
    case flag
  }

  /// One value.
  public enum Cell: Hashable, Sendable {
    /// Nothing.
    case empty
    /// Text as people wrote it.
    case text(String)
    /// A number, exactly.
    case number(Decimal)
    /// A whole number.
    case whole(Int)
    /// A number as a count of decimal parts, such as 1532 thousandths for 1.532; it has at least one
    /// digit after the point, and the last of them is not zero.
    case parts(Int64, decimals: Int)
    /// A moment in time; fractions of a second are not written.
    case instant(Date)
    /// Yes or no.
    case flag(Bool)

    /// A whole number.
    public static func number(_ number: Int) -> Cell { .whole(number) }

    /// Text, or nothing.
    public init(_ text: String?) { self = text.map(Cell.text) ?? .empty }

    /// A number, or nothing.
    public init(_ number: Decimal?) { self = number.map(Cell.number) ?? .empty }

    /// A whole number, or nothing.
    public init(_ number: Int?) { self = number.map(Cell.whole) ?? .empty }

    /// A count of decimal parts, such as 1500 thousandths for 1.5.
    public init(_ count: Int64, decimals: Int) {
      var (count, decimals) = (count, decimals)
      while decimals > 0, count % 10 == 0 { (count, decimals) = (count / 10, decimals - 1) }
      self = decimals == 0 ? .whole(Int(count)) : .parts(count, decimals: decimals)
    }

    /// The number, exactly; `nil` where the cell holds none.
    public var decimal: Decimal? {
      switch self {
      case .number(let number): number.isNaN ? nil : number
      case .whole(let number): Decimal(number)
      case .parts(let count, let decimals):
        Decimal(
          sign: count < 0 ? .minus : .plus,
          exponent: -decimals,
          significand: Decimal(count.magnitude)
        )
      case .empty, .text, .instant, .flag: nil
      }
    }

    /// A moment, or nothing.
    public init(_ instant: Date?) { self = instant.map(Cell.instant) ?? .empty }

    /// Yes or no, or nothing.
    public init(_ flag: Bool?) { self = flag.map(Cell.flag) ?? .empty }
  }

  /// Creates a sheet without rows.
  public init(_ title: String, columns: [Column], zone: Zone) {
    self.title = title
    self.columns = columns
    self.zone = zone
  }

  /// Adds a row at the bottom.
  ///
  /// - Precondition: The row has a cell for each column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row needs a cell for each column")
    rows.append(row)
  }

  /// The table without columns in which no row says anything, for people.
  public var withoutEmptyColumns: Sheet {
    let kept = columns.indices.filter { index in
      rows.isEmpty || rows.contains { ![.empty, .text("")].contains($0[index]) }
    }
    var shown = Sheet(title, columns: kept.map { columns[$0] }, zone: zone)
    for row in rows { shown.append(kept.map { row[$0] }) }
    return shown
  }
}
