internal import Diagnostics

/// Why a repair cannot be written into a file.
public enum RepairRefusal: Error, Hashable, Sendable {
  /// What was typed has not the form of a code.
  case notACode(String)
  /// The file is not the one for which the code was shown.
  case changedSince(String, file: String)
  /// No repair has the code.
  case unknownCode(String)
  /// There is nothing to repair.
  case nothingToRepair(String)
}

extension RepairRefusal {
  /// What cannot be done.
  public var message: String {
    switch self {
    case .notACode(let code): "'\(code.visible)' is not the code of a change"
    case .changedSince(let code, let file):
      "'\(file.visible)' has changed since the code '\(code.visible)' was shown, or the code belongs to "
        + "another file"
    case .unknownCode(let code): "no proposed change of this file has the code '\(code.visible)'"
    case .nothingToRepair: "no change is needed: a timetable exists"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .notACode: "type the code that is shown with the change, such as k3f9-7q2m"
    case .changedSince:
      "run the command without '--apply' to see the possible changes and their codes again"
    case .unknownCode:
      "run the command without '--apply', and with the same other options, to see the codes"
    case .nothingToRepair: "run the command without '--apply' to see the timetable"
    }
  }
}
