internal import CReadline
internal import Glibc
internal import Synchronization

/// The wish of somebody who presses Ctrl-C during long work: to end with what there is.
///
/// The first interrupt is only remembered; a second one ends the program. A program that was started
/// to ignore interrupts goes on ignoring them. There is one for the whole program, because signals are
/// the program's.
public enum Interruption {
  private static let count = Atomic(0)

  /// Whether an interrupt has come since they are remembered.
  public static var hasCome: Bool { count.load(ordering: .relaxed) > 0 }

  /// Remembers interrupts from now on, instead of ending.
  public static func remember() {
    // Also makes sure that the count is there before a handler asks for it.
    count.store(0, ordering: .relaxed)
    guard creadline_is_ignored(SIGINT) == 0 else { return }
    signal(SIGINT) { _ in
      if Interruption.count.add(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
    }
  }

  /// Makes Ctrl-\ end the program at once, with the status of an interrupt.
  ///
  /// Without this the system would write the memory to a file, and the Swift runtime would offer to
  /// look into it.
  public static func endOnQuit() {
    guard creadline_is_ignored(SIGQUIT) == 0 else { return }
    signal(SIGQUIT) { _ in _exit(130) }
  }

  /// Lets interrupts end the program again.
  public static func forget() {
    guard creadline_is_ignored(SIGINT) == 0 else { return }
    signal(SIGINT, SIG_DFL)
  }
}
