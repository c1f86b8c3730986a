#if Archives
  internal import Diagnostics

  /// Why a spreadsheet's own file cannot be read.
  public enum SpreadsheetFault: Error, Hashable, Sendable {
    /// It is not of this form at all, or it is packed in a way that is refused, for a reason in words.
    case unpackable(String)
    /// It has the form that protected and old spreadsheets have.
    case protectedOrOld
    /// It is a packed file of another kind.
    case notAWorkbook
    case missingPart(String)
    /// A part is not well formed, for a reason in words.
    case damagedPart(String, String)
    case noWorksheet
    case tooManyRows(limit: Int)
    case tooManyColumns(limit: Int)

    /// What is wrong, as a clause with a small first letter.
    public var message: String {
      switch self {
      case .unpackable(let reason): reason
      case .protectedOrOld: "it is protected by a password, or in the old format '.xls'"
      case .notAWorkbook: "there is no workbook in it"
      case .missingPart(let path): "its part '\(path.visible)' is missing"
      case .damagedPart(let path, let reason): "its part '\(path.visible)': \(reason)"
      case .noWorksheet: "it has no visible worksheet"
      case .tooManyRows(let limit): "its worksheet has more than \(limit) rows"
      case .tooManyColumns(let limit): "its worksheet has more than \(limit) columns"
      }
    }
  }
#endif
