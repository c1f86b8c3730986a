/// Counts the steps of the exact method, and tells when it has to end.
///
/// Steps are counted rather than time, so that equal limits give equal results; who watches the clock
/// is asked between them.
struct Watch {
  /// The steps that may still be taken.
  private(set) var remaining: Int
  /// Whether somebody asked to stop, or the steps are used up.
  private(set) var isOver: Bool
  private let shouldStop: () -> Bool
  private var untilAsked = Self.pace

  /// The steps between two questions; a few milliseconds.
  private static let pace = 2_048

  /// Allows a number of steps.
  init(steps: Int = .max, shouldStop: @escaping () -> Bool = { false }) {
    remaining = steps
    isOver = steps <= 0
    self.shouldStop = shouldStop
  }

  /// Takes some steps.
  @inline(__always)
  mutating func take(_ steps: Int = 1) {
    remaining -= steps
    untilAsked -= steps
    if untilAsked <= 0 || remaining <= 0 { ask() }
  }

  private mutating func ask() {
    untilAsked = Self.pace
    if remaining <= 0 || shouldStop() { isOver = true }
  }
}
