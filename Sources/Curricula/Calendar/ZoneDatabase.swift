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
  enum Answer: Sendable {
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
  private let memory = ZoneMemory()

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

  /// What the database says of a name: the same each time, also when files change meanwhile.
  func answer(to name: String) -> Answer {
    // Names are paths of files: they never lead out of their folder.
    Self.isPath(name) ? memory.answer(to: name, find) : .unknown
  }

  /// Whether a name is a region and one to three places in it, as in `America/Indiana/Knox`.
  private static func isPath(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return (2...4).contains(parts.count) && name.first?.isUppercase == true
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAllowed) }
  }

  /// Whether a character may stand in the name of a place.
  private static func isAllowed(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "_+-".contains(character))
  }

  private func find(_ name: String) -> Answer {
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
