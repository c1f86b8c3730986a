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
  /// What is written so far, in UTF-8.
  private var bytes: [UInt8]
  private var clock: ZoneClock
  private let separator: UInt8

  /// Begins a file.
  public init(_ form: Form = Form(), zone: Zone) {
    self.form = form
    self.zone = zone
    bytes = form.hasByteOrderMark ? Array("\u{FEFF}".utf8) : []
    clock = ZoneClock(zone)
    separator = form.separator.rawValue.utf8.first ?? 0
  }

  /// What is written so far.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes one row.
  public mutating func write(_ row: [Sheet.Cell]) {
    for index in row.indices {
      if index > 0 { bytes.append(separator) }
      write(row[index])
    }
    write(plain: "\r\n")
  }

  /// Hands over what is written so far, and begins to collect anew.
  public mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return text
  }

  private mutating func write(_ cell: Sheet.Cell) {
    switch cell {
    case .empty: break
    case .text(let text):
      write(text, guarded: form.guardsFormulas && Self.looksLikeFormula(text))
    case .number(let number): if !number.isNaN { write(written(number), guarded: false) }
    case .whole(let number): write(Int64(number))
    case .parts(let count, let decimals): write(count, decimals: decimals)
    case .instant(let instant):
      clock.append(instant, isPlain: form.hasPlainInstants, to: &bytes)
    case .flag(let flag): write(plain: flag ? "yes" : "no")
    }
  }

  private func written(_ number: Decimal) -> String {
    let written = "\(number)"
    return form.decimalSign == .point ? written : written.replacing(".", with: ",")
  }

  /// Whether a spreadsheet would take a text for a formula.
  private static func looksLikeFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  /// Writes a number by its digits, some of them after the decimal sign.
  private mutating func write(_ count: Int64, decimals: Int = 0) {
    if count < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var (rest, written) = (count.magnitude, 0)
    repeat {
      if written == decimals, decimals > 0 { write(plain: form.decimalSign.rawValue) }
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      written += 1
    } while rest > 0 || written <= decimals
    var (first, last) = (start, bytes.count - 1)
    while first < last {
      bytes.swapAt(first, last)
      (first, last) = (first + 1, last - 1)
    }
  }

  /// Writes a text that needs no quotation marks.
  private mutating func write(plain text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a text, with quotation marks where it needs them.
  private mutating func write(_ text: String, guarded: Bool) {
    let start = bytes.count
    if guarded { bytes.append(UInt8(ascii: "'")) }
    bytes.append(contentsOf: text.utf8)
    var needsQuotes = false
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"), separator: needsQuotes = true
      default: break
      }
    }
    guard needsQuotes else { return }
    let cell = Array(bytes[start...])
    bytes.removeLast(cell.count)
    bytes.append(UInt8(ascii: "\""))
    for byte in cell {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
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
