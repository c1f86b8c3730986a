internal import CReadline
internal import Glibc

/// Signals that wait in a descriptor until somebody asks for them, instead of interrupting.
///
/// While it lives, the signals named do not end or stop the program; a signal that the program was
/// started to ignore stays ignored. It is a class because the end of its life puts things back.
final class Signals {
  /// The descriptor that can be polled for a waiting signal.
  let descriptor: Int32
  private var before = sigset_t()

  /// Starts to collect interrupt, quit, terminate, hang up, stop, continue and changes of the window.
  init() {
    var collected = sigset_t()
    unsafe sigemptyset(&collected)
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT, SIGWINCH] {
      if creadline_is_ignored(number) == 0 { unsafe sigaddset(&collected, number) }
    }
    unsafe pthread_sigmask(SIG_BLOCK, &collected, &before)
    descriptor = unsafe signalfd(-1, &collected, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
  }

  deinit {
    // What waits was meant for the prompts, but for the request to end.
    var isTerminated = false
    while let number = next() { isTerminated = isTerminated || number == SIGTERM }
    Glibc.close(descriptor)
    _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    if isTerminated { raise(SIGTERM) }
  }

  /// The next signal that waits, `nil` when none does.
  func next() -> Int32? {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard unsafe read(descriptor, &information, size) == size else { return nil }
    return Int32(bitPattern: information.ssi_signo)
  }

  /// Stops the program as its terminal asked; returns when it goes on, and takes the signal to do so.
  func stop() {
    var stopping = sigset_t()
    unsafe sigemptyset(&stopping)
    unsafe sigaddset(&stopping, SIGTSTP)
    var collected = sigset_t()
    unsafe pthread_sigmask(SIG_UNBLOCK, &stopping, &collected)
    raise(SIGTSTP)
    _ = unsafe pthread_sigmask(SIG_SETMASK, &collected, nil)
    var continuing = sigset_t()
    unsafe sigemptyset(&continuing)
    unsafe sigaddset(&continuing, SIGCONT)
    var atOnce = timespec()
    _ = unsafe sigtimedwait(&continuing, nil, &atOnce)
  }
}

/// What happened while waiting.
enum Occurrence: Hashable {
  case input
  case signal
  case timeOut
  case hangUp

  /// Waits until there is input or a signal, or until the deadline.
  static func wait(
    for descriptor: Int32,
    _ signals: Signals?,
    until deadline: ContinuousClock.Instant?
  ) -> Occurrence {
    var polled = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      var milliseconds: Int32 = -1
      if let deadline {
        let left = ContinuousClock.now.duration(to: deadline)
        guard left > .zero else { return .timeOut }
        // An hour at most, and never less than the time left by rounding down.
        milliseconds = Int32(min(3_600_000, left / .milliseconds(1) + 1))
      }
      let count = unsafe poll(&polled, 2, milliseconds)
      if count < 0, errno != EINTR { return .hangUp }
      guard count > 0 else { continue }
      if polled[1].revents != 0 { return .signal }
      // A terminal that is gone claims to have input without end.
      let events = Int32(polled[0].revents)
      if events & POLLHUP != 0, Window(descriptor: descriptor).isGone { return .hangUp }
      if events & POLLIN != 0 { return .input }
      if polled[0].revents != 0 { return .hangUp }
    }
  }
}
