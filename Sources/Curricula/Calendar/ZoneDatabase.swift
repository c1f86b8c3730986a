internal import Foundation

/// The rules of all time zones from one place: those built into the program, or files in a folder.
///
/// The one door to the rules of zones: ``Zone`` takes its own from the database in use.
public struct ZoneDatabase: Sendable {
  /// Where rules come from.
  public enum Origin: Hashable, Sendable {
    /// The program's own, as old as the tools that built it.
    case program
    /// Files in a folder.
    case folder(String)
  }

  /// What a database says of one name.
  enum Answer {
    case rules(Zone.Rules)
    case unknown
    case unusable(ZoneChanges.Fault)
  }

  private enum Source: Sendable {
    case program
    case files(names: @Sendable () -> [String], read: @Sendable (String) -> [UInt8]?)
  }

  /// Where the rules come from.
  public let origin: Origin
  /// Which release they are; `nil` when nothing says so.
  public let release: ZoneRelease?
  private let source: Source

  /// The rules that are built into the program.
  public static let program = ZoneDatabase(
    origin: .program,
    release: ZoneRelease(TimeZone.timeZoneDataVersion),
    source: .program
  )

  /// The rules by which zones made in this task go: chosen once, when the program starts.
  @TaskLocal public static var inUse = ZoneDatabase.program

  private init(origin: Origin, release: ZoneRelease?, source: Source) {
    self.origin = origin
    self.release = release
    self.source = source
  }

  /// The rules in a folder of TZif files.
  ///
  /// - Parameters:
  ///   - folder: The folder's path, for messages.
  ///   - release: Which release the files are.
  ///   - names: The names of the zones there.
  ///   - read: The bytes of the file of a zone; `nil` when there is none.
  public init(
    folder: String,
    release: ZoneRelease?,
    names: @escaping @Sendable () -> [String],
    read: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.init(
      origin: .folder(folder),
      release: release,
      source: .files(names: names, read: read)
    )
  }

  /// The release in words, such as `2026a`.
  public var version: String { release?.name ?? "unknown" }

  /// The release and where it comes from: `2026a, from /usr/share/zoneinfo`.
  public var description: String {
    switch origin {
    case .program: "\(version), built in"
    case .folder(let path): "\(version), from \(path)"
    }
  }

  /// The names that exist.
  public var zoneNames: [String] {
    let names =
      switch source {
      case .program: TimeZone.knownTimeZoneIdentifiers
      case .files(let names, _): names()
      }
    return names.filter { $0.contains("/") } + ["UTC"]
  }

  /// What the database says of a name.
  func answer(to name: String) -> Answer {
    switch source {
    case .program:
      return TimeZone(identifier: name).map { .rules(.program($0)) } ?? .unknown
    case .files(_, let read):
      guard let bytes = read(name) else { return .unknown }
      do {
        return .rules(.changes(try ZoneChanges(bytes)))
      } catch {
        return .unusable(error)
      }
    }
  }
}
