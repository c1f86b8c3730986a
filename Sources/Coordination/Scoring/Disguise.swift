internal import Publishing

/// What of the rows of a table is shown under anonymous names.
///
/// Left out are columns that say who somebody is, or by which an attempt could be found in other lists:
/// names, instants, reasons and comments, and the texts of essays.
struct Disguise: Sendable {
  private static let personal: Set<String> = [
    "name", "started", "submitted", "responded", "remarked", "despite", "marked-by", "comment",
  ]

  /// The columns that are left.
  let columns: [Sheet.Column]
  private let anonymity: Anonymity?
  private let kept: [Int]
  private let names: [String]
  private let kind: Int?

  /// Prepares a table; without names that say nothing, its rows stay as they are.
  init(_ columns: [Sheet.Column], _ anonymity: Anonymity?) {
    self.anonymity = anonymity
    kept = columns.indices.filter { anonymity == nil || !Self.personal.contains(columns[$0].name) }
    self.columns = kept.map { columns[$0] }
    names = self.columns.map(\.name)
    kind = columns.firstIndex { $0.name == "item-kind" }
  }

  /// A row as it is shown.
  func row(_ cells: [Sheet.Cell]) -> [Sheet.Cell] {
    guard let anonymity else { return cells }
    let isEssay = kind.map { cells[$0] == .text("essay") } ?? false
    return zip(names, kept).map { name, index in
      switch (name, cells[index]) {
      // Nobody knows how many people guests are.
      case ("participant", .text("guest")): .text("guest")
      case ("participant", .text(let id)): .text(anonymity.participant(id))
      case ("id", .text(let id)): .text(anonymity.attempt(id))
      case ("typed", _), ("response", _): isEssay ? .empty : cells[index]
      case (_, let cell): cell
      }
    }
  }
}
