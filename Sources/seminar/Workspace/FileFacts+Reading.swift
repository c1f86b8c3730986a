import Coordination
import Foundation
import Glibc

extension FileFacts {
  /// What the system says about a file; `nil` where there is none.
  init?(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    let user = unsafe getpwuid(status.st_uid)
    let group = unsafe getgrgid(status.st_gid)
    self.init(
      path: path,
      owner: status.st_uid,
      ownerName: unsafe user.map { unsafe String(cString: $0.pointee.pw_name) }
        ?? "\(status.st_uid)",
      group: status.st_gid,
      groupName: unsafe group.map { unsafe String(cString: $0.pointee.gr_name) }
        ?? "\(status.st_gid)",
      permissions: status.st_mode & 0o7777,
      isFolder: status.st_mode & S_IFMT == S_IFDIR
    )
  }
}

extension Reach {
  /// The absolute path without links; `nil` where there is nothing.
  static func realPath(of path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}

extension AccountFacts {
  /// The account that has a name; `nil` when the system knows none.
  init?(named name: String) {
    guard let entry = unsafe getpwnam(name) else { return nil }
    let user = unsafe entry.pointee.pw_uid
    let group = unsafe entry.pointee.pw_gid
    let shell = unsafe String(cString: entry.pointee.pw_shell)
    var count: Int32 = 256
    var groups = [gid_t](repeating: group, count: Int(count))
    let isWhole = unsafe getgrouplist(name, group, &groups, &count) >= 0
    self.init(
      user: user,
      name: name,
      groups: Set(isWhole ? groups.prefix(Int(count)) : groups[...]).union([group]),
      shell: shell
    )
  }
}

extension FileSystem {
  /// The file system of a folder; `nil` where there is none.
  init?(of folder: String) {
    var status = statvfs()
    guard unsafe statvfs(folder, &status) == 0 else { return nil }
    self.init(
      kind: Self.kind(of: folder),
      freeBytes: UInt64(status.f_bavail) * UInt64(status.f_frsize),
      freeFiles: status.f_files == 0 ? nil : UInt64(status.f_favail)
    )
  }

  /// The name of the kind, by the longest place in the system's table that a folder lies in.
  private static func kind(of folder: String) -> String? {
    guard let real = Reach.realPath(of: folder),
      let handle = FileHandle(forReadingAtPath: "/proc/self/mountinfo"),
      let data = try? handle.readToEnd()
    else { return nil }
    var best: (length: Int, kind: String)?
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      // "36 35 98:0 /root /place options … - kind source options"
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 6, let hyphen = words.firstIndex(of: "-"), words.count > hyphen + 1 else {
        continue
      }
      let place = words[4].replacing("\\040", with: " ")
      let isAbove = place == "/" || real == place || real.hasPrefix(place + "/")
      if isAbove, place.count >= best?.length ?? 0 { best = (place.count, words[hyphen + 1]) }
    }
    return best?.kind
  }
}
