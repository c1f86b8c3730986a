internal import Curricula
internal import Foundation

extension Sheet {
  /// The table as a JSON document: what it is, then its rows as objects by the columns' names.
  ///
  /// - Parameters:
  ///   - format: The name of the form, such as `seminar-scores`.
  ///   - version: Its version, from 1.
  ///   - notes: What else is to be said of the whole, such as the state of the record it is from.
  /// - Returns: The document, ended by a line feed.
  public func json(
    format: String,
    version: Int,
    notes: KeyValuePairs<String, String> = [:]
  ) -> String {
    JSON.object(
      [("format", .text(format)), ("version", .integer(version)), ("title", .text(title))]
        + notes.map { ($0.key, .text($0.value)) }
        + [("rows", .list(rows.map(object)))]
    ).document
  }

  /// The rows as JSON objects, one a line.
  public func lines() -> String {
    rows.map { object($0).line + "\n" }.joined()
  }

  /// The rows as JSON objects, one a line, each with the name and the version of its form.
  ///
  /// - Parameters:
  ///   - schema: The name of the form, such as `seminar-scores`.
  ///   - number: Its version, from 1.
  ///   - notes: What else is to be said of each, such as the state of the record it is from.
  /// - Returns: The lines, each ended by a line feed.
  public func ndjson(
    schema: String,
    version number: Int,
    notes: KeyValuePairs<String, String> = [:]
  ) -> String {
    var writer = RowWriter(
      .lines(schema: schema, version: number, notes: notes.map { ($0.key, $0.value) }),
      columns,
      zone: zone
    )
    for row in rows { writer.write(row) }
    return writer.take()
  }

  private func object(_ row: [Cell]) -> JSON {
    .object(zip(columns, row).map { column, cell in (column.name, cell.json(in: zone)) })
  }
}

extension Sheet.Cell {
  /// The value in JSON.
  func json(in zone: Zone) -> JSON {
    switch self {
    case .empty: .null
    case .text(let text): .text(text)
    case .number(let number): .decimal(number)
    case .whole(let number): .integer(number)
    case .parts: decimal.map { .decimal($0) } ?? .null
    case .instant(let instant): .text(zone.timestamp(of: instant))
    case .flag(let flag): .flag(flag)
    }
  }
}
