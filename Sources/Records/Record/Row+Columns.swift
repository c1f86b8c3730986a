internal import Foundation
internal import GRDB

/// A value in a row that is not of the kind the table promises.
struct UnexpectedValue: Error {}

extension Row {
  /// The text of a column.
  func text(_ column: String) throws -> String {
    guard let text = try optionalText(column) else { throw UnexpectedValue() }
    return text
  }

  /// The text of a column, `nil` where there is none.
  func optionalText(_ column: String) throws -> String? {
    guard let value = self[column] as DatabaseValue? else { throw UnexpectedValue() }
    switch value.storage {
    case .null: return nil
    case .string(let text): return text
    case .int64, .double, .blob: throw UnexpectedValue()
    }
  }

  /// The whole number of a column.
  func integer(_ column: String) throws -> Int {
    guard let value = self[column] as DatabaseValue? else { throw UnexpectedValue() }
    switch value.storage {
    case .int64(let number): return Int(number)
    case .null, .double, .string, .blob: throw UnexpectedValue()
    }
  }
}
