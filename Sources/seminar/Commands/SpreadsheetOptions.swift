import ArgumentParser
import Diagnostics
import Publishing

/// How a CSV file is put together, for the spreadsheet at hand.
struct SpreadsheetOptions: ParsableArguments {
  /// Spreadsheets in a language, each with its own habits.
  enum Spreadsheet: String, CaseIterable, ExpressibleByArgument {
    case excel
    case excelDe = "excel-de"
    case excelFr = "excel-fr"
    case excelEs = "excel-es"
    case excelIt = "excel-it"
    case excelPt = "excel-pt"
    case excelRu = "excel-ru"

    /// What opens there by a double click with whole names, and with numbers as numbers.
    fileprivate var form: CSVWriter.Form {
      switch self {
      case .excel: CSVWriter.Form(hasByteOrderMark: true, hasPlainInstants: true)
      case .excelDe, .excelFr, .excelEs, .excelIt, .excelPt, .excelRu:
        CSVWriter.Form(
          separator: .semicolon,
          hasByteOrderMark: true,
          decimalSign: .comma,
          hasPlainInstants: true
        )
      }
    }
  }

  /// What stands between cells, by its name.
  enum Delimiter: String, CaseIterable, ExpressibleByArgument {
    case comma, semicolon, tab

    fileprivate var separator: CSVWriter.Form.Separator {
      switch self {
      case .comma: .comma
      case .semicolon: .semicolon
      case .tab: .tab
      }
    }
  }

  /// What stands before the fraction of a number, by its name.
  enum DecimalSign: String, CaseIterable, ExpressibleByArgument {
    case point, comma

    fileprivate var sign: CSVWriter.Form.DecimalSign {
      switch self {
      case .point: .point
      case .comma: .comma
      }
    }
  }

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "CSV that opens by double click: excel for English settings, excel-de for German, and -fr, "
        + "-es, -it, -pt, -ru.",
      valueName: "spreadsheet"
    )
  )
  var spreadsheet: Spreadsheet?

  @Option(help: ArgumentHelp("In CSV: comma, semicolon or tab.", valueName: "sign"))
  var delimiter: Delimiter?

  @Option(help: ArgumentHelp("In CSV: decimal point or comma.", valueName: "sign"))
  var decimal: DecimalSign?

  @Flag(help: "In CSV: begin with a byte-order mark.")
  var bom = false

  /// Whether any of it was chosen.
  var isChosen: Bool { spreadsheet != nil || delimiter != nil || decimal != nil || bom }

  /// The form, single choices before those of the spreadsheet.
  var form: CSVWriter.Form {
    var form = spreadsheet?.form ?? CSVWriter.Form()
    if let delimiter { form.separator = delimiter.separator }
    if let decimal { form.decimalSign = decimal.sign }
    if bom { form.hasByteOrderMark = true }
    return form
  }

  /// Refuses choices for CSV where another form is written.
  func check(isCSV: Bool) throws {
    guard isChosen, !isCSV else { return }
    throw Failure(
      .usage,
      "'--for', '--delimiter', '--decimal' and '--bom' are for CSV only",
      remedy: "add '--format csv'"
    )
  }
}
