internal import CReadline
internal import Glibc

/// What is in the program's memory, such as the keys of a quiz, which the participant may not see.
public enum Memory {
  /// Hides the memory from now on, even when the program crashes.
  ///
  /// The runtime's crash inspector is not started, nothing is written to a core file, and other
  /// programs of the same user cannot look in.
  public static func hide() {
    for number in [SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGSYS, SIGTRAP]
    where creadline_is_ignored(number) == 0 {
      signal(number, SIG_DFL)
    }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    creadline_forbid_dumps()
  }
}
