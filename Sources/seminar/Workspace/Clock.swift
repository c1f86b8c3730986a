import Coordination
import Foundation
import Quizzes

extension Moment {
  /// The present, by the wall clock and by the system's running clock.
  static var now: Moment {
    Moment(.now, reading: Reading.now)
  }
}

extension Moment.Reading {
  /// What the system's running clock shows: the time since the machine started, sleep included.
  ///
  /// `nil` where the system does not tell.
  static var now: Self? {
    guard let uptime = firstWord(of: "/proc/uptime"), let seconds = Double(uptime),
      (0..<1e12).contains(seconds), let boot = firstWord(of: "/proc/sys/kernel/random/boot_id")
    else { return nil }
    return Self(boot: String(boot.prefix(8)), milliseconds: Int64((seconds * 1000).rounded()))
  }

  private static func firstWord(of path: String) -> String? {
    // A file of the kernel has no size beforehand: it is read to its end.
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.readToEnd()
    else { return nil }
    return String(decoding: data, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).first.map(String.init)
  }
}
