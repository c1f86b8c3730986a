public import Curricula
internal import Diagnostics

/// Which rules of time zones the program goes by.
///
/// A folder that the settings name always counts, and must be usable. Else the system's rules count
/// where their release can be read and is newer than that of the rules built into the program.
public struct ZoneChoice: Sendable {
  /// The variable that names a folder.
  public static let variable = Setting.Variable.zoneRules.rawValue

  /// A folder of TZif files, with ways to look into it.
  public struct Folder: Sendable {
    /// Its path, for messages.
    public let path: String
    /// The names of all files below it.
    public let names: @Sendable () -> [String]
    /// The bytes of a file in it; `nil` when there is none or it cannot be read.
    public let read: @Sendable (String) -> [UInt8]?

    /// Creates a folder.
    public init(
      path: String,
      names: @escaping @Sendable () -> [String],
      read: @escaping @Sendable (String) -> [UInt8]?
    ) {
      self.path = path
      self.names = names
      self.read = read
    }
  }

  /// Why the folder that the settings name cannot be used.
  public struct Fault: Error, Equatable, Sendable {
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let remedy: String
  }

  /// The rules to go by.
  public let database: ZoneDatabase

  /// Chooses between a folder that is named, that of the system, and the program's own rules.
  ///
  /// - Parameters:
  ///   - named: The folder that the settings name; `nil` when they name none.
  ///   - system: The folder of the system; `nil` when there is none.
  /// - Throws: ``Fault`` when a folder is named and has nothing that can be used.
  public init(named: Folder?, system: Folder?) throws(Fault) {
    if let named {
      guard let reason = named.fault else {
        database = named.database
        return
      }
      throw Fault(
        message: "the rules of time zones in '\(named.path.visible)' cannot be used: \(reason)",
        remedy: "let \(Self.variable) name a folder of TZif files such as /usr/share/zoneinfo, "
          + "or unset it"
      )
    }
    guard let system, let release = system.release, let own = ZoneDatabase.program.release,
      own < release, system.fault == nil
    else {
      database = .program
      return
    }
    database = system.database
  }
}

extension ZoneChoice.Folder {
  /// The rules in the folder.
  var database: ZoneDatabase {
    let (read, names) = (read, names)
    return ZoneDatabase(
      folder: path,
      release: release,
      names: {
        // Beside the zones lie tables, and the same zones again in other forms.
        names().filter(Self.isZone).sorted()
      },
      read: { name in read(name) ?? Self.target(of: name, read).flatMap(read) }
    )
  }

  /// Whether a name begins with a capital letter, and it and the folders in it are of letters, digits,
  /// `_`, `+` and `-`.
  private static func isZone(_ name: String) -> Bool {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    guard let first = name.utf8.first, capitals.contains(first) else { return false }
    return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy(isPlain) }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Which release the files are; `nil` when nothing there says so.
  var release: ZoneRelease? {
    if let table = read("tzdata.zi") {
      let line = table.prefix(100).prefix { $0 != UInt8(ascii: "\n") }
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      if words.count == 3, words[0] == "#", words[1] == "version",
        let release = ZoneRelease(String(words[2]))
      {
        return release
      }
    }
    for name in ["+VERSION", "version"] {
      guard let bytes = read(name) else { continue }
      let words = String(decoding: bytes.prefix(100), as: UTF8.self).split(
        whereSeparator: \.isWhitespace
      )
      if let release = words.first.flatMap({ ZoneRelease(String($0)) }) { return release }
    }
    return nil
  }

  /// Why the folder cannot be used; `nil` when it can.
  fileprivate var fault: String? {
    let known = ["Europe/London", "America/New_York", "Asia/Tokyo", "Africa/Cairo"]
    var reason: String?
    for name in known where reason == nil {
      guard let bytes = read(name) else { continue }
      do {
        _ = try ZoneChanges(bytes)
        return nil
      } catch {
        reason = "'\(name)': \(error.text)"
      }
    }
    if let reason { return reason }
    for name in database.zoneNames {
      if let bytes = read(name), (try? ZoneChanges(bytes)) != nil { return nil }
    }
    return "there is no file of a time zone in it"
  }

  /// The zone of which another name is only a link, by the table of the release.
  ///
  /// Packages leave files out whose names are no longer used.
  private static func target(of name: String, _ read: (String) -> [UInt8]?) -> String? {
    guard let table = read("tzdata.zi") else { return nil }
    for line in table.split(separator: UInt8(ascii: "\n")) where line.first == UInt8(ascii: "L") {
      let words = line.split(separator: UInt8(ascii: " "))
      if words.count == 3, words[2].elementsEqual(name.utf8) {
        return String(decoding: words[1], as: UTF8.self)
      }
    }
    return nil
  }
}

extension ZoneDatabase {
  /// Whether the rules are recent enough, seen from a year.
  public func observation(in year: Int) -> Observation {
    let words = "zone rules \(description)"
    guard let release else {
      return Observation(.note, "program", "\(words): nothing there says which release they are")
    }
    let age = year - release.year
    guard age >= 2 || age == 1 && origin == .program else {
      return Observation(.ok, "program", "\(words), released in \(release.year)")
    }
    let remedy =
      switch origin {
      case .program:
        "install the system's package 'tzdata', or let \(ZoneChoice.variable) name a folder of "
          + "newer rules"
      case .folder: "install newer rules of time zones there"
      }
    return Observation(
      age >= 2 ? .warning : .note,
      "program",
      "\(words), released in \(release.year); countries have changed their clocks since",
      remedy: remedy
    )
  }
}
