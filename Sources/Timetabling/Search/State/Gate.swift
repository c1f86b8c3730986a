/// What a move may cost.
struct Gate: BitwiseCopyable {
  /// The soft penalty that a unit of hard excess stands for.
  var hardWeight: Double
  /// The most that is admitted.
  var limit: Double

  /// Open to everything.
  static let open = Gate(hardWeight: 0, limit: .infinity)

  /// Whether a change is admitted.
  @inline(__always)
  func admits(_ change: Change) -> Bool {
    Double(change.hard) * hardWeight + Double(change.soft) <= limit
  }
}
