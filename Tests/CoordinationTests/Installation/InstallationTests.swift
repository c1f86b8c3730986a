import Records
import Testing

@testable import Coordination

@Suite struct InstallationTests {
  private func facts(
    _ path: String,
    _ permissions: UInt32,
    owner: UInt32 = 1000,
    group: UInt32 = 1000,
    isFolder: Bool = false
  ) -> FileFacts {
    FileFacts(
      path: path,
      owner: owner,
      ownerName: owner == 0 ? "root" : "office",
      group: group,
      groupName: "office",
      permissions: permissions,
      isFolder: isFolder
    )
  }

  private func reach(folder: UInt32, file: UInt32, owner: UInt32 = 1000) -> Reach {
    Reach([
      facts("/", 0o755, owner: 0, group: 0, isFolder: true),
      facts("/srv", folder, owner: owner, isFolder: true),
      facts("/srv/it's", file, owner: owner),
    ])
  }

  private let ana = AccountFacts(user: 2000, name: "ana", groups: [2000], shell: "/bin/sh")
  private let staff = AccountFacts(
    user: 2001,
    name: "staff",
    groups: [2001, 1000],
    shell: "/bin/sh"
  )
  private let office = AccountFacts(user: 1000, name: "office", groups: [1000], shell: "/bin/sh")

  static let access: [(folder: UInt32, file: UInt32, ana: Bool, staff: Bool, all: Bool)] = [
    (0o755, 0o644, true, true, true), (0o750, 0o644, false, true, false),
    (0o755, 0o640, false, true, false), (0o700, 0o644, false, false, false),
    (0o755, 0o600, false, false, false), (0o711, 0o604, true, false, true),
    (0o755, 0o000, false, false, false),
  ]

  @Test(arguments: access)
  func `who can read a file depends on it and on every folder above`(
    folder: UInt32,
    file: UInt32,
    ana: Bool,
    staff: Bool,
    all: Bool
  ) {
    let reach = reach(folder: folder, file: file)
    #expect(reach.isReadable(by: self.ana) == ana)
    #expect(reach.isReadable(by: self.staff) == staff)
    #expect(reach.isReadableByAll == all)
    #expect(reach.isReadable(by: AccountFacts(user: 0, name: "root", groups: [], shell: "")))
  }

  @Test func `right answers that participants can read are a problem, and others a warning`() {
    let open = [reach(folder: 0o755, file: 0o644), reach(folder: 0o755, file: 0o600)]
    let problem = Observation.keys(open, in: "/srv", participants: [ana, office])
    #expect(problem.map(\.level) == [.problem])
    #expect(problem[0].message.hasSuffix("right answers: 'ana', 'office'"))
    #expect(Observation.keys(open, in: "/srv", participants: []).map(\.level) == [.warning])
    let closed = [reach(folder: 0o750, file: 0o640)]
    #expect(Observation.keys(closed, in: "/srv", participants: [ana]).map(\.level) == [.ok])
    #expect(Observation.keys([], in: "/srv", participants: [ana]) == [])
  }

  @Test func `a markbook that others may use is a problem with a command that mends it`() {
    let open = Observation.markbook(reach(folder: 0o755, file: 0o644), runBy: 1000)
    #expect(open.map(\.level) == [.problem])
    #expect(open[0].remedy == #"chmod 600 '/srv/it'\''s'"#)
    let writable = Observation.markbook(reach(folder: 0o777, file: 0o600), runBy: 1000)
    #expect(writable.map(\.level) == [.ok, .problem])
    let foreign = Observation.markbook(reach(folder: 0o755, file: 0o600), runBy: 2000)
    #expect(foreign.map(\.level) == [.ok, .note])
  }

  static let kinds: [(kind: String?, level: Observation.Level)] = [
    ("ext4", .ok), ("xfs", .ok), ("btrfs", .ok), ("overlay", .ok), ("fuseblk", .ok),
    ("nfs4", .problem), ("nfs", .problem), ("cifs", .problem), ("smb3", .problem), ("9p", .problem),
    ("afs", .problem), ("ceph", .problem), ("fuse.sshfs", .problem), ("fuse.rclone", .problem),
    ("fuse.bindfs", .warning), ("fuse", .warning), ("tmpfs", .warning), (nil, .note),
  ]

  @Test(arguments: kinds)
  func `a file system that is not of this machine is a problem`(
    kind: String?,
    level: Observation.Level
  ) {
    let system = FileSystem(kind: kind, freeBytes: 1 << 40, freeFiles: nil)
    #expect(system.observations(of: "/srv").map(\.level) == [level, .ok])
  }

