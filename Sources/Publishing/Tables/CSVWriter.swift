public import Curricula
internal import Foundation

/// Writes rows of cells as comma-separated values.
///
/// Source: RFC 4180, with UTF-8. Rows end in CR LF, and quotation marks stand only where they must.
/// Text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises
/// under *CSV Injection*; numbers and instants never do.
public struct CSVWriter: Sendable {
  /// How the file is put together.
  public struct Form: Hashable, Sendable {
    /// What stands between cells.
    public var separator: Separator
    /// Whether the file begins with a byte order mark, by which some spreadsheets know UTF-8.
    public var hasByteOrderMark: Bool
    /// Whether text that looks like a formula gets an apostrophe before it.
    public var guardsFormulas: Bool

    /// What stands before the fraction of a number.
    public var decimalSign: DecimalSign
    /// Whether instants are written without their offset, as spreadsheets read them.
    public var hasPlainInstants: Bool

    /// What stands before the fraction of a number.
    public enum DecimalSign: String, CaseIterable, Hashable, Sendable {
      case point = "."
      case comma = ","
    }

    /// What stands between cells.
    public enum Separator: String, CaseIterable, Hashable, Sendable {
      case comma = ","
      case semicolon = ";"
      case tab = "\t"
    }

    /// Creates a form: commas, no byte order mark, formulas guarded, unless it is said otherwise.
    public init(
      separator: Separator = .comma,
      hasByteOrderMark: Bool = false,
      guardsFormulas: Bool = true,
      decimalSign: DecimalSign = .point,
      hasPlainInstants: Bool = false
    ) {
      self.separator = separator
      self.hasByteOrderMark = hasByteOrderMark
      self.guardsFormulas = guardsFormulas
      self.decimalSign = decimalSign
      self.hasPlainInstants = hasPlainInstants
    }
  }

  /// How the file is put together.
  public let form: Form
  /// The zone in which instants are written.
  public let zone: Zone
  /// What is written so far.
  public private(set) var text: String

  /// Begins a file.
  public init(_ form: Form = Form(), zone: Zone) {
    self.form = form
    self.zone = zone
    text = form.hasByteOrderMark ? "\u{FEFF}" : ""
  }

  /// Writes one row.
  public mutating func write(_ row: [Sheet.Cell]) {
    text += row.map(cell).joined(separator: form.separator.rawValue) + "\r\n"
  }

  private func cell(_ cell: Sheet.Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let written): quoted(form.guardsFormulas ? guarded(written) : written)
    case .number(let number): number.isNaN ? "" : quoted(written(number))
    case .instant(let instant):
      form.hasPlainInstants ? zone.plainTimestamp(of: instant) : zone.timestamp(of: instant)
    case .flag(let flag): flag ? "yes" : "no"
    }
  }

  private func written(_ number: Decimal) -> String {
    "\(number)".replacing(".", with: form.decimalSign.rawValue)
  }

  private func guarded(_ text: String) -> String {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠": "'" + text
    default: text
    }
  }

  private func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "\"" || $0 == "\n" || $0 == "\r" || String($0) == form.separator.rawValue
    }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}

extension Sheet {
  /// The table as comma-separated values: the names of the columns, then the rows.
  public func csv(_ form: CSVWriter.Form = .init()) -> String {
    var writer = CSVWriter(form, zone: zone)
    writer.write(columns.map { .text($0.name) })
    for row in rows { writer.write(row) }
    return writer.text
  }
}
