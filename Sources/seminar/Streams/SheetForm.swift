import ArgumentParser
import Publishing

/// The forms in which a table is shown.
enum SheetForm: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json

  /// The table in this form.
  func rendering(
    of sheet: Sheet,
    as format: String,
    notes: KeyValuePairs<String, String> = [:],
    csv: CSVWriter.Form = CSVWriter.Form()
  ) -> String {
    switch self {
    case .text:
      sheet.text(width: Output.columns) + notes.map { "\n\($0.key): \($0.value)\n" }.joined()
    case .csv: sheet.csv(csv)
    case .json: sheet.json(format: format, version: 1, notes: notes)
    }
  }
}
