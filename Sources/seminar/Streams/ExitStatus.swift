/// How the program ends; the numbers are those of `sysexits.h`.
enum ExitStatus: Int32 {
  case done = 0
  /// Checks found problems, or no timetable exists.
  case problems = 1
  case usage = 64
  case badInput = 65
  case inputMissing = 66
  case internalError = 70
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case notPermitted = 77
  case interrupted = 130
}
