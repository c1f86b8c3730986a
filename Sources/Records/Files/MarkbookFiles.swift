internal import Foundation

/// The files of a markbook: its own, and those that SQLite keeps next to it while it is in use.
enum MarkbookFiles {
  /// What the name of each further file ends with: the log, its index, and the journal of a file
  /// without a log.
  static let companionEndings = ["-wal", "-shm", "-journal"]

  /// The path of the file itself, links followed: the companions are next to that.
  static func realPath(of file: String) -> String {
    URL(filePath: file).resolvingSymlinksInPath().path(percentEncoded: false)
  }

  /// The names of the companions that are there although the file itself is missing.
  ///
  /// Such a log holds what was recorded last. A new file under the same name would take it in as its
  /// own, so nothing is created next to it.
  static func orphans(of file: String) -> [String] {
    let path = realPath(of: file)
    let found = companions(of: path)
    // Somebody may have created the file since.
    return exists(path) ? [] : found
  }

  /// The names of the files that SQLite keeps next to a file, as far as they are there.
  static func companions(of path: String) -> [String] {
    companionEndings.filter { exists(path + $0) }.map {
      URL(filePath: path + $0).lastPathComponent
    }
  }

  /// Whether what a path names is a regular file; `nil` when nothing is there.
  static func isRegularFile(_ path: String) -> Bool? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes.map { $0[.type] as? FileAttributeType == .typeRegular }
  }

  /// How many bytes a file has; `nil` when nothing is there.
  static func size(of path: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (attributes?[.size] as? NSNumber)?.intValue
  }

  /// Whether there is an entry with this path, even a link that leads nowhere.
  static func exists(_ path: String) -> Bool {
    (try? FileManager.default.attributesOfItem(atPath: path)) != nil
  }
}

extension MarkbookFiles {
  /// Which files a connection has open, to compare with those that the path names later.
  ///
  /// The program that closes a markbook last removes the log and its index, so both stay as long as
  /// this one has it open: where they have gone, somebody else took them away.
  struct InUse: Hashable, Sendable {
    private let main: FileIdentity?
    private let log: FileIdentity?
    private let index: FileIdentity?

    init(of file: String) {
      let path = MarkbookFiles.realPath(of: file)
      main = FileIdentity(of: path)
      log = FileIdentity(of: path + "-wal")
      index = FileIdentity(of: path + "-shm")
    }

    /// Whether the path still names the same files.
    func isStill(at file: String) -> Bool {
      let now = Self(of: file)
      return main != nil && main == now.main && (log == nil || log == now.log)
        && (index == nil || index == now.index)
    }

    /// Whether the markbook's own file is the same in both.
    func hasSameMain(as other: Self) -> Bool { main != nil && main == other.main }
  }
}
