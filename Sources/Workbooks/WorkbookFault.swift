#if XLSX
  public import Foundation

  /// Why a workbook is not written.
  public enum WorkbookFault: Error, Hashable, Sendable {
    case tooManyRows(Int, limit: Int)
    /// A text of a column has too many characters for a cell.
    case tooLong(column: String, size: Int, limit: Int)
    /// The system refused it; `nil` where it is not known why.
    case unwritten(POSIXErrorCode?)

    /// What is wrong with the tables, as a clause with a small first letter; `nil` where nothing is.
    public var message: String? {
      switch self {
      case .tooManyRows(let count, let limit):
        "a worksheet has room for \(limit) rows, and there are \(count)"
      case .tooLong(let column, let size, let limit):
        "a cell has room for \(limit) characters, and a text in '\(column)' has \(size)"
      case .unwritten: nil
      }
    }
  }
#endif