  @Test(arguments: [
    (UInt64(5) << 20, UInt64?.none, Observation.Level.problem), (50 << 20, nil, .warning),
    (500 << 20, nil, .ok), (500 << 20, 3, .problem),
  ])
  func `little room is told in time`(bytes: UInt64, files: UInt64?, level: Observation.Level) {
    let system = FileSystem(kind: "ext4", freeBytes: bytes, freeFiles: files)
    #expect(system.observations(of: "/srv").last?.level == level)
  }

  /// The first bytes of a SQLite file.
  private func header(
    application: Int = Markbook.applicationIdentifier,
    version: Int = Markbook.latestVersion,
    isLogged: Bool = true
  ) -> [UInt8] {
    var bytes = Array("SQLite format 3\u{0}".utf8) + [UInt8](repeating: 0, count: 84)
    func put(_ value: Int, at offset: Int) {
      for index in 0..<4 { bytes[offset + index] = UInt8(value >> (24 - 8 * index) & 0xFF) }
    }
    (bytes[16], bytes[17]) = (0x10, 0)
    (bytes[18], bytes[19]) = isLogged ? (2, 2) : (1, 1)
    put(version, at: 60)
    put(application, at: 68)
    put(3_040_001, at: 96)
    return bytes
  }

  @Test func `the header of a markbook is read without SQLite`() throws {
    let good = try #require(DatabaseHeader(header())).observations(logSize: 0)
    #expect(good.map(\.level) == [.ok, .ok])
    #expect(good[0].message.contains("pages of 4096 bytes, last written by SQLite 3.40.1"))
    let logged = try #require(DatabaseHeader(header())).observations(logSize: 8272)
    #expect(logged.map(\.level) == [.ok, .ok, .note])
    let newer = try #require(DatabaseHeader(header(version: 999))).observations(logSize: 0)
    #expect(newer.map(\.level) == [.ok, .problem, .ok])
    let older = try #require(DatabaseHeader(header(version: 1))).observations(logSize: 0)
    #expect(older.map(\.level) == [.ok, .note, .ok])
    let foreign = try #require(DatabaseHeader(header(application: 7))).observations(logSize: 0)
    #expect(foreign.map(\.level) == [.problem])
    let unlogged = try #require(DatabaseHeader(header(isLogged: false))).observations(logSize: 0)
    #expect(unlogged.map(\.level) == [.ok, .problem])
  }

  @Test(arguments: [0, 1, 99])
  func `what is no SQLite file has no header`(count: Int) {
    #expect(DatabaseHeader(header().prefix(count)) == nil)
    #expect(DatabaseHeader([UInt8](repeating: 65, count: 100)) == nil)
  }

  @Test func `what lies next to a markbook is known by its name`() {
    func named(_ name: String, isThere: Bool = true) -> Leftover? {
      Leftover.named(name, nextTo: "markbook.sqlite", isThere: isThere)
    }
    #expect(named("markbook.sqlite-wal") == nil)
    #expect(named("markbook.sqlite-wal", isThere: false) == .orphan("markbook.sqlite-wal"))
    #expect(named(".seminar-abc.new") == .draft(".seminar-abc.new"))
    #expect(named("markbook.sqlite.new-1") == .draft("markbook.sqlite.new-1"))
    let draft = "backup.sqlite.draft-8D3B2C4E-0A1F-4B6C-9D7E-1F2A3B4C5D6E"
    for ending in ["", "-wal", "-shm", "-journal"] {
      #expect(named(draft + ending) == .draft(draft + ending))
    }
    #expect(named("essay.draft-2") == nil)
    #expect(named("notes.txt") == nil)
    #expect(Leftover.orphan("m-wal").observation(in: "/srv").level == .problem)
    #expect(Leftover.copy(facts("/srv/old", 0o600)).observation(in: "/srv").level == .note)
    #expect(Leftover.copy(facts("/srv/old", 0o640)).observation(in: "/srv").level == .problem)
  }

  @Test func `a variable that is nearly one of ours is named`() {
    let read = Setting.Variable.allCases.map(\.rawValue)
    let found = Setting.strangers(among: ["SEMINAR_MARKBOK", "HOME"] + read)
    #expect(found.map(\.remedy) == ["did you mean 'SEMINAR_MARKBOOK'?"])
  }
}
