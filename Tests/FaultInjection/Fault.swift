/// What happens at one of the calls by which the program changes files.
enum Fault: String, Sendable {
  /// The process is killed before the call.
  case before
  /// The process is killed when half of the bytes are written; before a call that writes none.
  case half
  /// The process is killed after the call.
  case after
  /// This call and all later ones find the disk full.
  case full
  /// This call fails, and no other.
  case error
}
