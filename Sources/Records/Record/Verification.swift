/// What a check of the whole markbook found.
public enum Verification: Hashable, Sendable {
  /// Everything is as it was recorded, up to these heads.
  case whole(Extent)
  /// The first thing that is not.
  case wrong(Problem)

  /// What hears how many records of how many have been read.
  public typealias Progress = (_ read: Int, _ of: Int) -> Void

  /// How much is checked.
  public enum Scope: Hashable, Sendable {
    /// Everything that can be.
    case everything
    /// What an export rests on: every hash of every chain, the private parts, the texts of the quizzes,
    /// the old chain, structure and settings. Pages are checked by themselves, without comparing each
    /// index with its table, and attempts are not replayed: the export does that itself.
    case exports
  }

  /// How much was checked.
  public struct Extent: Hashable, Sendable {
    /// The last hash of every site's chain.
    public let heads: [Head]
    /// How many records there are.
    public let records: Int
    /// How many participants were forgotten.
    public let forgotten: Int
  }

  /// Something that has been changed.
  public enum Problem: Hashable, Sendable {
    /// The file is damaged, in SQLite's words.
    case file(String)
    /// A record's hash does not follow from the one before and from what the record says.
    case alteredRecord(site: String, position: Int)
    /// A record's private part is not the one that the chain binds.
    case alteredSecret(site: String, position: Int)
    /// A record is missing, or stands twice.
    case missingRecord(site: String, position: Int)
    /// A private part is gone, and no record says that it was erased.
    case erasedUntold(site: String, position: Int)
    /// A hash of the old chain does not follow, or is missing.
    case former(position: Int)
    /// The text of a quiz is not the one that was sat.
    case alteredText(version: String)
    /// The text of a quiz that was sat is missing.
    case missingText(version: String)
    /// An attempt's events cannot have happened like this, and why.
    case attempt(String, String)
    /// The site that records in this file is not the one that was set.
    case site
    /// A table, index or trigger is not as the program makes it.
    case schema(String)
    /// A setting in the file's header has another value.
    case setting(String)
  }
}

extension Verification.Problem: CustomStringConvertible {
  /// What is wrong, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .file(let words): "the file is damaged: \(words)"
    case .alteredRecord(let site, let position):
      "\(Self.name(site, position)) has been changed"
    case .alteredSecret(let site, let position):
      "the private part of \(Self.name(site, position)) has been changed"
    case .missingRecord(let site, let position): "\(Self.name(site, position)) is missing"
    case .erasedUntold(let site, let position):
      "the private part of \(Self.name(site, position)) is gone, and nobody was forgotten"
    case .former(let position):
      "hash \(position) of the chain of version 4 has been changed"
    case .alteredText(let version):
      "the quiz with the hash \(version.prefix(12)) is not the text of the attempt"
    case .missingText(let version):
      "the text of the quiz with the hash \(version.prefix(12)) is missing"
    case .attempt(let id, let reason): "attempt \(id.prefix(8)) cannot have happened: \(reason)"
    case .site: "the site that records in this file was changed"
    case .schema(let name): "'\(name)' in the file's structure is not as the program makes it"
    case .setting(let name): "the setting '\(name)' of the file was changed"
    }
  }

  private static func name(_ site: String, _ position: Int) -> String {
    "record \(position) of site \(site.prefix(8))"
  }
}
