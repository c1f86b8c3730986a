import Publishing

extension SheetForm {
  /// Writes a table on standard output, with what is said of the record that it comes from.
  ///
  /// A table in CSV has no place for that; there it goes to standard error.
  func write(
    _ sheet: Sheet,
    as format: String,
    notes: KeyValuePairs<String, String>,
    csv: CSVWriter.Form = CSVWriter.Form()
  ) throws {
    try Output.standard.write(rendering(of: sheet, as: format, notes: notes, csv: csv))
    if self == .csv { Output.error.tell(notes: notes) }
  }
}

extension Output {
  /// Says on a line each what is known of the record that a result comes from.
  func tell(notes: KeyValuePairs<String, String>) {
    for note in notes { tell("\(note.key): \(note.value)") }
  }
}
