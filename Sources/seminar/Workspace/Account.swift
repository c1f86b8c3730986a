import Glibc

/// An account of the system.
struct Account: Hashable {
  let user: uid_t
  /// The name by which the system knows the account; for a user without an entry, `uid-` and its number.
  let name: String

  /// The account under which the program runs.
  ///
  /// Only the system is asked: variables such as `USER` can be set by anybody.
  static var current: Account {
    let user = geteuid()
    guard let entry = unsafe getpwuid(user) else {
      return Account(user: user, name: "uid-\(user)")
    }
    return unsafe Account(user: user, name: String(cString: entry.pointee.pw_name))
  }
}
