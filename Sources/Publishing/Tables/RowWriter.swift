public import Curricula

/// Writes the rows of a table one after another, so that a long one is never held as a whole.
public struct RowWriter: Sendable {
  /// The form of the rows.
  public enum Form: Sendable {
    /// Comma-separated values, after a row with the columns' names.
    case csv(CSVWriter.Form)
    /// JSON objects, one a line, each with the name and the version of its form and with what else is to
    /// be said of the whole.
    case lines(schema: String, version: Int, notes: [(key: String, value: String)])
  }

  private let columns: [Sheet.Column]
  private let zone: Zone
  private let members: [(key: String, value: JSON)]
  private var table: CSVWriter?
  private var text = ""

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - columns: The columns from left to right.
  ///   - zone: The zone in which instants are written.
  public init(_ form: Form, _ columns: [Sheet.Column], zone: Zone) {
    self.columns = columns
    self.zone = zone
    switch form {
    case .csv(let form):
      members = []
      table = CSVWriter(form, zone: zone)
    case .lines(let schema, let version, let notes):
      members =
        [("schema", .text(schema)), ("schema-version", .integer(version))]
        + notes.map { ($0.key, .text($0.value)) }
      table = nil
    }
  }

  /// Writes what comes before the first row.
  public mutating func writeHead() {
    table?.write(columns.map { .text($0.name) })
  }

  /// Writes one row, which has a cell for each column.
  public mutating func write(_ row: [Sheet.Cell]) {
    if table != nil {
      table?.write(row)
    } else {
      let cells = zip(columns, row).map { (key: $0.name, value: $1.json(in: zone)) }
      text += JSON.object(members + cells).line + "\n"
    }
  }

  /// Hands over what is written so far, and begins to collect anew.
  public mutating func take() -> String {
    if let written = table?.take() { return written }
    defer { text = "" }
    return text
  }
}
