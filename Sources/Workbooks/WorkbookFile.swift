#if XLSX
  internal import CXlsxWriter
  internal import Curricula
  internal import Diagnostics
  internal import Foundation
  internal import Glibc
  internal import Publishing

  /// A workbook that the library writes to a file.
  ///
  /// It is a class because the library's own value ends when it is closed.
  @safe
  final class WorkbookFile {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let formats: Formats

    /// The forms of cells.
    @safe
    private struct Formats {
      let head: UnsafeMutablePointer<lxw_format>?
      let whole: UnsafeMutablePointer<lxw_format>?
      /// Numbers with one, two and three decimals.
      let decimal: [UnsafeMutablePointer<lxw_format>?]
      let instant: UnsafeMutablePointer<lxw_format>?

      init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func format(_ form: String) -> UnsafeMutablePointer<lxw_format>? {
          let format = unsafe workbook_add_format(book)
          unsafe format_set_num_format(format, form)
          return unsafe format
        }
        unsafe head = workbook_add_format(book)
        unsafe format_set_bold(head)
        unsafe format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
        unsafe whole = format("0")
        unsafe decimal = ["0.0", "0.00", "0.000"].map(format)
        unsafe instant = format("yyyy\\-mm\\-dd hh:mm:ss")
      }
    }

    /// Begins a file; `nil` where there is no memory.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - way: The folder of its parts, until they are packed.
    init?(_ path: String, by way: String) {
      let book = unsafe way.withCString { way in
        var options = unsafe lxw_workbook_options()
        // Rows are written as they come, not collected.
        unsafe options.constant_memory = 1
        unsafe options.tmpdir = UnsafeMutablePointer(mutating: way)
        return unsafe workbook_new_opt(path, &options)
      }
      guard let book = unsafe book else { return nil }
      unsafe self.book = unsafe book
      formats = unsafe Formats(book)
    }

    /// Adds a table, with a header that stays in sight and a filter.
    func add(_ table: Sheet, named name: String) {
      guard let sheet = unsafe workbook_add_worksheet(book, name) else { return }
      for (index, column) in table.columns.enumerated() {
        let number = UInt16(clamping: index)
        unsafe worksheet_set_column(sheet, number, number, Self.width(of: index, in: table), nil)
        unsafe write(column.name, to: sheet, row: 0, column: number, isHead: true)
      }
      let decimals = table.columns.indices.map { Self.decimals(of: $0, in: table) }
      var row: UInt32 = 0
      for cells in table.rows {
        row += 1
        for (index, cell) in cells.enumerated() {
          let column = UInt16(clamping: index)
          switch cell {
          case .empty: break
          case .text(let text): unsafe write(text, to: sheet, row: row, column: column)
          case .number, .whole, .parts:
            guard let number = cell.decimal else { continue }
            let value = NSDecimalNumber(decimal: number).doubleValue
            unsafe worksheet_write_number(sheet, row, column, value, format(decimals[index]))
          case .instant(let instant):
            let seconds = Self.clockSeconds(at: instant, in: table.zone)
            unsafe worksheet_write_unixtime(sheet, row, column, seconds, formats.instant)
          case .flag(let flag):
            unsafe worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, nil)
          }
        }
      }
      unsafe worksheet_freeze_panes(sheet, 1, 0)
      let last = UInt16(clamping: max(0, table.columns.count - 1))
      unsafe worksheet_autofilter(sheet, 0, 0, row, last)
    }

    /// Adds how often something is in each range, with a chart.
    func add(_ distribution: Workbook.Distribution, named name: String) {
      guard let sheet = unsafe workbook_add_worksheet(book, name) else { return }
      unsafe write("range", to: sheet, row: 0, column: 0, isHead: true)
      unsafe write("count", to: sheet, row: 0, column: 1, isHead: true)
      unsafe worksheet_set_column(sheet, 0, 0, 16, nil)
      var row: UInt32 = 0
      for part in distribution.parts {
        row += 1
        unsafe write(part.name, to: sheet, row: row, column: 0)
        unsafe worksheet_write_number(sheet, row, 1, Double(part.count), formats.whole)
      }
      unsafe worksheet_freeze_panes(sheet, 1, 0)
      guard row > 0,
        let chart = unsafe workbook_add_chart(book, UInt8(LXW_CHART_COLUMN.rawValue))
      else { return }
      let series = unsafe chart_add_series(
        chart,
        "='\(name)'!$A$2:$A$\(row + 1)",
        "='\(name)'!$B$2:$B$\(row + 1)"
      )
      unsafe chart_series_set_name(series, "count")
      unsafe chart_title_set_name(chart, distribution.title)
      unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
      unsafe worksheet_insert_chart(sheet, 1, 3, chart)
    }

    /// Adds what is to be said of the whole.
    func add(_ notes: KeyValuePairs<String, String>, of tables: [Sheet], named name: String) {
      guard let sheet = unsafe workbook_add_worksheet(book, name) else { return }
      unsafe worksheet_set_column(sheet, 0, 0, 20, nil)
      unsafe worksheet_set_column(sheet, 1, 1, 80, nil)
      var lines = tables.prefix(1).map { ("title", $0.title) }
      let timed = tables.first { $0.columns.contains { $0.kind == .instant } }
      if let timed { lines.append(("zone", timed.zone.name)) }
      lines += notes.map { ($0.key, $0.value) }
      for (row, line) in zip(UInt32(0)..., lines) {
        unsafe write(line.0, to: sheet, row: row, column: 0, isHead: true)
        unsafe write(line.1, to: sheet, row: row, column: 1)
      }
    }

    /// Packs the parts and ends the file.
    ///
    /// - Throws: Why it is not whole.
    func close() throws(WorkbookFault) {
      // The library says on standard error what went wrong, in its own words.
      let kept = dup(STDERR_FILENO)
      let nowhere = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
      if kept >= 0, nowhere >= 0 { _ = dup2(nowhere, STDERR_FILENO) }
      errno = 0
      let status = unsafe workbook_close(book)
      let code = POSIXErrorCode(rawValue: errno)
      if kept >= 0 { _ = dup2(kept, STDERR_FILENO) }
      for descriptor in [kept, nowhere] where descriptor >= 0 { _ = Glibc.close(descriptor) }
      guard status == LXW_NO_ERROR else { throw .unwritten(code) }
    }

    private func write(
      _ text: String,
      to sheet: UnsafeMutablePointer<lxw_worksheet>,
      row: UInt32,
      column: UInt16,
      isHead: Bool = false
    ) {
      let text = CellText.escaped(text)
      unsafe worksheet_write_string(sheet, row, column, text, isHead ? formats.head : nil)
    }

    private func format(_ decimals: Int) -> UnsafeMutablePointer<lxw_format>? {
      unsafe decimals == 0 ? formats.whole : formats.decimal[min(decimals, 3) - 1]
    }

    /// The most decimals of a column; numbers keep all of them, and at most three are shown.
    private static func decimals(of column: Int, in table: Sheet) -> Int {
      table.rows.reduce(0) { most, row in
        row[column].decimal.map { max(most, -$0.exponent) } ?? most
      }
    }

    /// A width that shows most of what is in a column, in characters.
    private static func width(of column: Int, in table: Sheet) -> Double {
      let head = table.columns[column].name.displayWidth + 4
      switch table.columns[column].kind {
      case .instant: return Double(max(head, 20))
      case .number, .flag: return Double(max(head, 10))
      case .text:
        let most = table.rows.prefix(1000).reduce(head) { most, row in
          guard case .text(let text) = row[column] else { return most }
          return max(most, min(text.displayWidth + 2, 50))
        }
        return Double(min(most, 50))
      }
    }

    /// The seconds since 1970 of what clocks in a zone show.
    private static func clockSeconds(at instant: Date, in zone: Zone) -> Int64 {
      let (date, minutes) = zone.wallClock(at: instant)
      let seconds = Int64(instant.timeIntervalSince1970.rounded(.down))
      return Int64(date.dayNumber) * 86_400 + Int64(minutes) * 60 + (seconds % 60 + 60) % 60
    }
  }
#endif
