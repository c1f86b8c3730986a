internal import Diagnostics

/// Where a folder's files are kept, and how much room there is.
public struct FileSystem: Hashable, Sendable {
  /// The name of the kind in the system's table of mounts, such as `ext4` or `fuse.sshfs`; `nil` where
  /// the system does not tell.
  public let kind: String?
  /// The bytes that are free for this account.
  public let freeBytes: UInt64
  /// The files that can still be made; `nil` where there is no limit.
  public let freeFiles: UInt64?

  /// Creates facts about a file system.
  public init(kind: String?, freeBytes: UInt64, freeFiles: UInt64?) {
    self.kind = kind
    self.freeBytes = freeBytes
    self.freeFiles = freeFiles
  }

  /// What kind of place it is for a markbook.
  enum Place: Hashable {
    /// A disk of this machine, or what cannot be told from one.
    case local
    /// Memory, empty after a restart.
    case memory
    /// Files of another machine, where the log's shared memory does not work.
    case network(String)
    /// The system does not tell.
    case unknown
    /// A program that answers for files; whether they are local is not known.
    case program(String)
  }

  /// The kinds that other machines serve, by their names in `/proc/filesystems` or after `fuse.`.
  private static let networks: Set<String> = [
    "nfs", "nfs3", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "coda", "ncpfs", "ncp", "ceph",
    "lustre", "gpfs", "beegfs", "orangefs", "ocfs2", "gfs2", "vboxsf", "vmhgfs", "prl_fs",
    "sshfs", "s3fs", "rclone", "glusterfs", "davfs", "davfs2", "curlftpfs", "smbnetfs", "cephfs",
    "ceph-fuse", "gcsfuse", "goofys", "juicefs", "mountpoint-s3", "vmhgfs-fuse", "moosefs",
  ]

  var place: Place {
    guard let kind else { return .unknown }
    let program = kind.split(separator: ".", maxSplits: 1).last.map(String.init) ?? kind
    if Self.networks.contains(program.lowercased()) { return .network(kind) }
    switch kind {
    case "tmpfs", "ramfs": return .memory
    // The kind for disks of Windows answers through a program too, for a disk of this machine.
    case "fuseblk": return .local
    default: return kind == "fuse" || kind.hasPrefix("fuse.") ? .program(program) : .local
    }
  }

  /// What follows for a markbook in a folder of this file system.
  public func observations(of folder: String) -> [Observation] {
    var observations: [Observation] = []
    switch place {
    case .local:
      observations.append(
        Observation(.ok, "disk", "'\(folder.visible)' is on this machine (\(kind?.visible ?? ""))")
      )
    case .unknown:
      observations.append(
        Observation(
          .note,
          "disk",
          "the kind of file system of '\(folder.visible)' is unknown",
          remedy: "make sure that it is a disk of this machine: findmnt --target "
            + ShellWords.quoted(folder)
        )
      )
    case .memory:
      observations.append(
        Observation(
          .warning,
          "disk",
          "'\(folder.visible)' is in memory: everything in it is gone after a restart",
          remedy: "move the workspace to a disk, or name a markbook on one with '--markbook'"
        )
      )
    case .network(let kind):
      observations.append(
        Observation(
          .problem,
          "disk",
          "'\(folder.visible)' is on a network file system (\(kind)), where recording is not safe",
          remedy: "keep the markbook on a disk of the machine where people sit, and name it with "
            + "'--markbook'"
        )
      )
    case .program(let kind):
      observations.append(
        Observation(
          .warning,
          "disk",
          "'\(folder.visible)' is served by the program '\(kind.visible)'; its files may be on "
            + "another machine, where recording is not safe",
          remedy: "make sure that they are on this machine, or name a markbook that is with "
            + "'--markbook'"
        )
      )
    }
    observations.append(space(in: folder))
    return observations
  }

  private func space(in folder: String) -> Observation {
    let mebibytes = freeBytes >> 20
    let room = "\(mebibytes) MiB are free in '\(folder.visible)'"
    if freeFiles ?? .max < 100 {
      return Observation(
        .problem,
        "disk",
        "\(freeFiles ?? 0) more files can be made in '\(folder.visible)'",
        remedy: "remove files that are not needed"
      )
    }
    if mebibytes < 10 {
      return Observation(.problem, "disk", room, remedy: "free some space before anybody sits")
    }
    if mebibytes < 200 {
      return Observation(.warning, "disk", room, remedy: "free some space; backups need it too")
    }
    return Observation(.ok, "disk", room)
  }
}
