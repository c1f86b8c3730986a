#if Archives
  internal import Banks
  internal import Curricula

  /// Reads the cells of a worksheet as texts.
  struct CellReader {
    private static var disorder: SpreadsheetFault {
      .damagedPart("worksheet", "its cells are not in order")
    }
    /// The most rows and columns that are read.
    static let limit = (rows: 20_000, columns: 500)

    /// The texts that cells name by number.
    let sharedTexts: [String]
    let formats: CellFormats
    let countsFrom1904: Bool

    /// The texts that several cells may share.
    static func sharedTexts(_ root: XMLElement) -> [String] {
      root.elements("si").map(text)
    }

    /// The rows of a worksheet from the first one, each as long as its last text.
    func rows(of sheet: XMLElement) throws(SpreadsheetFault) -> [[String]] {
      var rows: [[String]] = []
      var number = 0
      for row in sheet.first("sheetData")?.elements("row") ?? [] {
        // A row without a number follows the one before.
        number = row["r"].flatMap { Int($0) } ?? number + 1
        let cells = try cells(of: row)
        guard !cells.isEmpty else { continue }
        guard number <= Self.limit.rows else { throw .tooManyRows(limit: Self.limit.rows) }
        guard number > rows.count else { throw Self.disorder }
        rows += Array(repeating: [], count: number - 1 - rows.count) + [cells]
      }
      return rows
    }

    private func cells(of row: XMLElement) throws(SpreadsheetFault) -> [String] {
      var cells: [String] = []
      var column = 0
      for cell in row.elements("c") {
        column = cell["r"].flatMap(Self.column) ?? column + 1
        let text = text(of: cell)
        guard !text.isEmpty else { continue }
        guard column <= Self.limit.columns else {
          throw .tooManyColumns(limit: Self.limit.columns)
        }
        guard column > cells.count else { throw Self.disorder }
        cells += Array(repeating: "", count: column - 1 - cells.count) + [text]
      }
      return cells
    }

    /// The number of a column, from 1, in a reference such as `AB12`; `nil` where there is none.
    static func column(_ reference: String) -> Int? {
      let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
      guard (1...3).contains(letters.count) else { return nil }
      return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
    }

    private func text(of cell: XMLElement) -> String {
      let value = cell.first("v")?.text ?? ""
      switch cell["t"] ?? "n" {
      case "s":
        guard let index = Int(value), sharedTexts.indices.contains(index) else { return "" }
        return sharedTexts[index]
      case "inlineStr": return cell.first("is").map(Self.text) ?? ""
      case "b": return value == "1" || value == "true" ? "TRUE" : value.isEmpty ? "" : "FALSE"
      case "n": return number(value, as: formats.meaning(ofStyle: cell["s"]))
      // The text that a formula came to, the name of an error, a day by ISO 8601.
      default: return Self.unescaped(value)
      }
    }

    /// The text of a string, whose parts may have several looks; how it is pronounced is left out.
    private static func text(_ string: XMLElement) -> String {
      let runs = string.elements.filter { $0.name == "t" || $0.name == "r" }
      return unescaped(
        runs.map { $0.name == "t" ? $0.text : $0.first("t")?.text ?? "" }.joined()
      )
    }

    /// A text in which `_x000D_` stands for a character that XML does not allow.
    private static func unescaped(_ text: String) -> String {
      guard text.contains("_x") else { return text }
      return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
        UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
      }
    }
  }

  // Numbers, days and times.
  extension CellReader {
    /// A number as text.
    private func number(_ value: String, as meaning: CellFormats.Meaning) -> String {
      guard let number = Double(value), number.isFinite, abs(number) < 1e15 else { return value }
      switch meaning {
      case .moment where number >= 0 && number < 2_958_466: return moment(number)
      case .moment, .number: return plain(number)
      }
    }

    /// A number of days since day 0 as a day, a time, or both.
    private func moment(_ number: Double) -> String {
      let seconds = Int((number * 86_400).rounded())
      let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
      let time =
        [rest / 3600, rest / 60 % 60].map(Self.twoDigits).joined(separator: ":")
        + (rest % 60 == 0 ? "" : ":" + Self.twoDigits(rest % 60))
      guard days > 0 else { return time }
      // 1 January 1970 is day 25,569 of those that are counted from 1899.
      let day = CivilDate(dayNumber: days + (countsFrom1904 ? Self.shift1904 : 0) - 25_569)
      return rest == 0 ? "\(day)" : "\(day)T\(time)"
    }

    /// A number without what makes it look like another one.
    ///
    /// A part of the day keeps so many decimals that it cannot be a time with a point, and a number of days
    /// is counted from 1899.
    private func plain(_ number: Double) -> String {
      guard number == number.rounded() else {
        let text = "\(number)"
        let decimals = text.split(separator: ".").last?.count ?? 0
        let isPart = (0..<1).contains(number) && !text.contains("e")
        return isPart && decimals < 6
          ? text + String(repeating: "0", count: 6 - decimals) : text
      }
      let whole = Int(number)
      let isDay = countsFrom1904 && (10_000...99_999).contains(whole)
      return "\(isDay ? whole + Self.shift1904 : whole)"
    }

    /// How many days later day 0 is where days are counted from 1904.
    private static let shift1904 = 1462

    private static func twoDigits(_ number: Int) -> String {
      (number < 10 ? "0" : "") + "\(number)"
    }
  }
#endif
